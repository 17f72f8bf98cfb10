import { possibleInXml, xmlAttribute, xmlText } from '../../domain/xml-text.js';

export const attribute = (value: string | number) => xmlAttribute(possibleInXml(String(value)));
export const text = (value: string | number) => xmlText(possibleInXml(String(value)));

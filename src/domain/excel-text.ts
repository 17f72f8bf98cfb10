import { NOT_IN_XML } from './xml-text.js';

/**
 * Escapes a text as Excel does (ST_Xstring of ECMA-376): a character that XML cannot contain becomes
 * `_x0001_`, and a literal `_x0001_` becomes `_x005F_x0001_`.
 */
export function toExcelText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(NOT_IN_XML, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    });
}

/** Reverses `toExcelText`. */
export function fromExcelText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_written, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

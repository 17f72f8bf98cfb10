import { lengthFault, type TextKind } from '../../domain/text-limits.js';
import type { Json } from '../json.js';
import type { SchemaFault } from './schema.js';
import { eachText } from './each-text.js';

/** What a property is, by its own name; an identifier unless listed. */
const KINDS: Readonly<Record<string, TextKind>> = {
  title: 'title',
  description: 'text',
  url: 'title',
  downloadURL: 'title',
  accessURL: 'title',
  dataSource: 'title',
  license: 'title',
  name: 'name',
  addressLocality: 'name',
  // A name in an export of a graph.
  provider: 'name',
  recipient: 'name',
};

/** The texts that are too long, of the properties that are imported. */
export function tooLongTexts(
  value: Json,
  isTaken: (property: string) => boolean,
): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  eachText(value, isTaken, (text, property, pointer) => {
    const kind = KINDS[property.slice(property.lastIndexOf('/') + 1)] ?? 'identifier';
    const reason = lengthFault(text.trim(), kind);
    if (reason !== null) faults.push({ pointer: pointer(), reason });
  });
  return faults;
}

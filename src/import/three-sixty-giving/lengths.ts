import { lengthFault, type TextKind } from '../../domain/text-limits.js';
import { isObject, type Json } from '../json.js';
import type { SchemaFault } from './schema.js';

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
  return [...within(value, '', '', isTaken)];
}

function* within(
  value: Json,
  pointer: string,
  property: string,
  isTaken: (property: string) => boolean,
): Generator<SchemaFault> {
  if (Array.isArray(value)) {
    for (const [index, each] of (value as readonly Json[]).entries()) {
      yield* within(each, `${pointer}/${String(index)}`, property, isTaken);
    }
  } else if (isObject(value)) {
    for (const [name, each] of Object.entries(value)) {
      const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
      const inner = property === '' ? name : `${property}/${name}`;
      yield* within(each, `${pointer}/${step}`, inner, isTaken);
    }
  } else if (typeof value === 'string' && isTaken(property)) {
    const kind = KINDS[property.slice(property.lastIndexOf('/') + 1)] ?? 'identifier';
    const reason = lengthFault(value.trim(), kind);
    if (reason !== null) yield { pointer, reason };
  }
}

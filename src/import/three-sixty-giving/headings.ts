import { closest } from '../../domain/closest.js';
import { GRANT_FIELDS, type SchemaField } from './schema.js';
import { isTaken } from './taken.js';

/** The place of a column in the JSON of a grant. */
export interface Target {
  /** Names and list positions: `['recipientOrganization', 0, 'name']`. */
  readonly path: readonly (string | number)[];
  readonly field: SchemaField;
}

/**
 * Parses a heading: titles of the standard joined by colons (`Recipient Org:Name`, with a position if
 * there are several: `Related Document:0:Title`), or JSON names joined by slashes
 * (`commitmentTransaction/0/id`). Null for a column that is not in the standard.
 */
export function targetOf(
  heading: string,
  fields: ReadonlyMap<string, SchemaField> = GRANT_FIELDS,
): Target | null {
  return follow(heading.split(':'), fields) ?? follow(heading.split('/'), fields);
}

function follow(parts: readonly string[], fields: ReadonlyMap<string, SchemaField>): Target | null {
  const path: (string | number)[] = [];
  let within: ReadonlyMap<string, SchemaField> | null = fields;
  let field: SchemaField | null = null;
  for (const part of parts.map((each) => each.replace(/\s+/g, ' ').trim())) {
    if (/^\d{1,3}$/.test(part) && field?.isList === true && path.at(-1) === 0) {
      path[path.length - 1] = Number(part);
      continue;
    }
    const next: SchemaField | undefined = within?.get(part.toLowerCase());
    if (next === undefined) return null;
    path.push(next.name);
    if (next.isList) path.push(0);
    field = next;
    within = next.fields;
  }
  return field === null ? null : { path, field };
}

/** A JSON pointer without list positions, which identifies the property. */
export function propertyOf(path: readonly (string | number)[]): string {
  return path.filter((step) => typeof step === 'string').join('/');
}

/** The heading of a value by its JSON pointer: `/fundingOrganization/0/name` is `Funding Org:Name`. */
export function headingAt(pointer: string): string {
  const names = propertyOf(
    pointer
      .slice(1)
      .split('/')
      .filter((step) => !/^\d+$/.test(step)),
  );
  return HEADINGS.get(names) ?? pointer.slice(1);
}

/** The heading of a stored property that a heading can be meant for; null if there is none, or the table has it. */
export function meantBy(heading: string, headings: readonly string[]): string | null {
  const has = new Set(headings.map((each) => propertyOf(targetOf(each)?.path ?? [])));
  const candidates = [...HEADINGS].flatMap(([property, title]) =>
    isTaken(property) && !has.has(property) ? [title] : [],
  );
  return closest(heading.replace(/organi[sz]ation/gi, 'Org'), candidates);
}

/** The headings of the properties that are not objects. */
const HEADINGS: ReadonlyMap<string, string> = new Map(headingsOf(GRANT_FIELDS, [], []));

function headingsOf(
  fields: ReadonlyMap<string, SchemaField>,
  names: readonly string[],
  titles: readonly string[],
): [property: string, heading: string][] {
  return [...new Set(fields.values())].flatMap((field) => {
    const [property, title] = [
      [...names, field.name],
      [...titles, field.title],
    ];
    return field.fields === null
      ? [[property.join('/'), title.join(':')]]
      : headingsOf(field.fields, property, title);
  });
}

import { Field, InputType } from 'type-graphql';
import { kindOfId, parseId, type IdKind } from '../src/domain/ids.js';
import { CODE_FORMS, type CodeForm } from '../src/domain/codes.js';
import { badInput } from '../src/errors.js';
import { BY_ID, type Found, type KeySort } from '../src/graph/found.js';
import type { ClassOf } from '../src/graph/row.js';

@InputType({
  description: 'An identifier of an organization: a register and the number or code in it.',
})
export class IdentifierInput {
  @Field(() => String, { description: 'The register: a list of org-id.guide, such as `RS-APR`.' })
  scheme!: string;

  @Field(() => String, { description: 'The number or code in the register.' })
  value!: string;
}

export const BY_SLUG: KeySort = { match: 't.slug = k.key', type: 'text' };
/** An organization by its id, or by the id of one that was merged into it. */
const BY_ORGANIZATION_ID: KeySort = {
  match: `t.id = coalesce((SELECT m.kept_id FROM organization_merge m WHERE m.absorbed_id = k.key), k.key)`,
  type: 'uuid',
};
/** An organization by its slug, or by the slug of one that was merged into it. */
export const BY_ORGANIZATION_SLUG: KeySort = {
  match: `t.slug = coalesce((SELECT o.slug FROM organization_merge m JOIN organization o ON o.id = m.kept_id
    WHERE m.absorbed_slug = k.key), k.key)`,
  type: 'text',
};
/** The key is scheme and value with a space between; neither can contain one. */
export const BY_IDENTIFIER: KeySort = {
  match: `t.id = (SELECT i.organization_id FROM identifier i
    WHERE i.scheme = split_part(k.key, ' ', 1) AND i.value = split_part(k.key, ' ', 2))`,
  type: 'text',
};

export const identifierKey = ({ scheme, value }: IdentifierInput) =>
  /\s/.test(scheme + value) ? null : `${scheme} ${value}`;

/** Returns the slug or code. Throws if it is malformed. */
export function wellFormed(form: CodeForm, text: string, ...place: readonly string[]): string {
  const { pattern, text: fault } = CODE_FORMS[form];
  if (pattern.test(text)) return text;
  throw badInput(`'${place.join('.')}' ${fault}.`, place);
}

/** The id in canonical form; null if it is an id of another kind. Throws if it is not a valid id. */
function idOf(kind: IdKind, text: string, argument = 'id'): string | null {
  const id = parseId(text);
  if (id === null) {
    throw badInput(
      `'${argument}' is not a valid id; expected the value of an 'id' field, such as 0190c5e2-7b1a-8001-9f3d-5a2b6c7d8e9f.`,
      [argument],
    );
  }
  return kindOfId(id) === kind ? id : null;
}

/** The only key given. Throws if there is no key or more than one. */
export function onlyKey<Keys extends object>(
  keys: Keys,
): Exclude<Keys[keyof Keys], null | undefined> {
  const given = Object.entries(keys).filter(([, value]) => value != null);
  const names = Object.keys(keys).map((name) => `'${name}'`);
  if (given.length !== 1) {
    const message = `Use exactly one of ${names.join(', ')}.`;
    const [fault = ''] = given[1] ?? Object.keys(keys);
    throw badInput(message, [fault]);
  }
  return given[0]?.[1] as Exclude<Keys[keyof Keys], null | undefined>;
}

/** The target of an id; for organizations also the id of one that was merged. */
export function byAnyId(type: ClassOf, kind: IdKind, key: string): Found {
  return { type, by: kind === 'Organization' ? BY_ORGANIZATION_ID : BY_ID, key };
}

/** The target of an id of this kind; null for an id of another kind. */
export function byId(type: ClassOf, kind: IdKind, text: string): Found | null {
  const key = idOf(kind, text);
  return key === null ? null : byAnyId(type, kind, key);
}

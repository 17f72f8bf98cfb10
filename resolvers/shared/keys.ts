import { Field, InputType } from 'type-graphql';
import { Identifier } from '../../entities/network/identifier.entity.js';
import { OrganizationMerge } from '../../entities/network/organization-merge.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { isIdOf, parseUuid, type Id, type IdKind } from '../../src/domain/ids.js';
import { CODE_FORMS, type CodeForm } from '../../src/domain/codes.js';
import { badInput } from '../../src/errors.js';
import { from, rows } from '../../src/fields/columns.js';
import { BY_ID, type LookupKey, type Target } from '../../src/fields/lookup.js';
import type { ClassOf } from '../../src/fields/row.js';
import { sql, type Sql } from '../../src/fields/sql.js';

@InputType({
  description: 'An identifier of an organization: a register and the number or code in it.',
})
export class IdentifierInput {
  @Field(() => String, { description: 'The register: a list of org-id.guide, such as `RS-APR`.' })
  scheme!: string;

  @Field(() => String, { description: 'The number or code in the register.' })
  value!: string;
}

export const BY_SLUG: LookupKey = {
  type: 'text',
  match: (row: { readonly slug: Sql }, key) => sql`${row.slug} = ${key}`,
};
/** An organization by its id, or by the id of one that was merged into it. */
const BY_ORGANIZATION_ID: LookupKey = {
  type: 'uuid',
  match: (row: { readonly id: Sql }, key) => {
    const merge = rows(OrganizationMerge);
    return sql`${row.id} = coalesce((SELECT ${merge.keptId} FROM ${from(merge)} WHERE ${merge.absorbedId} = ${key}), ${key})`;
  },
};
/** An organization by its slug, or by the slug of one that was merged into it. */
export const BY_ORGANIZATION_SLUG: LookupKey = {
  type: 'text',
  match: (row: { readonly slug: Sql }, key) => {
    const merge = rows(OrganizationMerge);
    const kept = rows(Organization);
    return sql`${row.slug} = coalesce((SELECT ${kept.slug} FROM ${from(merge)} JOIN ${from(kept)} ON ${kept.id} = ${merge.keptId}
      WHERE ${merge.absorbedSlug} = ${key}), ${key})`;
  },
};
/** The key is scheme and value with a space between; neither can contain one. */
export const BY_IDENTIFIER: LookupKey = {
  type: 'text',
  match: (row: { readonly id: Sql }, key) => {
    const identifier = rows(Identifier);
    return sql`${row.id} = (SELECT ${identifier.organizationId} FROM ${from(identifier)}
      WHERE ${identifier.scheme} = split_part(${key}, ' ', 1) AND ${identifier.value} = split_part(${key}, ' ', 2))`;
  },
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
function idOf<Kind extends IdKind>(kind: Kind, text: string, argument = 'id'): Id<Kind> | null {
  const id = parseUuid(text);
  if (id === null) {
    throw badInput(
      `'${argument}' is not a valid id; expected the value of an 'id' field, such as 0190c5e2-7b1a-8001-9f3d-5a2b6c7d8e9f.`,
      [argument],
    );
  }
  return isIdOf(kind, id) ? id : null;
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
export function byAnyId(type: ClassOf, kind: IdKind, key: string): Target {
  return { type, by: kind === 'Organization' ? BY_ORGANIZATION_ID : BY_ID, key };
}

/** The target of an id of this kind; null for an id of another kind. */
export function byId(type: ClassOf, kind: IdKind, text: string): Target | null {
  const key = idOf(kind, text);
  return key === null ? null : byAnyId(type, kind, key);
}

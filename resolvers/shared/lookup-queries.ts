import { ID } from 'type-graphql';
import type { IdKind } from '../../src/domain/ids.js';
import { LookupQuery } from '../../src/fields/decorators.js';
import type { ClassOf } from '../../src/fields/row.js';
import { BY_SLUG, byId, onlyKey, wellFormed } from './keys.js';

export const ID_KEY = {
  type: () => ID,
  description: 'Finds the record with this id. Provide exactly one key.',
};

const SLUG_KEY = {
  type: () => String,
  description: 'Finds the record with this slug. Provide exactly one key.',
};

interface IdOrSlug {
  readonly id?: string | null;
  readonly slug?: string | null;
}

/** A query for one object by its id or its slug; `text` says which. */
export function LookupByIdOrSlug(type: ClassOf, kind: IdKind, text: string) {
  return LookupQuery(() => type, {
    nullable: true,
    description: `Returns ${text}. Null if not found.`,
    args: { id: ID_KEY, slug: SLUG_KEY },
    lookup: ({ id, slug }: IdOrSlug) => {
      const key = onlyKey({ id, slug });
      return id == null
        ? { type, by: BY_SLUG, key: wellFormed('slug', key, 'slug') }
        : byId(type, kind, id);
    },
  });
}

/** A query for one object that has no slug, such as a tie or a claim, by its id; `text` says which. */
export function LookupById(type: ClassOf, kind: IdKind, text: string) {
  return LookupQuery(() => type, {
    nullable: true,
    description: `Returns ${text}. Null if not found.`,
    args: {
      id: {
        type: () => ID,
        description: 'The id of the record to return, as returned by its `id` field.',
        required: true,
      },
    },
    lookup: ({ id }) => byId(type, kind, id as string),
  });
}

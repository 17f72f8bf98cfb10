import type { GraphQLError, GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { ORGANIZATION_CLASSES } from '../../resolvers/organization-kinds.resolver.js';
import { NODE_CLASSES } from '../../resolvers/node-classes.js';
import { BY_IDENTIFIER, BY_ORGANIZATION_ID, identifierKey } from '../../resolvers/keys.js';
import type { Context } from '../context.js';
import { kindOfId, parseId, type IdKind } from '../domain/ids.js';
import { badInput, ClientError } from '../errors.js';
import type { ClassOf, Row } from '../graph/row.js';

const MAX_REPRESENTATIONS = 1000;

interface EntityArguments {
  readonly representations: readonly unknown[];
}

/**
 * What other graphs know only by a key. Each is found or fails by itself: null for one that is not
 * there, an error for a key that is none. What else stands in a representation is not looked at.
 */
export const resolveEntities: GraphQLFieldResolver<unknown, Context> = (
  _root,
  { representations }: EntityArguments,
  context,
  info,
) => {
  if (representations.length > MAX_REPRESENTATIONS) {
    throw badInput(
      `'representations' has ${String(representations.length)} entries; at most ${String(MAX_REPRESENTATIONS)} can be asked for at once.`,
      ['representations'],
    );
  }
  return representations.map((representation, index) =>
    resolveEntity(representation, index, context, info),
  );
};

async function resolveEntity(
  representation: unknown,
  index: number,
  { reader }: Context,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const { __typename, id, identifier } = (representation ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const entity = entityNamed(__typename);
  if (entity === undefined) {
    throw refused(index, '__typename', `names no entity of this graph.`);
  }
  const [kind, type] = entity;
  if (id !== undefined) {
    const own = parseId(id);
    if (own === null) throw refused(index, 'id', 'is no id.');
    if (kindOfId(own) !== kind) return null;
    return kind === 'Organization'
      ? reader.oneBy(type, BY_ORGANIZATION_ID, own, info)
      : reader.one(type, own, info);
  }
  if (kind === 'Organization' && isIdentifier(identifier)) {
    const key = identifierKey(identifier);
    // U+0000 would make PostgreSQL refuse all the keys that are read with it.
    const isPossible = key !== null && !key.includes('\0');
    return isPossible ? reader.oneBy(type, BY_IDENTIFIER, key, info) : null;
  }
  throw refused(
    index,
    'id',
    `is missing. Give one of the keys of the type: 'id', or for organisations 'identifier { scheme value }'.`,
  );
}

/** What ids of the named type name, and the class to read. */
function entityNamed(name: unknown): readonly [IdKind, ClassOf] | undefined {
  if (typeof name !== 'string') return undefined;
  const organization = ORGANIZATION_CLASSES.get(name);
  if (organization !== undefined) return ['Organization', organization];
  return Object.hasOwn(NODE_CLASSES, name)
    ? [name as IdKind, NODE_CLASSES[name as IdKind]]
    : undefined;
}

function isIdentifier(value: unknown): value is { scheme: string; value: string } {
  const { scheme, value: text } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof scheme === 'string' && typeof text === 'string';
}

function refused(index: number, field: string, what: string): GraphQLError {
  return new ClientError('BAD_USER_INPUT', `'representations.${String(index)}.${field}' ${what}`, {
    inputPath: ['representations', index, field],
  });
}

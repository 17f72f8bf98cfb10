import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
} from 'graphql';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type LoggedServer } from './support/logged-server.js';
import { REGISTERED } from './support/registered.js';
import { schema } from './support/schema.js';

let database: Database;
let server: LoggedServer;
/** Documents that were answered with data at least once. */
const answered = new Set<string>();
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer(database);
  // The network costs by its size, which is known once it has been read.
  await server.post('{ network { graph { version } } }');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** Texts that some variable takes: slugs, codes, schemes. */
const TEXTS = ['scan', 'nicat', 'usaid', 'RS12', 'NACE_REV2', '62', '', 'x'];

/** Mostly valid values of a type; sometimes null, where that is allowed or not. */
function valueOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  const inner = getNullableType(type);
  const some = nonNullOf(inner);
  return fc.option(some, { freq: isNonNullType(type) ? 30 : 2 });
}

function nonNullOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isListType(type)) return fc.uniqueArray(valueOf(type.ofType), { minLength: 1, maxLength: 3 });
  // Empty, as a page without conditions sends it.
  if (isInputObjectType(type)) return fc.constant({});
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  switch (getNamedType(type).name) {
    case 'Int':
      return fc.integer({ min: 0, max: 10 });
    case 'Boolean':
      return fc.boolean();
    case 'CurrencyCode':
      return fc.constantFrom('EUR', 'RSD', 'x');
    case 'Day':
      return fc.constantFrom('2012-01-01', '2013-06-25', '2015-12-22', 'x');
    default:
      return fc.constantFrom(...TEXTS);
  }
}

function variablesOf(text: string): fc.Arbitrary<Record<string, unknown>> {
  const [operation] = parse(text).definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return fc.record(
    Object.fromEntries(
      (operation?.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        valueOf(typeFromAST(schema, type as never) as unknown as GraphQLInputType),
      ]),
    ),
  );
}

const ACCEPT = 'application/graphql-response+json';
const TYPED = { accept: ACCEPT, 'content-type': 'application/json' };
const post = (body: object) =>
  server.request({ method: 'POST', path: '/graphql', headers: TYPED, body: JSON.stringify(body) });
const get = (document: Readonly<Record<string, string>>, variables: object) => {
  const search = new URLSearchParams({ ...document, variables: JSON.stringify(variables) });
  return server.request({ path: `/graphql?${search.toString()}`, headers: { accept: ACCEPT } });
};

describe('a registered document', () => {
  test.each(REGISTERED.ids.map((id) => [/\w+ (\w+)/.exec(REGISTERED.textOf(id) ?? '')?.[1], id]))(
    '%s has the same answer by its id as by its text (%s)',
    async (_name, documentId = '') => {
      const query = REGISTERED.textOf(documentId) ?? '';
      await fc.assert(
        fc.asyncProperty(variablesOf(query), async (variables) => {
          const first = await post({ query, variables });
          const others = [
            await post({ documentId, variables }),
            await get({ query }, variables),
            await get({ documentId }, variables),
          ];
          if (first.json().data !== undefined) answered.add(documentId);
          for (const other of others) {
            expect([other.status, other.headers['content-type'], other.json()]).toEqual([
              first.status,
              first.headers['content-type'],
              first.json(),
            ]);
          }
        }),
        { numRuns: 5, seed: 17 },
      );
    },
  );

  test('of each was answered with data', () => {
    expect(REGISTERED.ids.filter((id) => !answered.has(id))).toEqual([]);
    expect(answered.size).toBeGreaterThan(50);
  });
});

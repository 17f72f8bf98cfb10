import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  parse,
  visit,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { STATUS_CODES } from '../../src/status-codes.js';
import type { GeneratedOperation, Pool } from './operations.js';
import { wrongOperations } from './wrong-operations.js';

export interface Torture {
  /** The endpoint of a running server, such as http://127.0.0.1:4000/graphql */
  readonly endpoint: string;
  readonly schema: GraphQLSchema;
  readonly count: number;
  readonly seed: number;
}

export interface TortureReport {
  readonly sent: number;
  /** How many answers had at least one error. */
  readonly refused: number;
  /** What no input may bring about, each with the operation that did. */
  readonly faults: readonly { readonly fault: string; readonly operation: GeneratedOperation }[];
}

/** How many operations are under way at once. */
const AT_ONCE = 4;

/** Sends operations with wrong arguments to a running server, and reports every answer that is not as it must be. */
export async function torture({ endpoint, schema, count, seed }: Torture): Promise<TortureReport> {
  const pool = await poolOfServer(endpoint, schema);
  const operations = fc.sample(wrongOperations(schema, pool), { numRuns: count, seed });
  // Sampling blocks for long: without a pause, `fetch` would take connections that the server has closed meanwhile.
  await pause(10);
  const faults: { fault: string; operation: GeneratedOperation }[] = [];
  let refused = 0;
  const waiting = operations.values();
  const work = async () => {
    for (const operation of waiting) {
      const { fault, isRefused } = await judged(endpoint, operation);
      if (fault !== null) faults.push({ fault, operation });
      if (isRefused) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { sent: operations.length, refused, faults };
}

async function judged(
  endpoint: string,
  operation: GeneratedOperation,
): Promise<{ readonly fault: string | null; readonly isRefused: boolean }> {
  try {
    const { status, text } = await send(endpoint, operation);
    if (status >= 500) return { fault: `status ${String(status)}: ${text}`, isRefused: true };
    const answer = JSON.parse(text) as Answer;
    return { fault: faultOf(answer, operation), isRefused: (answer.errors ?? []).length > 0 };
  } catch (error) {
    // What `fetch` throws names only in its cause what happened to the connection.
    const { cause } = error as Error;
    const fault = cause instanceof Error ? `${String(error)}: ${String(cause)}` : String(error);
    return { fault, isRefused: false };
  }
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** An error that is no client's, one that does not say where the input is wrong, or one that empties more than its field. */
export function faultOf(
  { data, errors = [] }: Answer,
  { query }: Pick<GeneratedOperation, 'query'>,
): string | null {
  const wrong = errors.find(
    ({ extensions }) =>
      !isForClients(extensions?.code) ||
      (extensions?.code === 'BAD_USER_INPUT' && !Array.isArray(extensions.inputPath)),
  );
  if (wrong !== undefined) return JSON.stringify(wrong);
  const executed = errors.filter(({ path }) => path !== undefined);
  if (executed.length === 0 || data != null) return null;
  // Federation has it that its own field cannot be null.
  const entities = keysOf('_entities', query);
  if (executed.some(({ path }) => entities.has(path?.[0]))) return null;
  return `no data: ${JSON.stringify(executed)}`;
}

/** The response keys of a root field: its name or its aliases. */
function keysOf(field: string, query: string): ReadonlySet<unknown> {
  const keys = new Set<unknown>();
  visit(parse(query), {
    Field: ({ name, alias }) => {
      if (name.value === field) keys.add((alias ?? name).value);
    },
  });
  return keys;
}

const isForClients = (code: unknown) => code !== 'INTERNAL_SERVER_ERROR' && CODES.has(code);
const CODES = new Set<unknown>(Object.keys(STATUS_CODES));

async function send(endpoint: string, operation: GeneratedOperation) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(operation),
  });
  return { status: response.status, text: await response.text() };
}

/** Some of everything that a server has, by its root lists. */
async function poolOfServer(endpoint: string, schema: GraphQLSchema): Promise<Pool> {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(
    ({ name, type, args }) => {
      const connection = getNamedType(type);
      const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
      if (nodes === undefined || !args.some((arg) => arg.name === 'first')) return [];
      if (args.some(isRequiredArgument)) return [];
      const node = getNamedType(nodes.type);
      const fields = 'getFields' in node ? node.getFields() : {};
      if (!('id' in fields)) return [];
      return [`${name}(first: 8) { nodes { __typename id ${'slug' in fields ? 'slug' : ''} } }`];
    },
  );
  const { text } = await send(endpoint, { query: `{ ${lists.join(' ')} }`, variables: {} });
  const { data } = JSON.parse(text) as { data?: Readonly<Record<string, Listed>> };
  if (data === undefined) throw new Error(`The server does not answer what is right: ${text}`);
  const nodes = Object.values(data).flatMap((list) => list.nodes);
  const slugs = new Map<string, string[]>();
  for (const { __typename, slug } of nodes) {
    if (slug === undefined) continue;
    // What has no slugs of its own is looked for by those of others.
    for (const name of [__typename, 'Organization']) {
      slugs.set(name, [...(slugs.get(name) ?? []), slug]);
    }
  }
  return {
    ids: nodes.map(({ id }) => id),
    slugs,
    representations: nodes.map(({ __typename, id }) => ({ __typename, id })),
  };
}

interface Listed {
  readonly nodes: readonly {
    readonly __typename: string;
    readonly id: string;
    readonly slug?: string;
  }[];
}

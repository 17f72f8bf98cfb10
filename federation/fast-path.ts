import type { FastifyRequest } from 'fastify';
import { Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Limits } from '../src/config.js';
import { MAX_ERRORS, OperationChecks } from '../src/operation/checks.js';
import type { OperationRules } from './checks.js';
import { TOO_SLOW } from './errors.js';
import { isOwn, type Place } from './places.js';
import {
  FORWARDED_FOR,
  passedOn,
  SubgraphTimeoutError,
  type SubgraphClient,
  type SubgraphOperation,
} from './subgraph-client.js';
import { SubgraphFields } from './subgraph-fields.js';

/** The documents that are remembered: their number, and their characters in total. */
const MAX_DOCUMENTS = 5_000;
const MAX_CHARACTERS = 20_000_000;
const RETURNED = ['content-type', 'cache-control', 'retry-after'] as const;

export interface ForwarderOptions {
  /** The SDL of the supergraph, and the schema that clients see of it. */
  readonly supergraph: string;
  readonly schema: GraphQLSchema;
  /** Where subgraphs are, if not where the supergraph says. */
  readonly places: readonly Place[];
  readonly client: SubgraphClient;
  readonly limits: Limits;
  readonly rules: OperationRules;
}

/** What a subgraph answers. */
export interface Forwarded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A document, and where it is answered as a whole: null if it is not one for a single subgraph. */
interface Known {
  readonly document: DocumentNode;
  readonly place: Place | null;
}

/**
 * Hands valid operations that one of our own subgraphs answers as a whole to that subgraph, and returns its response
 * as it is: it runs the same code as a single server. That takes a fraction of the time of planning and merging.
 */
export class Forwarder {
  readonly #options: ForwarderOptions;
  readonly #fields: SubgraphFields;
  readonly #checks: OperationChecks;
  readonly #known = new LRUCache<string, Known>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });

  constructor(options: ForwarderOptions) {
    const { supergraph, schema, limits } = options;
    this.#options = options;
    this.#fields = new SubgraphFields(supergraph);
    // The gateway does not know the size of the network, so costs are those of the measured one.
    this.#checks = new OperationChecks(schema, limits.cost, () => null);
  }

  /**
   * Null if the operation is not one for a single subgraph, or has a fault, or the subgraph does not answer: then it
   * takes the usual way, which reports what is wrong. Throws TOO_SLOW.
   */
  async forward(request: FastifyRequest, signal: AbortSignal): Promise<Forwarded | null> {
    const operation = operationIn(request);
    if (operation === null) return null;
    const known = this.#known.get(operation.query) ?? this.#knowledgeOf(operation.query);
    const { document, place } = known;
    if (place === null || !this.#isAffordable(document, operation)) return null;
    const { accept } = request.headers;
    try {
      const { status, headers, body } = await this.#options.client.send(place, operation, {
        headers: {
          ...passedOn(place.name, { ...request.headers, [FORWARDED_FOR]: request.ip }),
          ...(accept !== undefined && { accept }),
        },
        signal,
      });
      // What is not an answer of ours is an error of the part of the graph.
      if (status === 401 || !String(headers['content-type']).includes('json')) return null;
      return { status, headers: returned(headers), body };
    } catch (error) {
      if (error instanceof SubgraphTimeoutError) throw TOO_SLOW;
      // The usual way fails with the same reason.
      return null;
    }
  }

  #knowledgeOf(query: string): Known {
    const known = this.#read(query);
    this.#known.set(query, known);
    return known;
  }

  #read(query: string): Known {
    const { limits, rules, schema, places } = this.#options;
    const nowhere = { document: { kind: Kind.DOCUMENT, definitions: [] }, place: null } as const;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: limits.tokens });
    } catch {
      return nowhere;
    }
    if (operationsIn(document).length !== 1) return nowhere;
    const subgraph = this.#fields.subgraphsOf(schema, document).find(({ name }) => isOwn(name));
    if (subgraph === undefined) return nowhere;
    if (validate(schema, document, rules, { maxErrors: MAX_ERRORS }).length > 0) return nowhere;
    return { document, place: places.find(({ name }) => name === subgraph.name) ?? subgraph };
  }

  /** Whether the variables are valid and the operation costs less than the limit. */
  #isAffordable(document: DocumentNode, { variables }: SubgraphOperation): boolean {
    const [operation] = operationsIn(document);
    if (operation === undefined) return false;
    try {
      return this.#checks.check(document, operation, variables ?? {}) !== null;
    } catch {
      return false;
    }
  }
}

/** Null if there is anything unusual about the request. */
function operationIn({ method, headers, body }: FastifyRequest): SubgraphOperation | null {
  const type = headers['content-type'] ?? '';
  if (method !== 'POST' || !/^application\/json\s*(?:;\s*charset=utf-?8\s*)?$/i.test(type)) {
    return null;
  }
  if (typeof body !== 'object' || body === null) return null;
  const { query, operationName, variables, extensions } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || extensions !== undefined) return null;
  if (operationName != null && typeof operationName !== 'string') return null;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
  return { query, operationName, variables } as SubgraphOperation;
}

function operationsIn({ definitions }: DocumentNode) {
  return definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
}

function returned(headers: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    RETURNED.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

import type { FastifyRequest } from 'fastify';
import {
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Limits } from '../src/config.js';
import type { Admission, Admitted } from '../src/operation/admission.js';
import { MAX_ERRORS, OperationChecks, type Checked } from '../src/operation/checks.js';
import type { OperationRules } from './checks.js';
import { asGraphQLError, TOO_SLOW } from './errors.js';
import type { Result } from './null-propagation.js';
import { isOwn, type Place } from './places.js';
import {
  FORWARDED_FOR,
  passedOn,
  SubgraphTimeoutError,
  TooLargeError,
  type SubgraphClient,
  type SubgraphOperation,
} from './subgraph-client.js';
import type { SubgraphFields } from './subgraph-fields.js';
import {
  isIntrospection,
  type ExecutionContext,
  type SupergraphExecutor,
} from './supergraph-executor.js';

/** The documents that are remembered: their number, and their characters in total, as a server remembers. */
const MAX_DOCUMENTS = 1_000;
const MAX_CHARACTERS = 2_000_000;
const RETURNED = ['content-type', 'cache-control', 'retry-after'] as const;

export interface FastPathOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly fields: SubgraphFields;
  /** Where each subgraph is, by its name. */
  readonly places: ReadonlyMap<string, Place>;
  readonly client: SubgraphClient;
  readonly executor: SupergraphExecutor;
  readonly limits: Limits;
  readonly rules: OperationRules;
  readonly admission: Admission;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** The response to an operation, or what of it the runtime's pipeline gets. */
export type FastAnswer =
  { readonly response: Response } | { readonly context: Pick<ExecutionContext, 'result'> };

/** A valid operation, alone in its document. */
interface Known {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The subgraph of our own that answers it as a whole; null if it takes several. */
  readonly place: Place | null;
}

/** What takes the usual way. */
const USUAL: FastAnswer = { context: {} };

/**
 * Answers valid operations past the runtime's pipeline, which takes longer than all else that the gateway does: one
 * that a single subgraph of our own answers as a whole is handed on as it is, and its response returned unchanged,
 * since that subgraph runs the same code as a single server; others are planned and executed directly.
 */
export class FastPath {
  readonly #options: FastPathOptions;
  readonly #checks: OperationChecks;
  /** Null for a document that takes the usual way. */
  readonly #known = new LRUCache<string, { readonly known: Known | null }>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });

  constructor(options: FastPathOptions) {
    const { schema, limits } = options;
    this.#options = options;
    // The gateway does not know the size of the network, so costs are those of the measured one.
    this.#checks = new OperationChecks(schema, limits.cost, () => null);
  }

  /**
   * A response, if there is nothing to report; else the usual way does that. It gets the result if there is one
   * already. Throws TOO_SLOW or the reason of the signal, and NotAdmittedError if too many operations are waiting.
   */
  async answer(request: FastifyRequest, admitted: Admitted): Promise<FastAnswer> {
    const operation = operationIn(request);
    if (operation === null) return USUAL;
    const known = this.#knowledgeOf(operation.query);
    const { operationName } = operation;
    if (operationName != null && operationName !== known?.operation.name?.value) return USUAL;
    const checked = known === null ? null : this.#check(known, operation);
    if (known === null || checked === null) return USUAL;
    await this.#options.admission.admit(admitted, checked);
    return known.place === null
      ? this.#execute(known, operation, request, admitted)
      : this.#forward(known.place, operation, request, admitted);
  }

  async #forward(
    place: Place,
    operation: SubgraphOperation,
    { headers: given, ip }: FastifyRequest,
    { signal }: Admitted,
  ): Promise<FastAnswer> {
    const { accept } = given;
    try {
      const { status, headers, body } = await this.#options.client.send(place, operation, {
        headers: {
          ...passedOn(place.name, { ...given, [FORWARDED_FOR]: ip }),
          ...(accept !== undefined && { accept }),
        },
        signal,
      });
      // What is not an answer of ours is an error of the part of the graph.
      if (status === 401 || !String(headers['content-type']).includes('json')) return USUAL;
      return { response: { status, headers: returned(headers), body } };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SubgraphTimeoutError) throw TOO_SLOW;
      if (error instanceof TooLargeError) return resultOf(error);
      // The usual way fails with the same reason, in its place.
      return USUAL;
    }
  }

  async #execute(
    { document }: Known,
    { operationName, variables }: SubgraphOperation,
    { headers, ip }: FastifyRequest,
    { signal }: Admitted,
  ): Promise<FastAnswer> {
    const type = typeFor(headers.accept);
    if (type === null) return USUAL;
    const result = await this.#options.executor
      .execute({
        document,
        operationName: operationName ?? undefined,
        variables: variables ?? undefined,
        signal,
        context: { headers: { ...headers, [FORWARDED_FOR]: ip } },
      })
      .catch((error: unknown) => resultOf(error).context.result);
    const { data, errors } = result;
    if (errors !== undefined || data == null) return { context: { result } };
    return {
      response: {
        status: 200,
        headers: { 'content-type': `${type}; charset=utf-8` },
        body: JSON.stringify({ data }),
      },
    };
  }

  #knowledgeOf(query: string): Known | null {
    const entry = this.#known.get(query) ?? { known: this.#read(query) };
    this.#known.set(query, entry);
    return entry.known;
  }

  #read(query: string): Known | null {
    const { limits, rules, schema, fields, places } = this.#options;
    let document: DocumentNode;
    try {
      // What reports places in the text takes the usual way.
      document = parse(query, { maxTokens: limits.tokens, noLocation: true });
    } catch {
      return null;
    }
    const [operation, ...others] = document.definitions.filter(
      (one) => one.kind === Kind.OPERATION_DEFINITION,
    );
    if (operation === undefined || others.length > 0 || isIntrospection(operation)) return null;
    if (validate(schema, document, rules, { maxErrors: MAX_ERRORS }).length > 0) return null;
    const whole = fields.subgraphsOf(schema, document).find(isOwn);
    return { document, operation, place: places.get(whole ?? '') ?? null };
  }

  /** Null if the variables are invalid or the operation costs more than the limit. */
  #check({ document, operation }: Known, { variables }: SubgraphOperation): Checked | null {
    try {
      return this.#checks.check(document, operation, variables ?? {});
    } catch {
      return null;
    }
  }
}

/** The result of an operation that has failed as a whole. */
function resultOf(error: unknown): { readonly context: { readonly result: Partial<Result> } } {
  return { context: { result: { data: null, errors: [asGraphQLError(error)] } } };
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

/** The type of a response without errors; null if the runtime has to choose. */
function typeFor(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*') return 'application/json';
  return /^application\/(?:graphql-response\+)?json$/.test(accept) ? accept : null;
}

function returned(headers: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    RETURNED.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

import { GraphQLError } from 'graphql';
import { Agent, errors } from 'undici';
import { UserError } from '../src/errors.js';
import { SIGNATURE, signatureOf } from '../src/http/signature.js';
import { isOwn, type Place } from './places.js';

const START_TIMEOUT_MS = 10_000;
/** More than any answer of ours has. The gateway would keep all of it in memory. */
const MAX_RESPONSE_BYTES = 100_000_000;

/** A subgraph and the gateway have different secrets. */
export class RefusedSignatureError extends UserError {}

/** The subgraph has not answered in time. */
export class SubgraphTimeoutError extends Error {}

/** What the subgraph answers has more than the maximum of bytes. */
export class TooLargeError extends GraphQLError {
  constructor(name: string) {
    super(`The answer of ${name} is too large`, { extensions: { code: 'SERVICE_UNAVAILABLE' } });
  }
}

export interface SubgraphOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface SubgraphResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Sends operations to subgraphs over connections that stay open, signed if they are our own. */
export class SubgraphClient {
  readonly #secret: string | null;
  readonly #agent: Agent;
  readonly #urls = new WeakMap<Place, URL>();

  constructor(secret: string | null, timeoutMs: number) {
    this.#secret = secret;
    this.#agent = new Agent({
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      maxResponseSize: MAX_RESPONSE_BYTES,
    });
  }

  /** Throws SubgraphTimeoutError, TooLargeError, the reason of the signal, or what the connection fails with. */
  async send(
    place: Place,
    operation: SubgraphOperation,
    { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<SubgraphResponse> {
    const { origin, pathname, search } = this.#urlOf(place);
    try {
      const response = await this.#agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: this.#bodyOf(place.name, operation),
        signal: signal ?? null,
      });
      const body = Buffer.from(await response.body.arrayBuffer());
      return { status: response.statusCode, headers: response.headers, body };
    } catch (error) {
      if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
        throw new SubgraphTimeoutError(error.message);
      }
      if (error instanceof errors.ResponseExceededMaxSizeError) throw new TooLargeError(place.name);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #urlOf(place: Place): URL {
    const url = this.#urls.get(place) ?? new URL(place.url);
    this.#urls.set(place, url);
    return url;
  }

  #bodyOf(name: string, { query, operationName, variables }: SubgraphOperation): string {
    // Another body could send our signature to our own subgraphs.
    const signature =
      this.#secret === null || !isOwn(name)
        ? null
        : signatureOf({ query, variables }, this.#secret);
    return JSON.stringify({
      query,
      ...(operationName != null && { operationName }),
      ...(variables != null && { variables }),
      ...(signature && { extensions: { [SIGNATURE]: signature.toString('base64') } }),
    });
  }
}

/**
 * Asks a subgraph directly, as the gateway does. Throws a UserError that says why it does not answer, and what to
 * do.
 */
export async function askSubgraph(
  place: Place,
  query: string,
  secret: string | null,
): Promise<Readonly<Record<string, unknown>>> {
  const { name, url } = place;
  const client = new SubgraphClient(secret, START_TIMEOUT_MS);
  try {
    const { status, body } = await client.send(place, { query }).catch((error: unknown) => {
      throw new UserError(
        `The subgraph ${name} at ${url} does not answer (${reasonOf(error)}). Start it, or correct its URL.`,
      );
    });
    if (status === 401) {
      throw new RefusedSignatureError(
        `The subgraph ${name} at ${url} refuses the gateway's signature. Set SUBGRAPH_SECRET to the same value for both.`,
      );
    }
    const { data } = (jsonIn(body) ?? {}) as { data?: Record<string, unknown> };
    if (data == null) {
      throw new UserError(
        `The subgraph ${name} at ${url} does not answer as GraphQL (status ${String(status)}). Correct its URL.`,
      );
    }
    return data;
  } finally {
    await client.close();
  }
}

export const FORWARDED_FOR = 'x-forwarded-for';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The headers of a client's request that a subgraph gets. `openGateway` has made them valid. */
export function passedOn(name: string, headers: Headers): Record<string, string> {
  // Without its address, all clients together have the limits of one; it concerns nobody else.
  const names = ['traceparent', ...(isOwn(name) ? [FORWARDED_FOR] : [])];
  return Object.fromEntries(
    names.flatMap((header) => {
      const value = headers[header];
      return typeof value === 'string' ? [[header, value]] : [];
    }),
  );
}

/** Undefined if it is not JSON. */
export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as Error & { readonly code?: string };
  return code ?? message;
}

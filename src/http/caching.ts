import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { ReadData } from '../database/batches.js';
import { READ_DATA_VERSION } from '../fields/data-version.js';

const PACKAGE = new URL('../../../package.json', import.meta.url);

/** What a response depends on besides the data and the request. */
export interface AnswerSettings {
  readonly schema: GraphQLSchema;
  /** Settings of the server that appear in responses or affect them. */
  readonly settings: unknown;
}

/** Entity tags, by which clients and caches check whether a stored response is still current. */
export class EntityTags {
  readonly #readData: ReadData;
  readonly #made: AnswerSettings;
  /** The same on all servers with the same release and settings. */
  #release: string | null = null;

  constructor(readData: ReadData, made: AnswerSettings) {
    this.#readData = readData;
    this.#made = made;
  }

  /**
   * Sets the tag of the reply, and returns whether the client's copy is current, in which case answer with 304.
   * Call it before the response is read: the response can then be newer than its tag, but never older.
   */
  async isUnchanged(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: readonly string[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const version = await this.#readData(READ_DATA_VERSION, [], signal);
    // Files contain the day of the export, and which activities have ended by that day.
    const day = new Date().toISOString().slice(0, 10);
    const tag = hash([this.#releaseHash(), version, day, request.url, ...asked]);
    // Weak, because the same response can be compressed differently or have another time of the same day.
    reply.header('etag', `W/"${tag}"`).header('cache-control', 'no-cache');
    return tagsOf(request).includes(tag);
  }

  #releaseHash(): string {
    if (this.#release === null) {
      const { schema, settings } = this.#made;
      const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
      this.#release = hash([version, printSchema(schema), settings]);
    }
    return this.#release;
  }
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);
}

/** The opaque tags in the header If-None-Match. */
function tagsOf({ headers }: FastifyRequest): readonly (string | undefined)[] {
  const given = headers['if-none-match']?.matchAll(/"([^"]*)"/g) ?? [];
  return [...given].map(([, tag]) => tag);
}

/**
 * Sets `no-store` on errors and on responses whose route does not allow caching. A response that may be cached
 * varies by Accept-Encoding, even if it was not compressed.
 */
export function limitCaching(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    const control = reply.getHeader('cache-control') ?? 'no-store';
    if (control === 'no-store' || ![200, 206, 304].includes(reply.statusCode)) {
      reply.removeHeader('etag').header('cache-control', 'no-store');
    } else {
      vary(reply, 'accept-encoding');
    }
    done(null, payload);
  });
}

/** Adds a request header to Vary. */
export function vary(reply: FastifyReply, field: string): void {
  const fields = [reply.getHeader('vary') ?? []].flat().join(', ').split(/, */).filter(Boolean);
  if (!fields.some((known) => known.toLowerCase() === field)) {
    reply.header('vary', [...fields, field].join(', '));
  }
}

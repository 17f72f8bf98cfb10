import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { ReadData } from '../database/batches.js';
import { READ_DATA_VERSION } from '../graph/data-version.js';

const PACKAGE = new URL('../../../package.json', import.meta.url);

/** What an answer depends on beside the data and what is asked. */
export interface AnswerSettings {
  readonly schema: GraphQLSchema;
  /** Settings of the server that stand in answers, or decide on them. */
  readonly settings: unknown;
}

/** The tags by which clients and caches ask whether what they have is still what they would get. */
export class EntityTags {
  readonly #readData: ReadData;
  readonly #made: AnswerSettings;
  /** The same on all servers of one release with the same settings. */
  #release: string | null = null;

  constructor(readData: ReadData, made: AnswerSettings) {
    this.#readData = readData;
    this.#made = made;
  }

  /**
   * Gives the reply its tag, and says whether the client has what it asks for, which is then to be answered with 304.
   * Call it before the answer is read: the answer can then be newer than its tag says, and never older.
   */
  async isUnchanged(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: readonly string[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const version = await this.#readData(READ_DATA_VERSION, [], signal);
    // Files say on which day they were made, and which activities are over by then.
    const day = new Date().toISOString().slice(0, 10);
    const tag = hash([this.#releaseHash(), version, day, request.url, ...asked]);
    // Weak: what is compressed otherwise, or names another instant of the day, is the same answer.
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

/** The opaque parts of the header If-None-Match. */
function tagsOf({ headers }: FastifyRequest): readonly (string | undefined)[] {
  const given = headers['if-none-match'] ?? '';
  return [...given.matchAll(/"([^"]*)"/g)].map(([, tag]) => tag);
}

/**
 * Says of every answer whether it may be kept: only what its route has said it of, and no error. What may be kept
 * depends on the encodings that the client accepts, whether or not it was compressed.
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

/** Says that the answer depends on this header of the request too. */
export function vary(reply: FastifyReply, field: string): void {
  const fields = [reply.getHeader('vary') ?? []].flat().join(', ').split(/, */).filter(Boolean);
  if (!fields.some((known) => known.toLowerCase() === field)) {
    reply.header('vary', [...fields, field].join(', '));
  }
}

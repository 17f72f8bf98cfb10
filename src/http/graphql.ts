import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { clientErrorOf } from '../client-errors.js';
import type { Exposure, Limits } from '../config.js';
import type { Context } from '../context.js';
import type { ReadData } from '../database/batches.js';
import type { DocumentRules } from '../documents/requested-document.js';
import { DatabaseUnreachableError } from '../database/errors.js';
import type { Metrics } from '../metrics.js';
import { Admission, NotAdmittedError, type queueSizes } from '../operation/admission.js';
import { createApollo } from '../operation/apollo.js';
import { OperationChecks } from '../operation/checks.js';
import type { NetworkSize } from '../operation/cost.js';
import { DocumentStore } from '../operation/document-store.js';
import { FastPath } from '../operation/fast-path.js';
import { AnswerCache } from '../operation/answer-cache.js';
import { PlannedAnswers } from '../operation/planned-answers.js';
import type { Planner } from '../planner/planner.js';
import { askedDocument, refuseDocument } from './asked-document.js';
import { vary, type EntityTags } from './caching.js';
import type { Handler } from './endpoint.js';
import { refuseAdmission } from './errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The context of the request's operation. */
    operationContext: Context;
  }
}

export interface GraphqlParts {
  /** The schema of the whole graph, with what gateways need. */
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly queues: ReturnType<typeof queueSizes>;
  /** Null if resolvers are to execute every operation. */
  readonly planner: Planner | null;
  readonly readData: ReadData;
  readonly cacheCharacters: number;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly exposure: Exposure;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Context;
  readonly tags: EntityTags;
  /** The size of the partnership graph, which costs depend on; null until it has been read. */
  readonly networkSize: () => NetworkSize | null;
}

/** Makes the handler of a schema: that of the whole graph, or one with a part of its fields. */
export type HandlerOf = (own: GraphQLSchema, byId: DocumentRules | null) => Promise<Handler>;

/**
 * GraphQL over HTTP: the fast path for known operations, Apollo for all others. All handlers share plans, limits and
 * slots, but validate documents separately.
 */
export function serveGraphql(app: FastifyInstance, parts: GraphqlParts): HandlerOf {
  const {
    schema,
    limits,
    queues,
    planner,
    readData,
    cacheCharacters,
    metrics,
    log,
    contextOf,
    tags,
    networkSize,
  } = parts;
  const stores: DocumentStore[] = [];
  metrics.cache('documents', () => stores.reduce((sum, { size }) => sum + size, 0));
  if (planner !== null) metrics.cache('plans', () => planner.size);
  const checks = new OperationChecks(schema, limits.cost, networkSize);
  const answers = new AnswerCache(readData, cacheCharacters);
  metrics.cache('answers', () => answers.size);
  const admission = new Admission(queues, limits.cost, metrics);
  const planned =
    planner === null
      ? null
      : new PlannedAnswers(planner, answers, metrics, log, limits.operationMs);
  const { exposure } = parts;
  app.decorateRequest('operationContext');
  return handlerOf;

  async function handlerOf(own: GraphQLSchema, byId: DocumentRules | null): Promise<Handler> {
    const documents = new DocumentStore();
    stores.push(documents);
    const fastPath =
      planned === null ? null : new FastPath(documents, checks, admission, planned, log, metrics);
    const apollo = createApollo({
      schema: own,
      limits,
      documents,
      checks,
      admission,
      planned,
      metrics,
      log,
      exposure,
    });
    await apollo.start();
    // Fastify has answered all running requests by now. Apollo's own drain plugin would wait for this close.
    app.addHook('onClose', () => apollo.stop());

    const answerByApollo = fastifyApolloHandler(apollo, {
      context: (request) => Promise.resolve(request.operationContext),
    });
    const mediaTypes = new MediaTypes();
    const answerShortWay = async (body: unknown, { operationContext }: FastifyRequest) =>
      (await fastPath?.find(body)?.(operationContext)) ?? null;
    return async (request, reply) => {
      // The URL and the body as they were sent, or with the text of the document that they name.
      const asked = byId === null ? asSent(request) : askedDocument(request, byId);
      if ('refusal' in asked) return refuseDocument(request, reply, asked.refusal);
      const context = contextOf(request, reply);
      request.operationContext = context;
      if (request.method === 'GET') {
        vary(reply, 'accept');
        const { accept = '' } = request.headers;
        if (await tags.isUnchanged(request, reply, [accept], context.signal)) {
          log.info({ requestId: request.id }, 'not modified');
          return reply.code(304).send();
        }
      }
      try {
        const mediaType = asked.body === undefined ? undefined : mediaTypes.of(request);
        const text = mediaType === undefined ? null : await answerShortWay(asked.body, request);
        if (mediaType !== undefined && text !== null) {
          return await reply.header('content-type', mediaType).send(text);
        }
        const answer = await answerByApollo.call(app, asked.request, reply);
        mediaTypes.learn(request, reply);
        return answer;
      } catch (error) {
        // Apollo's pipeline would refuse it too, but take time that a busy server does not have.
        if (error instanceof NotAdmittedError) return await refuseAdmission(reply, error);
        // Apollo would ask the database again.
        if (error instanceof DatabaseUnreachableError) throw error;
        // Apollo reports all other errors of an operation.
        if (clientErrorOf(error) === null) throw error;
        return await answerByApollo.call(app, asked.request, reply);
      } finally {
        context.slot.release?.();
      }
    };
  }
}

/** Apollo answers a GET, which has its operation in the URL. */
function asSent(request: FastifyRequest) {
  return { request, body: request.method === 'GET' ? undefined : request.body };
}

const MAX_MEDIA_TYPES = 100;
const MAX_ACCEPT = 200;

/** Apollo's response media type by Accept header. */
class MediaTypes {
  readonly #known = new LRUCache<string, string>({ max: MAX_MEDIA_TYPES });

  of({ headers }: FastifyRequest): string | undefined {
    const { accept = '' } = headers;
    return this.#known.get(accept);
  }

  learn({ headers }: FastifyRequest, reply: FastifyReply): void {
    const { accept = '' } = headers;
    const type = reply.getHeader('content-type');
    if (reply.statusCode === 200 && typeof type === 'string' && accept.length <= MAX_ACCEPT) {
      this.#known.set(accept, type);
    }
  }
}

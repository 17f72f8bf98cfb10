import { randomUUID } from 'node:crypto';
import fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pino, type DestinationStream, type Logger } from 'pino';
import { DEFAULT_EXPOSURE, type Config, type Exposure } from '../config.js';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { Columns } from '../aggregates/columns.js';
import { aggregatesOf } from '../aggregates/aggregates.js';
import { AggregateCache } from '../aggregates/aggregate-cache.js';
import { EXPORT_LIMITS, type ExportLimits } from '../export-limits.js';
import { Loaders } from '../loaders/loaders.js';
import { Network } from '../network/network.js';
import type { Patience } from '../network/shared-task.js';
import { Metrics } from '../metrics.js';
import { queueSizes } from '../operation/admission.js';
import { Planner } from '../planner/planner.js';
import { serveHealth, serveMetrics } from './admin.js';
import { acceptCompressed, readBodiesToEnd } from './body.js';
import { EntityTags, limitCaching } from './caching.js';
import { compressAnswers } from './compression.js';
import { allowOrigins } from './cors.js';
import { Deadlines } from './deadlines.js';
import {
  acceptOnlyJson,
  answerErrors,
  refuse,
  refuseConnection,
  refuseUnroutable,
} from './errors.js';
import { serveNetworkExport } from './network-export.js';
import { serveExports } from './export.js';
import { ExportSlots } from './export-slots.js';
import { serveGraphql } from './graphql.js';
import { servePages } from './pages.js';
import { publicUrlOf } from './public-url.js';
import { servePlayground, wantsPage } from './playground.js';

export interface ServerParts {
  readonly config: Pick<
    Config,
    | 'limits'
    | 'cacheCharacters'
    | 'columnsFromGrants'
    | 'statementTimeoutMs'
    | 'databasePoolSize'
    | 'operationsAtOnce'
    | 'operationsWaiting'
    | 'drainTimeoutMs'
    | 'trustedProxies'
  >;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** False if resolvers, the reference implementation, are to execute every operation. */
  readonly isPlanning?: boolean;
  readonly exportLimits?: ExportLimits;
  readonly metrics?: Metrics;
  readonly exposure?: Exposure;
}

export const ENDPOINT = '/graphql';
/** The endpoint for gateways of a federated graph. */
const SUBGRAPH_ENDPOINT = '/subgraph';
/** The log has details about the request under this id. */
const REQUEST_ID = 'x-request-id';

/** The complete HTTP server, not yet listening. Closing it lets running requests finish. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, database, schema, log, isPlanning = true, exportLimits = EXPORT_LIMITS } = parts;
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.limits.bodyBytes,
    requestTimeout: 30_000,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    genReqId: () => randomUUID(),
    // Log lines have a `requestId`, so a logger per request is not needed.
    childLoggerFactory: (logger) => logger,
    forceCloseConnections: 'idle',
    // Requests that arrive while it closes are answered too; Fastify would refuse them with its own message.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      reply.header(REQUEST_ID, request.id);
      refuseUnroutable(error, request, reply);
    },
    clientErrorHandler: refuseConnection,
    // Fastify's type of an instance has the type of its logger, which nothing else needs to know.
  }) as unknown as FastifyInstance;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID, request.id);
    done();
  });
  const { metrics = new Metrics(), exposure = DEFAULT_EXPOSURE } = parts;
  await allowOrigins(app, exposure.corsOrigins);
  limitCaching(app);
  await compressAnswers(app);
  acceptOnlyJson(app);
  acceptCompressed(app);
  readBodiesToEnd(app);
  answerErrors(app, log);
  const deadlines = new Deadlines(config.limits.operationMs);
  closeInTime(app, deadlines, parts);
  const patienceFor = (signal: AbortSignal): Patience => ({
    signal,
    timeoutMs: config.limits.networkMs,
  });
  const aggregateCache = new AggregateCache(config.cacheCharacters);
  metrics.cache('aggregates', () => aggregateCache.size);
  const columns = followedColumns(app, parts);
  const aggregates = aggregatesOf(aggregateCache, columns);
  const network = new Network(database.readWhole);
  app.addHook('onClose', () => network.close());

  const tags = new EntityTags(database.readData, {
    schema,
    settings: { cost: config.limits.cost, rowsASheet: exportLimits.rowsASheet },
  });

  const answer = await serveGraphql(app, {
    schema,
    limits: config.limits,
    queues: queueSizes(config),
    planner: isPlanning ? new Planner({ schema, tables: database.tables }) : null,
    readData: database.readData,
    cacheCharacters: config.cacheCharacters,
    metrics,
    log,
    exposure,
    tags,
    networkSize: () => network.size,
    contextOf: (request, reply): Context => {
      const signal = deadlines.start(reply);
      const loaders = new Loaders(database.tables, database.read, { aggregates, signal });
      return {
        requestId: request.id,
        client: request.ip,
        viewer: { kind: 'ANONYMOUS' },
        signal,
        loaders,
        openNetwork: (asked) =>
          network.open(asked, patienceFor(signal), (statement) => loaders.query(statement)),
        slot: { release: null },
        answered: { way: null, isCached: false },
        patience: patienceFor(signal),
      };
    },
  });
  const exportSlots = new ExportSlots(exportLimits, log);
  serveNetworkExport(
    app,
    network,
    schema,
    (reply) => patienceFor(deadlines.start(reply)),
    exportSlots,
    tags,
  );
  const sendPage = exposure.playground ? await servePlayground(app) : null;
  for (const url of [ENDPOINT, SUBGRAPH_ENDPOINT]) {
    app.route({
      method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE'],
      url,
      handler: (_request, reply) => refuseMethod(reply, url),
    });
  }
  app.route({
    method: ['GET', 'POST'],
    url: SUBGRAPH_ENDPOINT,
    exposeHeadRoute: false,
    handler: (request, reply) => answer.subgraph(request, reply),
  });
  app.route({
    method: ['GET', 'POST'],
    url: ENDPOINT,
    exposeHeadRoute: false,
    handler(request, reply) {
      return sendPage !== null && wantsPage(request) ? sendPage(reply) : answer.api(request, reply);
    },
  });
  serveExports(app, {
    database,
    schema,
    log,
    exportLimits,
    slots: exportSlots,
    tags,
    publicUrl: () => publicUrlOf(app, exposure.publicUrl),
    suggestions: exposure.suggestions,
  });
  if (exposure.pages) {
    await servePages(app, {
      tags,
      publicUrl: () => publicUrlOf(app, exposure.publicUrl),
      hasPlayground: exposure.playground,
      signalOf: (reply) => deadlines.start(reply),
    });
  } else {
    app.get('/', (_request, reply) => reply.redirect(ENDPOINT, 307));
  }
  serveHealth(app, database);
  if (exposure.admin === null) serveMetrics(app, metrics);
  return app;
}

/** The interval at which the copy checks for changes if there are no requests. */
const FOLLOW_MS = 10_000;

/** The copy in columns, kept up to date once the server is ready; null if it is disabled. */
function followedColumns(
  app: FastifyInstance,
  { config, database: { openCopies }, log }: ServerParts,
): Columns | null {
  if (openCopies === null || config.columnsFromGrants === 0) return null;
  const columns = new Columns({
    openCopies,
    fromGrants: config.columnsFromGrants,
    timeoutMs: config.statementTimeoutMs,
    onCopied: (details) => {
      log.info(details, 'aggregates are computed from columns in memory');
    },
    onFailed: (err) => {
      log.warn({ err }, 'the copy in columns failed; the database computes the aggregates');
    },
  });
  const timer = setInterval(() => void columns.follow(), FOLLOW_MS).unref();
  app.addHook('onReady', (done) => {
    void columns.follow();
    done();
  });
  app.addHook('onClose', () => {
    clearInterval(timer);
    return columns.close();
  });
  return columns;
}

/** Lets running requests finish; after the drain timeout, aborts those left and closes their connections. */
function closeInTime(
  app: FastifyInstance,
  deadlines: Deadlines,
  { config: { drainTimeoutMs }, log }: ServerParts,
): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    timer = setTimeout(() => {
      log.warn({ drainTimeoutMs }, 'the drain timeout has passed; closing open connections');
      deadlines.abortAll();
      app.server.closeAllConnections();
    }, drainTimeoutMs);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearTimeout(timer);
    done();
  });
}

function refuseMethod(reply: FastifyReply, url: string): FastifyReply {
  return refuse(reply.header('allow', 'GET, POST'), {
    code: 'METHOD_NOT_ALLOWED',
    message: `${url} accepts only GET and POST.`,
  });
}

/** Logs one line of JSON per event, to standard output by default. */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    // Buffered: a write per line would take a tenth of the time of a short request.
    destination ?? pino.destination({ sync: false, minLength: 4096, periodicFlush: 100 }),
  );
}

import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pino, type DestinationStream, type Logger } from 'pino';
import { DEFAULT_EXPOSURE, type Config, type Exposure } from '../config.js';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import { Columns } from '../aggregates/columns.js';
import { aggregatesOf } from '../aggregates/aggregates.js';
import { AggregateCache } from '../aggregates/aggregate-cache.js';
import { RegisteredDocuments } from '../documents/registered-documents.js';
import { EXPORT_LIMITS, type ExportLimits } from '../export-limits.js';
import { Loaders } from '../loaders/loaders.js';
import { Network } from '../network/network.js';
import type { Patience } from '../network/shared-task.js';
import { Metrics } from '../metrics.js';
import { queueSizes } from '../operation/admission.js';
import { Planner } from '../planner/planner.js';
import { serveHealth, serveMetrics } from './admin.js';
import { serveApi, SUBGRAPH_ENDPOINT } from './api.js';
import { createApp } from './app.js';
import { EntityTags } from './caching.js';
import { closeInTime } from './close-in-time.js';
import { Deadlines } from './deadlines.js';
import { routeOperations } from './endpoint.js';
import { serveGraphql } from './graphql.js';
import { signedBy } from './signature.js';
import { traceIdOf } from './trace.js';

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
    | 'subgraphSecret'
  >;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  /** The subgraphs to serve to a gateway, by name, instead of the API. */
  readonly subgraphs?: ReadonlyMap<string, GraphQLSchema> | undefined;
  readonly log: Logger;
  /** False if resolvers, the reference implementation, are to execute every operation. */
  readonly isPlanning?: boolean;
  readonly exportLimits?: ExportLimits;
  readonly metrics?: Metrics;
  readonly exposure?: Exposure;
  /** The documents that clients can ask for by their id; by default those of our own clients. */
  readonly registered?: RegisteredDocuments;
}

/** The complete HTTP server, not yet listening. Closing it lets running requests finish. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, database, schema, log, isPlanning = true, exportLimits = EXPORT_LIMITS } = parts;
  const { metrics = new Metrics(), exposure = DEFAULT_EXPOSURE } = parts;
  const app = await createApp(log, { ...config, corsOrigins: exposure.corsOrigins });
  const deadlines = new Deadlines(config.limits.operationMs);
  closeInTime(app, deadlines, config.drainTimeoutMs, log);
  const patienceFor = (signal: AbortSignal): Patience => ({
    signal,
    timeoutMs: config.limits.networkMs,
  });
  const aggregateCache = new AggregateCache(config.cacheCharacters);
  metrics.cache('aggregates', () => aggregateCache.size);
  const columns = followedColumns(app, parts);
  const aggregates = aggregatesOf(aggregateCache, columns);
  const network = new Network(database.readWhole);
  app.addHook('onReady', () =>
    network.estimateSize().catch((err: unknown) => {
      log.warn({ err }, 'the size of the network is not known yet; costs assume a medium one');
    }),
  );
  app.addHook('onClose', () => network.close());

  const tags = new EntityTags(database.readData, {
    schema,
    settings: { cost: config.limits.cost, rowsASheet: exportLimits.rowsASheet },
  });

  const handlerOf = serveGraphql(app, {
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
        traceId: traceIdOf(request.headers.traceparent),
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
  if (parts.subgraphs === undefined) {
    const { limits } = config;
    await serveApi(app, handlerOf, {
      database,
      schema,
      limits,
      exportLimits,
      exposure,
      subgraphSecret: config.subgraphSecret,
      registered: parts.registered ?? RegisteredDocuments.read(),
      log,
      network,
      tags,
      deadlines,
      patienceFor,
    });
  } else {
    for (const [name, own] of parts.subgraphs) {
      routeOperations(
        app,
        `${SUBGRAPH_ENDPOINT}/${name}`,
        signedBy(config.subgraphSecret, await handlerOf(own, null)),
      );
    }
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
  if (config.columnsFromGrants === 0) return null;
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

/** Logs one line of JSON per event, to standard output by default. */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    // Buffered: a write per line would take a tenth of the time of a short request.
    destination ?? pino.destination({ sync: false, minLength: 4096, periodicFlush: 100 }),
  );
}

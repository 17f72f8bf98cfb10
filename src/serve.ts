import type { FastifyInstance } from 'fastify';
import type { Config, Exposure } from './config.js';
import { migrate, openDatabase, type Database } from './database/database.js';
import { loadDataSet } from './data-set/load-data-set.js';
import type { Domain } from './federation/domain-names.js';
import { importFoundingRates } from './import/founding-rates.js';
import { Metrics } from './metrics.js';
import { createAdminServer, serveHealth } from './http/admin.js';
import { listen } from './http/listen.js';
import { publicUrlOf } from './http/public-url.js';
import { ENDPOINT, SUBGRAPH_ENDPOINT } from './http/api.js';
import { createLog, createServer } from './http/server.js';
import { createSchema, createSubgraphs } from './schema.js';
import { handleUnhandled } from './unhandled.js';

/**
 * Serves until SIGINT, SIGTERM or an uncaught exception; then finishes running requests and closes the database.
 * With `domains`, it serves only their subgraphs, for a gateway.
 */
export async function serve(
  config: Config,
  foundingDataSet: string,
  domains: readonly Domain[] = [],
): Promise<void> {
  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  metrics.collectProcess();
  const failed = handleUnhandled(metrics, log, config.drainTimeoutMs);
  const [schema, subgraphs, database] = await Promise.all([
    createSchema(),
    domains.length === 0 ? undefined : createSubgraphs(domains),
    openDatabase(config),
  ]);
  try {
    const applied = await migrate(database);
    if (applied.length > 0) log.info({ applied }, 'migrated');
    if (await isEmpty(database)) {
      // Rates first: organizations mark a database as not empty, so they come last.
      const { rows } = await importFoundingRates(database);
      log.info(rows, 'loaded the founding exchange rates');
      log.info(await loadDataSet(database, foundingDataSet), 'loaded the founding data');
      await database.checkpoint();
    }
    const { exports: exportLimits, exposure } = config;
    const app = await createServer({
      config,
      database,
      schema,
      subgraphs,
      log,
      metrics,
      exportLimits,
      exposure,
    });
    const health = (server: FastifyInstance) => {
      serveHealth(server, database);
    };
    const admin = exposure.admin === null ? null : createAdminServer({ health, metrics, log });
    const stopped = Promise.race([untilSignal(), failed]);
    try {
      await listen(app, config);
      if (admin !== null && exposure.admin !== null) await listen(admin, exposure.admin);
      const address = publicUrlOf(app, exposure.publicUrl);
      process.stdout.write(
        subgraphs === undefined
          ? greeting(address, database.description, exposure)
          : subgraphGreeting(address, database.description, domains),
      );
      log.info({ signal: await stopped }, 'stopping');
    } finally {
      await app.close();
      await admin?.close();
    }
  } finally {
    await database.close();
  }
}

function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function isEmpty({ dataSource }: Database): Promise<boolean> {
  const [row] = await dataSource.query<{ empty: boolean }[]>(
    `SELECT NOT EXISTS (SELECT FROM organization) AND NOT EXISTS (SELECT FROM without_founding_data) AS empty`,
  );
  return row?.empty === true;
}

function greeting(
  address: string,
  database: string,
  { trustedDocumentsOnly }: Pick<Exposure, 'trustedDocumentsOnly'>,
): string {
  const where = `
SCAN Graph is at ${address}${ENDPOINT} (${database}).`;
  if (trustedDocumentsOnly) {
    return `${where}
It runs only registered documents (docs/operations). Open ${address} for the pages.

`;
  }
  return `${where}
Open it in a browser for the playground, ${address} for the pages, or try:

  curl -s ${address}${ENDPOINT} -H 'content-type: application/json' \\
    -d '{"query":"{ association(slug: \\"scan\\") { name members { nodes { name city } } } }"}'

`;
}

function subgraphGreeting(address: string, database: string, domains: readonly Domain[]): string {
  const urls = domains.map((domain) => `  ${address}${SUBGRAPH_ENDPOINT}/${domain}\n`);
  return `\nSubgraphs of SCAN Graph for a gateway (${database}):\n\n${urls.join('')}\n`;
}

import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { migrate, openDatabase, type Database } from './database/database.js';
import { loadDataSet } from './data-set/load-data-set.js';
import { UserError } from './errors.js';
import { importFoundingRates } from './import/founding-rates.js';
import { Metrics } from './metrics.js';
import { createAdminServer } from './http/admin.js';
import { publicUrlOf } from './http/public-url.js';
import { createLog, createServer, ENDPOINT } from './http/server.js';
import { createSchema } from './schema.js';
import { handleUnhandled } from './unhandled.js';

/** Serves until SIGINT, SIGTERM or an uncaught exception; then finishes running requests and closes the database. */
export async function serve(config: Config, foundingDataSet: string): Promise<void> {
  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  metrics.collectProcess();
  const failed = handleUnhandled(metrics, log, config.drainTimeoutMs);
  const [schema, database] = await Promise.all([createSchema(), openDatabase(config)]);
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
      log,
      metrics,
      exportLimits,
      exposure,
    });
    const admin = exposure.admin === null ? null : createAdminServer({ database, metrics, log });
    const stopped = Promise.race([untilSignal(), failed]);
    try {
      await listen(app, config);
      if (exposure.admin !== null) await listen(admin, exposure.admin);
      process.stdout.write(greeting(publicUrlOf(app, exposure.publicUrl), database.description));
      log.info({ signal: await stopped }, 'stopping');
    } finally {
      await app.close();
      await admin?.close();
    }
  } finally {
    await database.close();
  }
}

async function listen(app: FastifyInstance | null, { host, port }: Place): Promise<void> {
  await app?.listen({ host, port }).catch((error: unknown) => {
    throw explainListen(error, { host, port });
  });
}

interface Place {
  readonly host: string;
  readonly port: number;
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

function explainListen(error: unknown, { host, port }: Place): Error {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return new UserError(
      `Port ${String(port)} on ${host} is in use. Stop the program that uses it, or set PORT to another port.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new UserError(
      `Cannot listen on ${host}:${String(port)} (${code}). Check HOST and PORT.`,
    );
  }
  return error as Error;
}

function greeting(address: string, database: string): string {
  return `
SCAN Graph is at ${address}${ENDPOINT} (${database}).
Open it in a browser for the playground, or try:

  curl -s ${address}${ENDPOINT} -H 'content-type: application/json' \\
    -d '{"query":"{ association(slug: \\"scan\\") { name members { nodes { name city } } } }"}'

`;
}

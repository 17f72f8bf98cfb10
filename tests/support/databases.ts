import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { FOUNDING_DATA_SET } from '../../src/cli.js';
import { generateNetwork } from '../../src/data-set/generate.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { migrate, openDatabase, overEmbedded, type Database } from '../../src/database/database.js';
import { importFoundingRates } from '../../src/import/founding-rates.js';
import { EmbeddedPostgres } from '../../src/database/embedded.js';

/**
 * Every test file has a database of its own, copied from one that was prepared once for the run: on
 * the embedded PostgreSQL or, with TEST_DATABASE_URL, on a server.
 */
export type Contents =
  /** SYNTHETIC has both: the founding data and a synthetic network beside it. */
  'EMPTY' | 'FOUNDING' | 'SYNTHETIC';
const CONTENTS: readonly Contents[] = ['EMPTY', 'FOUNDING', 'SYNTHETIC'];

/** Small, with two of everything and more. */
const SYNTHETIC_TIES = 400;
const STATEMENT_TIMEOUT_MS = 20_000;

const serverUrl = process.env.TEST_DATABASE_URL;
const folder = fileURLToPath(new URL('../../../dist/test-databases/', import.meta.url));
/** Two checkouts may be tested on one server at the same time. */
const checkout = createHash('sha256').update(folder).digest('hex').slice(0, 8);
const templateName = (contents: Contents) =>
  `scan_test_template_${checkout}_${contents.toLowerCase()}`;
const dumpFile = (contents: Contents) => `${folder}${contents.toLowerCase()}.tar`;

async function fill(database: Database, contents: Contents): Promise<void> {
  await migrate(database);
  if (contents !== 'EMPTY') {
    await importFoundingRates(database);
    await loadDataSet(database, FOUNDING_DATA_SET);
  }
  if (contents === 'SYNTHETIC') {
    await generateNetwork(database, { ties: SYNTHETIC_TIES, seed: 1, onProgress: () => undefined });
  }
}

export async function prepareTemplates(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const contents of CONTENTS) {
    if (serverUrl === undefined) {
      const embedded = await EmbeddedPostgres.open({ folder: null });
      const database = await overEmbedded(embedded, 'memory', STATEMENT_TIMEOUT_MS);
      await fill(database, contents);
      await database.dataSource.destroy();
      writeFileSync(dumpFile(contents), Buffer.from(await (await embedded.dump()).arrayBuffer()));
      await embedded.close();
    } else {
      const name = templateName(contents);
      await administer(serverUrl, `DROP DATABASE IF EXISTS "${name}"`, `CREATE DATABASE "${name}"`);
      const database = await openServer(name);
      await fill(database, contents);
      await database.close();
    }
  }
}

export async function dropTemplates(): Promise<void> {
  if (serverUrl === undefined) return;
  await administer(
    serverUrl,
    ...CONTENTS.map((contents) => `DROP DATABASE IF EXISTS "${templateName(contents)}"`),
  );
}

/** A database of its own with these contents; closing it leaves nothing behind. */
export async function openTestDatabase(contents: Contents): Promise<Database> {
  if (serverUrl === undefined) {
    const template = new Blob([readFileSync(dumpFile(contents))]);
    const embedded = await EmbeddedPostgres.open({ folder: null, template });
    return overEmbedded(embedded, 'memory', STATEMENT_TIMEOUT_MS);
  }
  const name = `scan_test_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${templateName(contents)}"`);
  const database = await openServer(name);
  return {
    ...database,
    close: async () => {
      await database.close();
      await administer(serverUrl, `DROP DATABASE "${name}"`);
    },
  };
}

function openServer(name: string): Promise<Database> {
  const url = new URL(serverUrl ?? '');
  url.pathname = `/${name}`;
  return openDatabase({
    databaseUrl: url.href,
    dataDir: '',
    databasePoolSize: 4,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
}

async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

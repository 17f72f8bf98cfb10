import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { FOUNDING_DATA_SET } from '../../src/cli.js';
import { generateNetwork } from '../../src/data-set/generate.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { migrate, openDatabase, overEmbedded, type Database } from '../../src/database/database.js';
import { loadVocabulariesIfNew } from '../../src/import/vocabularies.js';
import { EmbeddedPostgres } from '../../src/database/embedded.js';
import { EMBEDDED_FILES, openEmbedded, PREPARED } from './prepared-files.js';

/**
 * Every test file has a database of its own, copied from one that was prepared once for the run: on
 * the embedded PostgreSQL or, with TEST_DATABASE_URL, on a server.
 */
export type Contents =
  /**
   * NEW is what the first command makes of EMPTY: it has exchange rates, regions and sectors. SYNTHETIC has both: the
   * founding data and a synthetic network beside it.
   */
  'EMPTY' | 'NEW' | 'FOUNDING' | 'SYNTHETIC';
/** In the order in which each comes to be from the one before. */
const CONTENTS: readonly Contents[] = ['EMPTY', 'NEW', 'FOUNDING', 'SYNTHETIC'];

/** Small, with two of everything and more. */
const SYNTHETIC_TIES = 400;
const STATEMENT_TIMEOUT_MS = 20_000;

const serverUrl = process.env.TEST_DATABASE_URL;
/** Two checkouts may be tested on one server at the same time. */
const checkout = createHash('sha256').update(PREPARED).digest('hex').slice(0, 8);
export const templateName = (contents: Contents) =>
  `scan_test_template_${checkout}_${contents.toLowerCase()}`;
export const dumpFile = (contents: Contents) => `${PREPARED}${contents.toLowerCase()}.tar`;

/** What each has beyond the one before it. */
const ADD: Readonly<Record<Contents, (database: Database) => Promise<unknown>>> = {
  EMPTY: migrate,
  NEW: (database) => loadVocabulariesIfNew(database, FOUNDING_DATA_SET),
  FOUNDING: (database) => loadDataSet(database, FOUNDING_DATA_SET),
  SYNTHETIC: (database) =>
    generateNetwork(database, { ties: SYNTHETIC_TIES, seed: 1, onProgress: () => undefined }),
};

export function prepareTemplates(): Promise<void> {
  return serverUrl === undefined ? prepareEmbedded() : prepareOnServer(serverUrl);
}

async function prepareEmbedded(): Promise<void> {
  rmSync(PREPARED, { recursive: true, force: true });
  mkdirSync(PREPARED, { recursive: true });
  const embedded = await EmbeddedPostgres.open({ folder: null });
  const template = await embedded.dump();
  await store(template, `${EMBEDDED_FILES}.tar`);
  await (await EmbeddedPostgres.open({ folder: EMBEDDED_FILES, template })).close();
  const database = await overEmbedded(embedded, 'memory', STATEMENT_TIMEOUT_MS);
  // What nobody uses would be in each copy: the databases that others could be made from, and old files of the log.
  await database.dataSource.query('UPDATE pg_database SET datistemplate = false');
  await database.dataSource.query('DROP DATABASE template0');
  await database.dataSource.query('DROP DATABASE template1');
  await database.dataSource.query('SET wal_recycle = off');
  for (const contents of CONTENTS) {
    await ADD[contents](database);
    // Whoever opens a copy would have to do again what came after the last one.
    await database.dataSource.query('CHECKPOINT');
    await store(await embedded.dump(), dumpFile(contents));
  }
  await database.close();
}

async function store(tar: Blob, path: string): Promise<void> {
  writeFileSync(path, Buffer.from(await tar.arrayBuffer()));
}

async function prepareOnServer(url: string): Promise<void> {
  let before = 'template1';
  for (const contents of CONTENTS) {
    const name = templateName(contents);
    await administer(
      url,
      `DROP DATABASE IF EXISTS "${name}"`,
      `CREATE DATABASE "${name}" TEMPLATE "${before}"`,
    );
    const database = await openServer(name);
    await ADD[contents](database);
    await database.close();
    before = name;
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
    return overEmbedded(await openEmbedded(dumpFile(contents)), 'memory', STATEMENT_TIMEOUT_MS);
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

/** As if something had been written: whatever was counted and summed is counted and summed anew. */
export async function forgetFigures({ dataSource }: Pick<Database, 'dataSource'>): Promise<void> {
  await dataSource.query('UPDATE data_version SET changes = changes + 1');
}

import pg from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Config } from '../config.js';
import { UserError } from '../errors.js';
import type { RunStatement } from '../loaders/loaders.js';
import type { Row } from '../fields/row.js';
import type { Sql } from '../fields/sql.js';
import { Tables } from '../fields/tables.js';
import { copiesFrom, copiesOfSession, type OpenCopies } from './copies.js';
import { holdDataFolder } from './data-folder.js';
import { CONNECT_TIMEOUT_MS, createDataSource } from './data-source.js';
import { EmbeddedPostgres } from './embedded.js';
import {
  LONG_READS_AT_ONCE,
  longReadsEmbedded,
  longReadsOnServer,
  type OpenLongRead,
} from './long-read.js';
import { MIGRATIONS } from './migrations.js';
import { batchedReads, type ReadData } from './batches.js';
import { DatabaseUnreachableError } from './errors.js';
import {
  explainFailure,
  poolRunner,
  sharedWhileWaiting,
  statementRunner,
  type CancelStatement,
} from './readers.js';
import { SessionReads } from './session-reads.js';

type DatabaseConfig = Pick<
  Config,
  'databaseUrl' | 'dataDir' | 'databasePoolSize' | 'statementTimeoutMs'
>;

const OLDEST_SERVER = 15;
/** How long the server has to stop a statement on its own after its limit. */
const GRACE_MS = 1000;
const WHOLE_TIMEOUT_MS = 120_000;
/** The limit for health checks and cancel requests, which are fast unless the server has a problem. */
const CONTROL_TIMEOUT_MS = 2000;
const CONTROL_CONNECTIONS = 2;

/** REOPENING: the embedded database will be available again shortly. */
export type Readiness = 'READY' | 'NOT_MIGRATED' | 'REOPENING' | 'UNREACHABLE';

/** The database of this process. Writes go through TypeORM; reads go directly to the driver. */
export interface Database {
  readonly dataSource: DataSource;
  readonly tables: Tables;
  /** The kind and location, without a password. */
  readonly description: string;
  readonly read: RunStatement;
  /** For operations that compile to one statement. */
  readonly readData: ReadData;
  /** For health checks; on a server, it never waits for other reads. */
  readonly readControl: RunStatement;
  /** For reading the whole network: has a longer limit and its own connection. */
  readonly readWhole: (statement: Sql, signal?: AbortSignal) => Promise<readonly Row[]>;
  /** For reading in batches over minutes. The caller must close it. */
  readonly openLongRead: OpenLongRead;
  /** For copying whole tables. */
  readonly openCopies: OpenCopies;
  /** The readiness if known without a query, otherwise null. */
  readonly knownReadiness: () => Readiness | null;
  /** Call after writing much, so that the embedded database reopens fast. A server does this on its own. */
  readonly checkpoint: () => Promise<void>;
  close(): Promise<void>;
}

/** Runs statements that are still fragments. */
function rendered(tables: Tables, run: RunStatement): Database['readWhole'] {
  return (statement, signal) => {
    const { text, values } = tables.render(statement);
    return run(text, values, signal);
  };
}

/** Opens the configured database without migrating it; see `migrate`. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.databaseUrl === null
    ? openEmbedded(config)
    : openServer(config.databaseUrl, config);
}

async function openEmbedded({ dataDir, statementTimeoutMs }: DatabaseConfig): Promise<Database> {
  const folder = await holdDataFolder(dataDir);
  let embedded: EmbeddedPostgres | null = null;
  try {
    embedded = await openFiles(folder.files);
    folder.finish();
    return await overEmbedded(embedded, dataDir, statementTimeoutMs, () => {
      folder.release();
    });
  } catch (error) {
    await embedded?.close();
    folder.release();
    throw error;
  }
}

async function openFiles(files: string): Promise<EmbeddedPostgres> {
  try {
    return await EmbeddedPostgres.open({ folder: files });
  } catch (error) {
    const reason = reasonOf(error);
    const remedy = /no space left/i.test(reason)
      ? 'Free some disk space'
      : /permission denied/i.test(reason)
        ? 'Give this user read and write permission'
        : 'Restore a backup of the data folder';
    throw new UserError(
      `The database files in ${files} cannot be opened: ${reason}. ${remedy}, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

/** A database that uses an open embedded one, and closes it at the end. */
export async function overEmbedded(
  embedded: EmbeddedPostgres,
  place: string,
  statementTimeoutMs: number,
  afterwards: () => void = () => undefined,
): Promise<Database> {
  const dataSource = createDataSource({ kind: 'EMBEDDED', connect: () => embedded.connect() });
  await dataSource.initialize();
  const pool = poolOf(dataSource);
  const reads = new SessionReads(pool, {
    timeoutMs: statementTimeoutMs,
    canEnd: embedded.canReopen,
  });
  const tables = new Tables(dataSource);
  return {
    dataSource,
    tables,
    description: `embedded PostgreSQL in ${place}`,
    read: sharedWhileWaiting(reads.run, () => reads.isFree),
    readData: batchedReads(pool, reads.run),
    readControl: sharedWhileWaiting(reads.run, () => reads.isFree),
    readWhole: rendered(tables, statementRunner(pool, { timeoutMs: WHOLE_TIMEOUT_MS })),
    openLongRead: longReadsEmbedded(pool, statementTimeoutMs),
    openCopies: copiesOfSession(reads),
    knownReadiness: () => readinessOf(embedded, dataSource),
    checkpoint: async () => {
      await dataSource.query('CHECKPOINT');
    },
    close: async () => {
      await dataSource.destroy();
      await embedded.close();
      afterwards();
    },
  };
}

async function openServer(
  url: string,
  { databasePoolSize, statementTimeoutMs }: DatabaseConfig,
): Promise<Database> {
  const dataSource = await connectServer(url);
  const pools: pg.Pool[] = [];
  const readersNamed = (name: string, max: number, timeoutMs = statementTimeoutMs): pg.Pool => {
    const pool = new pg.Pool({
      connectionString: url,
      application_name: `scan-graph ${name}`,
      max,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: timeoutMs,
      // work_mem: counting a million grants uses hash tables of about ten megabytes. jit: compiling takes
      // longer than most statements run. random_page_cost: with the default for spinning disks, the
      // planner avoids covering indexes, which are smaller to read. Parallel workers: with many concurrent
      // statements, they would wait for each other at index pages and take processors from others.
      options: [
        'default_transaction_read_only=on',
        'work_mem=64MB',
        'jit=off',
        'random_page_cost=2',
        'max_parallel_workers_per_gather=0',
      ]
        .map((setting) => `-c ${setting}`)
        .join(' '),
    });
    pools.push(pool);
    // A connection that dies while idle is replaced when the next one is needed.
    return pool.on('error', () => undefined);
  };
  const readers = readersNamed('reader', databasePoolSize);
  const control = readersNamed('control', CONTROL_CONNECTIONS);
  const longReaders = readersNamed('export', LONG_READS_AT_ONCE);
  const wholeReader = readersNamed('network reader', 1, WHOLE_TIMEOUT_MS);
  const copyReader = readersNamed('copy reader', 1, WHOLE_TIMEOUT_MS);
  const reading = {
    timeoutMs: statementTimeoutMs,
    graceMs: GRACE_MS,
    cancel: cancelOver(control),
  };
  const tables = new Tables(dataSource);
  return {
    dataSource,
    tables,
    description: `PostgreSQL at ${placeOf(url)}`,
    read: statementRunner(readers, reading),
    readData: batchedReads(readers, poolRunner(readers, reading)),
    readControl: statementRunner(control, { timeoutMs: CONTROL_TIMEOUT_MS, graceMs: GRACE_MS }),
    readWhole: rendered(
      tables,
      statementRunner(wholeReader, { ...reading, timeoutMs: WHOLE_TIMEOUT_MS }),
    ),
    openLongRead: longReadsOnServer(longReaders, reading),
    openCopies: copiesFrom(copyReader),
    knownReadiness: () => null,
    checkpoint: () => Promise.resolve(),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await dataSource.destroy();
    },
  };
}

/** Sends the cancel request on another connection. If that fails, the statement ends at its own limit. */
function cancelOver(control: pg.Pool): CancelStatement {
  return async (client) => {
    const { processID } = client as pg.PoolClient & { readonly processID: number };
    await control.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
  };
}

async function connectServer(url: string): Promise<DataSource> {
  try {
    const dataSource = await createDataSource({ kind: 'SERVER', url }).initialize();
    const { version = '' } = dataSource.driver;
    if (parseInt(version) >= OLDEST_SERVER) return dataSource;
    await dataSource.destroy();
    throw new UserError(
      `The database at ${placeOf(url)} is PostgreSQL ${version}; version ${String(OLDEST_SERVER)} or later is required. Set DATABASE_URL to such a server.`,
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `The database at ${placeOf(url)} cannot be opened: ${reasonOf(error)}. Check DATABASE_URL and that the server is running.`,
      { cause: error },
    );
  }
}

function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as PostgresDriver).master as pg.Pool;
}

/** Whether it is the embedded database, which has one session. */
export function isEmbedded(dataSource: DataSource): boolean {
  return poolOf(dataSource).options.max === 1;
}

/** The user, host and database of an address, without parts that can contain a password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  const { message, code, errors } = error as {
    message: string;
    code?: string;
    errors?: readonly Error[];
  };
  return (message || errors?.[0]?.message || code || 'no answer').replace(/[.\s]+$/, '');
}

/** Explains a database failure during a command in a sentence; rethrows other errors. */
export function explainToOperator(error: unknown): UserError {
  if (!(explainFailure(error, 0) instanceof DatabaseUnreachableError)) throw error;
  return new UserError(
    `The database failed: ${reasonOf(error)}. Unfinished changes were not stored. Try again when the database is reachable and has enough disk space.`,
    { cause: error },
  );
}

/** An arbitrary number, the same in every instance. */
const MIGRATION_LOCK = 1_763_900_000;

/**
 * Applies pending migrations and returns their names. Instances that start at the same time wait for each
 * other. A database of a newer release is refused and left unchanged.
 */
export async function migrate({ dataSource }: Pick<Database, 'dataSource'>): Promise<string[]> {
  const unlock = await lockMigrations(dataSource);
  try {
    await refuseNewer(dataSource);
    const done = await dataSource.runMigrations();
    migrated.add(dataSource);
    return done.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof QueryFailedError)) throw error;
    throw new UserError(`The migrations failed: ${reasonOf(error)}. Nothing was changed.`, {
      cause: error,
    });
  } finally {
    await unlock();
  }
}

/** The embedded database does not need the lock: it has one session, and one process owns its folder. */
async function lockMigrations(dataSource: DataSource): Promise<() => Promise<void>> {
  if (isEmbedded(dataSource)) return () => Promise.resolve();
  const runner = dataSource.createQueryRunner();
  await runner.query(`SELECT pg_advisory_lock(${String(MIGRATION_LOCK)})`);
  return async () => {
    // If the connection is lost, the server releases the lock.
    await runner.query(`SELECT pg_advisory_unlock(${String(MIGRATION_LOCK)})`).catch(() => null);
    await runner.release();
  };
}

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = (await appliedMigrations(dataSource.query.bind(dataSource))).filter(
    (name) => !known.has(name),
  );
  if (unknown.length > 0) {
    throw new UserError(
      `The database was written by a newer version of SCAN Graph (with the migrations ${unknown.join(', ')}). Use that version. Nothing was changed.`,
    );
  }
}

async function appliedMigrations(
  query: (text: string, values: unknown[]) => Promise<unknown>,
): Promise<string[]> {
  const [exists] = (await query(
    `SELECT to_regclass('migrations') IS NOT NULL AS "exists"`,
    [],
  )) as {
    exists: boolean;
  }[];
  if (exists?.exists !== true) return [];
  const rows = (await query(`SELECT name FROM migrations ORDER BY id`, [])) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** The databases that this process has migrated. */
const migrated = new WeakSet<DataSource>();

/** The readiness without a query: a running long statement must not delay the answer. */
function readinessOf(embedded: EmbeddedPostgres, dataSource: DataSource): Readiness | null {
  if (embedded.state === 'REOPENING') return 'REOPENING';
  if (embedded.state !== 'OPEN') return 'UNREACHABLE';
  const pool = poolOf(dataSource);
  const isBusy = pool.waitingCount > 0 || pool.idleCount < pool.totalCount;
  const isMigrated = migrated.has(dataSource) || isOfThisRelease(embedded.migrations);
  return isBusy && isMigrated ? 'READY' : null;
}

function isOfThisRelease(applied: readonly string[]): boolean {
  return MIGRATIONS.every(({ name }) => applied.includes(name));
}

/** Whether the database answers and has all migrations of this release. */
export async function readiness({
  readControl,
  knownReadiness,
}: Pick<Database, 'readControl' | 'knownReadiness'>): Promise<Readiness> {
  const known = knownReadiness();
  if (known !== null) return known;
  try {
    const applied = await appliedMigrations((text, values) => readControl(text, values));
    return isOfThisRelease(applied) ? 'READY' : 'NOT_MIGRATED';
  } catch {
    // For any reason, no request can be answered; failed requests log it.
    return 'UNREACHABLE';
  }
}

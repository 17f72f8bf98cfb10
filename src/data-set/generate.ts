import { setImmediate } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';
import { UserError } from '../errors.js';
import { insertRows } from './store.js';
import { type NetworkOptions, syntheticSourceSlugs, usualGrants } from './synthetic/plan.js';
import { type Batch, syntheticNetwork, syntheticRowCounts } from './synthetic-network.js';

export interface GenerateOptions extends Pick<NetworkOptions, 'ties' | 'seed'> {
  /** Default: a quarter of the ties. */
  readonly grants?: number | undefined;
  readonly onProgress?: (doneRows: number, totalRows: number) => void;
}

export interface GeneratedNetwork {
  /** False if the database already had this network, so nothing was changed. */
  readonly isNew: boolean;
  /** The number of rows of the network, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** An arbitrary number, the same in every instance. */
const GENERATOR_LOCK = 1_763_900_001;

/**
 * Stores a synthetic network in one transaction. A database can have one: a different one is refused,
 * and the same one again changes nothing.
 */
export async function generateNetwork(
  { dataSource }: Pick<Database, 'dataSource'>,
  { ties, seed, grants = usualGrants(ties), onProgress }: GenerateOptions,
): Promise<GeneratedNetwork> {
  const options = { ties, seed, grants };
  const rows = countRows(dataSource, options);
  const totalRows = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const isNew = await dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(${String(GENERATOR_LOCK)})`);
    if (await holdsAlready(manager, options)) return false;
    let doneRows = 0;
    const batches = syntheticNetwork(options);
    let batch = batches.next();
    while (batch.done !== true) {
      const { entity, rows } = batch.value;
      [, batch] = await Promise.all([insertRows(manager, entity, rows), meanwhile(batches)]);
      doneRows += rows.length;
      onProgress?.(doneRows, totalRows);
    }
    return true;
  });
  // Query plans need statistics, and pending work of the search index would slow every search.
  if (isNew) await dataSource.query('VACUUM (ANALYZE)');
  return { isNew, rows };
}

/** Makes the next batch while the database stores the current one. */
async function meanwhile(batches: Iterator<Batch, void>): Promise<IteratorResult<Batch, void>> {
  await setImmediate();
  return batches.next();
}

function countRows(dataSource: DataSource, options: NetworkOptions): Record<string, number> {
  return Object.fromEntries(
    [...syntheticRowCounts(options)].map(([entity, count]) => [
      dataSource.getMetadata(entity).tableName,
      count,
    ]),
  );
}

/** Whether the network is stored. It is stored in one transaction, so its sources are enough to know. */
async function holdsAlready(manager: EntityManager, options: NetworkOptions): Promise<boolean> {
  const found = await manager.query<{ slug: string; title: string }[]>(
    `SELECT slug, title FROM source WHERE slug LIKE 'synthetic-seed-%' ORDER BY slug`,
  );
  const own = new Set(syntheticSourceSlugs(options));
  const other = found.find(({ slug }) => !own.has(slug));
  if (other !== undefined) {
    throw new UserError(
      `The database already has another synthetic network: ${other.title}. Nothing was changed. Use an empty database instead.`,
    );
  }
  return found.length > 0;
}

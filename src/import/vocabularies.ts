import type { Database } from '../database/database.js';
import type { LoadReport } from '../data-set/load-data-set.js';

/** The files of a data set with what all data refers to. */
const FILES = ['regions', 'sectors'] as const;

/**
 * Loads the exchange rates, and the regions and sectors of the founding data set, without the founding network: what
 * every database needs, whatever data it is for. What reads data sets is imported only here: every command asks whether
 * the database is new, and it hardly ever is.
 */
async function loadVocabularies(
  database: Pick<Database, 'dataSource'>,
  foundingDataSet: string,
): Promise<LoadReport> {
  const { loadDataSet } = await import('../data-set/load-data-set.js');
  const { importFoundingRates } = await import('./founding-rates.js');
  await importFoundingRates(database);
  return loadDataSet(database, foundingDataSet, FILES);
}

/** Loads them for somebody with data of their own: `serve` then adds no founding data. */
export async function loadOnlyVocabularies(
  database: Pick<Database, 'dataSource'>,
  foundingDataSet: string,
): Promise<LoadReport> {
  const report = await loadVocabularies(database, foundingDataSet);
  await database.dataSource.query(
    `INSERT INTO without_founding_data (since) SELECT now() WHERE NOT EXISTS (SELECT FROM without_founding_data)`,
  );
  return report;
}

/** Loads them into a database without any data. */
export async function loadVocabulariesIfNew(
  database: Pick<Database, 'dataSource'>,
  foundingDataSet: string,
): Promise<void> {
  const [row] = await database.dataSource.query<{ isNew: boolean }[]>(
    `SELECT NOT EXISTS (SELECT FROM source) AS "isNew"`,
  );
  if (row?.isNew === true) await loadVocabularies(database, foundingDataSet);
}

import { UserError } from '../errors.js';
import type { Database } from '../database/database.js';
import { exchangeRateKey, grantKey } from './record-keys.js';
import type { RecordFile } from './records.js';
import { readDataSet, type DataSet, type Fault, type Placed } from './read-data-set.js';
import { References } from './references.js';
import { refusedByDatabase, removeOthers, storeRows } from './store.js';
import { toRows } from './to-rows.js';

export interface LoadReport {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The number of deleted list entries, such as names of an organization that its record no longer has. */
  readonly removed: number;
}

/** The data set has faults; lists all of them with their places. Nothing was stored. */
export class DataSetError extends UserError {
  readonly faults: readonly Fault[];

  constructor(folder: string, faults: readonly Fault[]) {
    const list = faults.map(
      ({ file, line, field, value, reason }) =>
        `  ${file}:${String(line)}${field === '' ? '' : ` ${field}`}${value === undefined || value === null ? '' : ` = ${JSON.stringify(value)}`}: ${reason}`,
    );
    super(
      `The data set ${folder} has ${faults.length === 1 ? 'a fault' : `${String(faults.length)} faults`}. Nothing was stored.\n${list.join('\n')}`,
    );
    this.faults = faults;
  }
}

/**
 * Loads a data set in one transaction. Loading it again updates what has changed.
 * @param files only these files, with their sources; by default all
 */
export async function loadDataSet(
  { dataSource }: Pick<Database, 'dataSource'>,
  folder: string,
  files?: readonly RecordFile[],
): Promise<LoadReport> {
  const read = readDataSet(folder);
  const findings =
    files === undefined ? read : { ...read, dataSet: onlyFiles(read.dataSet, files) };
  const { dataSet, faults } = findings;
  return dataSource
    .transaction(async (manager) => {
      const references = await References.look(manager, keysIn(dataSet), findings);
      const tables = toRows(dataSet, references, faults);
      if (faults.length > 0) throw new DataSetError(folder, faults);
      const total = { inserted: 0, updated: 0, unchanged: 0, removed: 0 };
      // Deletes come first: deleting transactions updates sums, which must not overwrite stated amounts.
      for (const { entity, rows, owners } of tables) {
        if (owners === null) continue;
        const gone = await removeOthers(manager, entity, rows, owners);
        total.inserted -= gone.changed;
        total.updated += gone.changed;
        total.removed += gone.removed;
      }
      for (const { entity, rows } of tables) {
        const stored = await storeRows(manager, entity, rows);
        total.inserted += stored.inserted;
        total.updated += stored.updated;
        total.unchanged += stored.unchanged;
      }
      return total;
    })
    .catch((error: unknown) => {
      throw refusedByDatabase(error, `The data set ${folder}`);
    });
}

/** The records of some files, and the sources that they come from. */
function onlyFiles(dataSet: DataSet, files: readonly RecordFile[]): DataSet {
  const kept = files.flatMap((file) => dataSet[file] as readonly Placed<{ source?: string }>[]);
  const named = new Set(kept.map(({ value }) => value.source));
  const entries = Object.entries(dataSet).map(([file, records]) => {
    if (file === 'sources') {
      return [file, dataSet.sources.filter(({ value }) => named.has(value.slug))];
    }
    return [file, files.includes(file as RecordFile) ? records : []];
  });
  return Object.fromEntries(entries) as DataSet;
}

/** Every text that could be a key. Looking up too many is harmless. */
function keysIn(dataSet: DataSet): readonly string[] {
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value.length <= 200) texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const records of Object.values(dataSet)) {
    for (const { value } of records) collect(value);
  }
  for (const { value } of dataSet.sectors) {
    for (const code of [value.code, value.parent]) texts.add(`${value.scheme}:${String(code)}`);
  }
  for (const { value } of dataSet.grants) texts.add(grantKey(value));
  for (const { value } of dataSet['exchange-rates']) texts.add(exchangeRateKey(value));
  return [...texts];
}

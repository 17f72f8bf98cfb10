import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { Source } from '../../entities/knowledge/source.entity.js';
import { refusedByDatabase, storeRows, waitForOtherRuns } from '../data-set/store.js';
import { ahead } from '../ahead.js';
import { counted } from '../domain/counted.js';
import type { Database } from '../database/database.js';
import { idOfKey, type SourceId } from '../domain/ids.js';
import { UserError } from '../errors.js';
import { AnnotatedCopy } from './annotated-copy.js';
import { charactersOf } from './characters.js';
import { garbageCollector } from './collect-garbage.js';
import type { Changes } from './changes.js';
import { detectFormat } from './detect-format.js';
import { FORMATS } from './formats.js';
import type { DataSetDescription, Importer } from './importer.js';
import { openInputFile, requireKind, type FileKind, type InputFile } from './input-file.js';
import { Intake, type StoredRows } from './intake.js';
import { warnOfLayout } from './layout.js';
import { LateIndexes } from './late-indexes.js';
import { LIMITS } from './limits.js';
import type { OnOrganization } from './organizations.js';
import { linkEarlierGrants } from './parents.js';
import { ParsedWorkbook } from './parsed-workbook.js';
import {
  faultLine,
  groupLine,
  NOWHERE,
  HeldReport,
  Report,
  type Fault,
  type Group,
  type Placed,
} from './report.js';
import { warnOfSameNames } from './same-names.js';

export interface ImportOptions {
  /** Detected from the content by default. */
  readonly format?: string | null;
  readonly path: string;
  /** Runs the whole import, then rolls it back. */
  readonly dryRun?: boolean;
  /** Leaves out records with faults and stores the others. */
  readonly skipFaulty?: boolean;
  /** Replaces records of other data sets, instead of reporting them as faults. */
  readonly replace?: boolean;
  /** Deletes the grants of the data set that the file does not have. */
  readonly retireMissing?: boolean;
  /** Also validates the file against the schema of its standard. */
  readonly validate?: boolean;
  /** The file for a copy of the table in which the cells with faults and warnings are marked. */
  readonly annotate?: string | null;
  /** How many faults and warnings a report lists; all are counted. */
  readonly maxFaults?: number;
  /** The encoding of a text file; detected from the content by default. */
  readonly encoding?: string | null;
  /** Overrides the description in the file. */
  readonly dataSet?: Partial<DataSetDescription>;
  /** Stops the run at the next batch; nothing is stored. */
  readonly signal?: AbortSignal;
  /** Called once for each organization that the file names. */
  readonly onOrganization?: OnOrganization;
  /** Called after every batch with the number of records and the fraction of the file read so far. */
  readonly onProgress?: (records: number, fraction: number) => void;
}

/** The result of an import; what `--report` writes. */
export interface ImportReport {
  readonly file: string;
  readonly format: string;
  readonly kind: FileKind;
  readonly dataSet: DataSetDescription;
  /** Whether the rows were committed. */
  readonly isStored: boolean;
  readonly isDryRun: boolean;
  /** The number of records without a fault of their own. */
  readonly records: number;
  readonly rows: StoredRows;
  readonly faults: Findings & { readonly records: number };
  readonly warnings: Findings;
  /** The number of records that are copies of stored ones from the same source, which stay unchanged. */
  readonly copies: number;
  /** What the run replaced, changed and took away. */
  readonly changes: Changes;
  /** The number of grants of the data set that the file does not have; they stay, unless `retireMissing` is set. */
  readonly missingGrants: number;
  /** Whether they were deleted. */
  readonly isRetired: boolean;
  readonly fieldsNotTaken: readonly { readonly field: string; readonly records: number }[];
}

/** Faults or warnings: all are counted, the first are listed, and equal ones are grouped. */
interface Findings {
  readonly count: number;
  readonly first: readonly Fault[];
  readonly groups: readonly Pick<Group, 'count' | 'first'>[];
}

const DEFAULT_MAX_FAULTS = 100;

/** Rolls back the transaction of a run that is not kept. */
class Undone extends Error {}

/** Imports a file in one transaction: any fault rolls everything back, unless `skipFaulty` is set. */
export async function importFile(
  { dataSource }: Pick<Database, 'dataSource'>,
  options: ImportOptions,
): Promise<ImportReport> {
  const { path } = options;
  // An unknown name is refused before the file is read.
  const named = options.format == null ? null : await importerOf(options.format);
  const opened = await openInputFile(path, options.encoding ?? null);
  const format = options.format ?? (await detectFormat(opened));
  const importer = named ?? (await importerOf(format));
  if (options.validate === true && importer.validate === undefined) {
    throw new UserError(
      `The format ${format} has no schema for --validate; every import already checks all its rules.`,
    );
  }
  requireKind(opened, importer.kinds, format);
  const run = { ...options, format };
  if (opened.kind !== 'XLSX') return importOpened(dataSource, importer, opened, run);
  const parsed = new ParsedWorkbook(opened);
  try {
    return await importOpened(dataSource, importer, { ...opened, parsed }, run);
  } finally {
    await parsed.close();
  }
}

async function importOpened(
  dataSource: Database['dataSource'],
  importer: Importer<unknown>,
  file: InputFile,
  options: ImportOptions & { readonly format: string },
): Promise<ImportReport> {
  const { format, path, dryRun = false, skipFaulty = false } = options;
  const copy = options.annotate == null ? null : new AnnotatedCopy(options.annotate, file);
  const report = new Report(file.name, options.maxFaults ?? DEFAULT_MAX_FAULTS, copy);
  if (file.encodingGuess !== null) report.warn(NOWHERE, '', null, file.encodingGuess);
  const contentDigest = `${format} ${await digestOf(path)}`;
  const dataSet = {
    retrievedOn: statSync(path).mtime.toISOString().slice(0, 10),
    ...(await importer.describe(file, report)),
    ...(await sameFile(dataSource, contentDigest)),
    ...options.dataSet,
  };
  let run: Run = {
    records: 0,
    rows: { inserted: 0, updated: 0, unchanged: 0, removed: 0 },
    changes: { replaced: 0, changed: 0, removed: 0, first: [] },
    missingGrants: 0,
  };
  let isStored = false;
  try {
    await dataSource.transaction(async (manager) => {
      await waitForOtherRuns(manager);
      const source = await storeSource(manager, { ...dataSet, contentDigest });
      const intake = new Intake(manager, report, source, options);
      run = await runImporter(importer, file, intake, options);
      warnOfLayout(file.layout, report);
      // A run that stored nothing must not leave a source.
      if (source.isNew && run.rows.inserted + run.rows.updated === 0) {
        await manager.delete(Source, source.id);
      }
      if (dryRun || (report.faultCount > 0 && !skipFaulty)) throw new Undone();
    });
    isStored = true;
  } catch (error) {
    if (!(error instanceof Undone)) throw refusedByDatabase(error, file.name);
  }
  if (options.validate === true) await importer.validate?.(file, report);
  await copy?.write(file);
  // Query plans need statistics, and pending work of the search index would slow every search.
  if (isStored && run.rows.inserted + run.rows.updated > 10_000) {
    await dataSource.query('VACUUM (ANALYZE)');
  }
  return {
    file: file.name,
    format,
    kind: file.kind,
    dataSet,
    isStored,
    isDryRun: dryRun,
    isRetired: options.retireMissing === true && isStored,
    ...run,
    faults: {
      count: report.faultCount,
      records: report.faultyRecords,
      first: report.faults,
      groups: report.groupsOf('FAULT').map(({ count, first }) => ({ count, first })),
    },
    warnings: {
      count: report.warningCount,
      first: report.warnings,
      groups: report.groupsOf('WARNING').map(({ count, first }) => ({ count, first })),
    },
    copies: report.copies,
    fieldsNotTaken: report.fieldsNotTaken,
  };
}

async function importerOf(name: string): Promise<Importer<unknown>> {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined) {
    throw new UserError(
      `'${name}' is not an import format. Use one of ${Object.keys(FORMATS).join(', ')}.`,
    );
  }
  return format.load();
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** The data set that was last imported from a file with this content, whatever its name was. */
async function sameFile(
  dataSource: Database['dataSource'],
  contentDigest: string,
): Promise<Partial<DataSetDescription>> {
  const [same] = await dataSource.query<{ slug: string; title: string }[]>(
    `SELECT slug, title FROM source WHERE content_digest = $1 ORDER BY slug LIMIT 1`,
    [contentDigest],
  );
  return same ?? {};
}

/** Stores the source of all rows of the data set. Properties that are not given stay unchanged. */
async function storeSource(
  manager: EntityManager,
  description: DataSetDescription & Pick<Source, 'contentDigest'>,
): Promise<{ id: SourceId; slug: string; isNew: boolean }> {
  const { slug, confidence = 'SECONDARY', ...fields } = description;
  const [stored] = await manager.query<{ id: SourceId }[]>(
    `SELECT id FROM source WHERE slug = $1`,
    [slug],
  );
  const id = stored?.id ?? idOfKey('Source', slug);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
  await storeRows(manager, Source, [{ id, slug, confidence, ...given }]);
  return { id, slug, isNew: stored === undefined };
}

interface Run {
  readonly records: number;
  readonly rows: StoredRows;
  readonly changes: Changes;
  readonly missingGrants: number;
}

async function runImporter(
  importer: Importer<unknown>,
  file: InputFile,
  intake: Intake,
  { signal, onProgress, retireMissing = false }: ImportOptions,
): Promise<Run> {
  let count = 0;
  const collectGarbage = garbageCollector();
  const indexes = new LateIndexes(intake.manager);
  for await (const { records, report } of ahead(batchesOf(importer, file, intake.report))) {
    if (signal?.aborted === true) throw new UserError('Interrupted. Nothing was stored.');
    report();
    const sound = records.filter(({ isFaulty }) => isFaulty !== true);
    // Storing one with faults finds its other ones; it is rolled back.
    if (records.length > 0) await importer.store(intake.isSkipping ? sound : records, intake);
    await indexes.dropFor(intake.rows.inserted + intake.rows.updated);
    count += sound.length;
    collectGarbage(records.length);
    onProgress?.(count, Math.min(1, file.progress.done / file.progress.total));
  }
  await importer.finish?.(intake);
  await linkEarlierGrants(intake);
  await warnOfSameNames(intake);
  const missingGrants = await intake.countMissing();
  if (retireMissing && missingGrants > 0) {
    // A record with faults is not known to be missing.
    if (intake.report.faultCount > 0) {
      intake.report.fault(
        NOWHERE,
        '',
        null,
        'has faults, so it is not certain which grants are missing; fix them, or omit --retire-missing',
      );
    } else await intake.retireMissing();
  }
  await indexes.build();
  return {
    records: count,
    rows: intake.rows,
    changes: await intake.changes.finish(),
    missingGrants,
  };
}

interface Batch {
  readonly records: readonly Placed<unknown>[];
  /** Reports what was found while they were read. */
  readonly report: () => void;
}

/** The records of a file, as many at a time as are stored together. Each batch is read while the one before is stored. */
async function* batchesOf(
  importer: Importer<unknown>,
  file: InputFile,
  report: Report,
): AsyncGenerator<Batch> {
  const held = new HeldReport(report);
  let records: Placed<unknown>[] = [];
  let size = 0;
  let characters = 0;
  for await (const record of importer.read(file, held)) {
    records.push(record);
    size += record.size ?? 1;
    characters += charactersOf(record.value);
    if (size < LIMITS.recordsABatch && characters < LIMITS.charactersABatch) continue;
    yield { records, report: held.take() };
    records = [];
    size = 0;
    characters = 0;
  }
  yield { records, report: held.take() };
}

/** The report for a person, without what the progress bar has shown. */
export function reportText(report: ImportReport): string {
  const { file, faults, warnings, copies, fieldsNotTaken, rows, records } = report;
  const lines: string[] = [];
  // Few are listed one by one; of many, equal ones are one line.
  const list = (what: string, { count, first, groups }: Findings) => {
    if (count === 0) return;
    const isGrouped = count > LISTED_SINGLY;
    lines.push(
      `${file} has ${counted(count, what)}:`,
      ...(isGrouped ? groups.map(groupLine) : first.map(faultLine)),
    );
    const listed = isGrouped ? groups.reduce((sum, group) => sum + group.count, 0) : first.length;
    if (count > listed) lines.push(`  … and ${String(count - listed)} more.`);
  };
  list('warning', warnings);
  list('fault', faults);
  if (fieldsNotTaken.length > 0) {
    lines.push(
      `Not imported: ${fieldsNotTaken.map(({ field, records: count }) => `'${field}' (${counted(count, 'record')})`).join(', ')}.`,
    );
  }
  if (copies > 0) {
    lines.push(
      `${counted(copies, 'record')} of ${file} ${copies === 1 ? 'is a copy of a stored record' : 'are copies of stored records'} from the same source and ${copies === 1 ? 'was' : 'were'} left unchanged.`,
    );
  }
  lines.push(...changeLines(report.changes));
  if (report.missingGrants > 0 && !report.isRetired) {
    const count = counted(report.missingGrants, 'grant');
    lines.push(
      `${count} of the data set ${report.dataSet.slug} ${report.missingGrants === 1 ? 'is' : 'are'} not in ${file}. ${report.missingGrants === 1 ? 'It stays' : 'They stay'} stored; to delete ${report.missingGrants === 1 ? 'it' : 'them'}, use --retire-missing.`,
    );
  }
  const counts = `${counted(rows.inserted, 'row')} inserted, ${String(rows.updated)} updated, ${String(rows.unchanged)} unchanged, ${String(rows.removed)} deleted`;
  lines.push(
    report.isStored
      ? `Stored ${counted(records, 'record')} of ${file}${faults.records > 0 ? `, without ${counted(faults.records, 'faulty one')}` : ''}: ${counts}.`
      : report.isDryRun && faults.count === 0
        ? `Nothing was stored: this was a dry run. It would store: ${counts}.`
        : `Nothing was stored: ${counted(faults.records, 'record')} of ${file} ${faults.records === 1 ? 'has' : 'have'} faults. Fix them, or leave them out with --skip-faulty.`,
  );
  return lines.join('\n');
}

const CHANGE_TITLES = {
  REPLACED: ['replaced record of another data set', 'replaced records of other data sets'],
  CHANGED: ['changed amount', 'changed amounts'],
  REMOVED: ['deleted record or list entry', 'deleted records and list entries'],
} as const;

/** What the run replaced, changed and took away, by kind. */
function changeLines({ replaced, changed, removed, first }: Changes): string[] {
  const counts = { REPLACED: replaced, CHANGED: changed, REMOVED: removed };
  return (['REPLACED', 'CHANGED', 'REMOVED'] as const).flatMap((kind) => {
    const own = first.filter((change) => change.kind === kind);
    if (counts[kind] === 0) return [];
    const more = counts[kind] - own.length;
    const [one, many] = CHANGE_TITLES[kind];
    return [
      `${counted(counts[kind], one, many)}:`,
      ...own.map(
        ({ record, detail, dataSet }) =>
          `  ${record}${detail === '' ? '' : `: ${detail}`}${dataSet === null ? '' : ` (from ${dataSet})`}`,
      ),
      ...(more > 0 ? [`  … and ${String(more)} more.`] : []),
    ];
  });
}

const LISTED_SINGLY = 10;

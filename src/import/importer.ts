import type { Confidence } from '../../entities/knowledge/source.entity.js';
import type { Intake } from './intake.js';
import type { FileKind, InputFile } from './input-file.js';
import type { Placed, Report } from './report.js';

/**
 * The contract between the framework and a format.
 *
 * A format is an `Importer`, created for each run and listed in `formats.ts`. The run
 * (`import-file.ts`) calls, in this order and within one transaction:
 *
 * 1. `describe(file, report)` returns how the file describes itself. Its `slug` identifies the data
 *    set: it must be the same for every edition and every file type, because it decides whether an
 *    import repeats an earlier one. Command line options (`--source`, `--publisher`, …) override the
 *    description. The run stores the `Source` from it.
 * 2. `read(file, report)` streams the records, each with its place. A fault in a single record is
 *    reported with `report.fault(place, field, value, reason)`, and the record is left out. Report a
 *    changed value with `report.warn`, and a field that is not imported with `report.notTaken(field)`.
 *    A file that cannot be read any further is a `FileError`.
 * 3. `store(batch, intake)`, called for about every thousand records, turns them into rows and stores
 *    them with `intake.store` (upserts) and `intake.storeLists` (replaces lists that belong to a record).
 *    A fault that only the database can reveal is reported with `intake.report.fault`; its record is
 *    left out. Between two calls of `store`, only what the importer itself keeps is in memory.
 * 4. `finish(intake)`, called once after the last record, does what needs all of them.
 *
 * A fault does not stop the run, so one run reports all of them. Any fault rolls everything back at
 * the end, unless the user has set `--skip-faulty`.
 *
 * Importing the same file again must change nothing. So ids come from `idOfKey` with what identifies a
 * record in its standard (never a row number), no value depends on the day of the run, and rows of the
 * same batch with the same key are one row.
 */
export interface Importer<Item> {
  /** The file types that it reads. */
  readonly kinds: readonly FileKind[];
  describe(file: InputFile, report: Report): DataSetDescription | Promise<DataSetDescription>;
  read(file: InputFile, report: Report): AsyncIterable<Placed<Item>>;
  store(batch: readonly Placed<Item>[], intake: Intake): Promise<void>;
  finish?(intake: Intake): Promise<void>;
  /** Whether a row has the headings of the format, all that it requires: finds the format of a table. */
  isHeadings?(cells: readonly string[], sheet: string | null): boolean;
  /** For `--validate`: warns about each violation of the standard's own schema. */
  validate?(file: InputFile, report: Report): Promise<void>;
}

/** The description of a data set that its `Source` stores. */
export interface DataSetDescription {
  readonly slug: string;
  readonly title: string;
  readonly url?: string | null;
  readonly publisher?: string | null;
  readonly licence?: string | null;
  readonly publishedOn?: string | null;
  readonly retrievedOn?: string | null;
  readonly confidence?: Confidence;
}

/** A format as the command line knows it. */
export interface Format {
  /** A short description for the help. */
  readonly summary: string;
  /** The root element of its XML files. */
  readonly root?: string;
  readonly load: () => Promise<Importer<unknown>>;
}

import type { Confidence } from '../../entities/source.entity.js';
import type { Intake } from './intake.js';
import type { FileKind, InputFile } from './input-file.js';
import type { Placed, Report } from './report.js';

/**
 * The contract between the framework and a format.
 *
 * A format is an `Importer`, made anew for each run and listed in `formats.ts`. The run
 * (`import-file.ts`) calls, in this order and within one transaction:
 *
 * 1. `describe(file, report)`: what the file says of itself. Its `slug` is the identity of the data
 *    set: the same for every edition and every kind of file, for it is what "again" means. The options
 *    of the command line (`--source`, `--publisher`, …) override what it says. The run stores the
 *    `Source` from it.
 * 2. `read(file, report)`: the records as a stream, each with its place. Whatever is wrong with a
 *    record by itself is told with `report.fault(place, field, value, reason)`, and the record is left
 *    out. What is taken otherwise than it stands there is told with `report.warn`, what is not taken at
 *    all with `report.notTaken(field)`. A file that cannot be read on is a `FileError`.
 * 3. `store(batch, intake)`, for every thousand records or so: turns them into rows and stores them
 *    with `intake.store` (upserts) and `intake.storeLists` (lists that belong to a record, whole). A
 *    fault that only the database knows of is told with `intake.report.fault`; its record is left out.
 *    Between two calls of `store`, only what the importer itself keeps is in memory.
 * 4. `finish(intake)`, once, after the last record: what can be told only from all of them.
 *
 * Faults stop nothing, so that one run tells all of them; but any fault makes the run roll everything
 * back in the end, unless the user has asked for `--skip-faulty`.
 *
 * So that the same file imported again changes nothing: ids come from `idOfKey` over what identifies a
 * thing in its standard (never from a row number), no value depends on the day of the run, and rows of
 * the same batch with the same key are one row.
 */
export interface Importer<Item> {
  /** The kinds of file that it reads, as told by their content. */
  readonly kinds: readonly FileKind[];
  describe(file: InputFile, report: Report): DataSetDescription | Promise<DataSetDescription>;
  read(file: InputFile, report: Report): AsyncIterable<Placed<Item>>;
  store(batch: readonly Placed<Item>[], intake: Intake): Promise<void>;
  finish?(intake: Intake): Promise<void>;
  /** With `--validate`: each breach of the standard's own schema is a warning. */
  validate?(file: InputFile, report: Report): Promise<void>;
}

/** A data set as its `Source` tells of it. */
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
  /** For the help: what it is, in a few words. */
  readonly summary: string;
  readonly load: () => Promise<Importer<unknown>>;
}

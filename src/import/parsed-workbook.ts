import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { InputFile } from './input-file.js';
import type { Sheet, SheetRow } from './sheet.js';
import { readXlsx } from './xlsx.js';

/** The number of rows in a batch on disk. */
const BATCH = 500;

/** Rows on disk, and how much of the workbook had been read after them. */
interface Batch {
  readonly position: number;
  readonly length: number;
  readonly progress: number;
}

interface KeptSheet extends Omit<Sheet, 'rows'> {
  readonly batches: Batch[];
  readonly source: AsyncIterator<SheetRow>;
  /** Whether the source has ended, with the error that ended it. */
  end: { readonly error: unknown } | null;
}

/**
 * A workbook whose rows can be read several times but are parsed once: they are kept in a file without a name in the
 * folder for temporary files. A sheet is parsed as far as it is read, and to its end before the next one.
 */
export class ParsedWorkbook {
  readonly #file: InputFile;
  readonly #source: AsyncGenerator<Sheet>;
  readonly #sheets: KeptSheet[] = [];
  #isWhole = false;
  #spool: FileHandle | null = null;
  #size = 0;
  #parsed = 0;

  constructor(file: InputFile) {
    this.#file = file;
    this.#source = readXlsx(file);
  }

  /** The sheets from the first one, each with all its rows. Not for two readers at the same time. */
  async *sheets(): AsyncGenerator<Sheet> {
    for (let index = 0; ; index += 1) {
      const sheet = this.#sheets[index] ?? (await this.#nextSheet());
      if (sheet === null) return;
      const { name, isHidden, decimals } = sheet;
      yield { name, isHidden, decimals, rows: this.#rows(sheet) };
    }
  }

  async close(): Promise<void> {
    await this.#source.return(undefined);
    await this.#spool?.close();
  }

  async #nextSheet(): Promise<KeptSheet | null> {
    if (this.#isWhole) return null;
    // The archive is closed after the last sheet.
    const last = this.#sheets.at(-1);
    while (last?.end === null) await this.#parse(last);
    const next = await this.#source.next();
    if (next.done === true) {
      this.#isWhole = true;
      return null;
    }
    const { rows, ...described } = next.value;
    const sheet = { ...described, batches: [], source: rows[Symbol.asyncIterator](), end: null };
    this.#sheets.push(sheet);
    return sheet;
  }

  async *#rows(sheet: KeptSheet): AsyncGenerator<SheetRow> {
    for (let index = 0; ; index += 1) {
      const batch = sheet.batches[index];
      if (batch !== undefined) {
        this.#file.progress.done = batch.progress;
        yield* await this.#read(batch);
      } else if (sheet.end === null) yield* await this.#parse(sheet);
      else if (sheet.end.error !== null) throw sheet.end.error as Error;
      else return;
    }
  }

  /** Parses a batch. An error waits until a reader comes to its place, since not every sheet is read. */
  async #parse(sheet: KeptSheet): Promise<readonly SheetRow[]> {
    const rows: SheetRow[] = [];
    this.#file.progress.done = this.#parsed;
    try {
      while (rows.length < BATCH) {
        const next = await sheet.source.next();
        if (next.done === true) {
          sheet.end = { error: null };
          break;
        }
        rows.push(next.value);
      }
    } catch (error) {
      sheet.end = { error };
    }
    this.#parsed = this.#file.progress.done;
    sheet.batches.push(await this.#write(rows));
    return rows;
  }

  async #write(rows: readonly SheetRow[]): Promise<Batch> {
    this.#spool ??= await namelessFile();
    const bytes = serialize(rows);
    const batch = { position: this.#size, length: bytes.length, progress: this.#parsed };
    await this.#spool.write(bytes, 0, bytes.length, batch.position);
    this.#size += bytes.length;
    return batch;
  }

  async #read({ position, length }: Batch): Promise<readonly SheetRow[]> {
    if (this.#spool === null) return [];
    const bytes = Buffer.allocUnsafe(length);
    await this.#spool.read(bytes, 0, length, position);
    return deserialize(bytes) as readonly SheetRow[];
  }
}

/** The system frees it even if this process crashes. */
async function namelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `scan-graph-import-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}

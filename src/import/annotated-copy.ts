import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { UserError } from '../errors.js';
import { writeTo } from '../writing/output.js';
import { columnName, writeWorkbook, type Cell, type Sheet as Written } from '../writing/xlsx.js';
import type { InputFile } from './input-file.js';
import type { Fault, Finder, Group, Place } from './report.js';
import { cellAt, type Sheet, type SheetRow } from './sheet.js';
import { readSheets } from './sheets.js';

interface Finding extends Fault {
  readonly kind: Group['kind'];
}

interface Headings {
  readonly row: number;
  /** Their texts, folded. */
  readonly texts: readonly string[];
}

/** The findings of a cell. */
interface Mark {
  kind: Group['kind'];
  readonly texts: Set<string>;
}

const KIND_NAMES = { FAULT: 'Fault', WARNING: 'Warning' } as const;
/** The name of the sheet of a CSV file. */
const ONLY_SHEET = 'Data';
const OTHER_FINDINGS = 'Other findings';

/**
 * A copy of an imported table, as a workbook, in which the cells with faults and warnings are colored and commented.
 * A finding about a whole row is at its first cell, and one about the file on a sheet of its own. The copy has values,
 * without formulas and formats, so that it can be corrected and imported.
 */
export class AnnotatedCopy implements Finder {
  readonly #path: string;
  /** By sheet and row. */
  readonly #findings = new Map<string | null, Map<number, Finding[]>>();
  readonly #others: Finding[] = [];
  readonly #headings = new Map<string | null, Headings>();

  /** Refuses a file that is not a table, and to overwrite it. */
  constructor(path: string, { kind, path: original, name }: InputFile) {
    if (kind !== 'XLSX' && kind !== 'CSV') {
      throw new UserError(
        `${name} is ${kind}; only tables (XLSX, CSV) can be annotated. Use --report instead of --annotate.`,
      );
    }
    if (resolve(path) === resolve(original)) {
      throw new UserError(`--annotate would overwrite ${path}; give it another name.`);
    }
    this.#path = path;
  }

  found(kind: Group['kind'], fault: Fault): void {
    const { sheet, row } = fault;
    const finding = { ...fault, kind };
    if (row === null) {
      this.#others.push(finding);
      return;
    }
    const rows = this.#findings.get(sheet) ?? new Map<number, Finding[]>();
    this.#findings.set(sheet, rows);
    const own = rows.get(row);
    if (own === undefined) rows.set(row, [finding]);
    else own.push(finding);
  }

  foundHeadings({ sheet, row }: Place, cells: readonly string[]): void {
    if (row !== null) this.#headings.set(sheet, { row, texts: cells.map(folded) });
  }

  async write(file: InputFile): Promise<void> {
    await writeTo(this.#path, Readable.from(writeWorkbook(this.#sheets(file))));
  }

  async *#sheets(file: InputFile): AsyncGenerator<Written> {
    const names = new Set<string>();
    for await (const sheet of readSheets(file)) {
      const name = sheet.name ?? ONLY_SHEET;
      names.add(name);
      const headings = this.#headings.get(sheet.name);
      yield { name, headingRow: headings?.row ?? 0, rows: this.#rows(sheet, headings) };
    }
    const others = [
      ...this.#others,
      ...[...this.#findings.values()].flatMap((rows) => [...rows.values()].flat()),
    ];
    if (others.length === 0) return;
    let name = OTHER_FINDINGS;
    while (names.has(name)) name += ' +';
    yield { name, rows: [['Kind', 'Field', 'Value', 'Reason'], ...others.map(asRow)] };
  }

  async *#rows(sheet: Sheet, headings: Headings | undefined): AsyncGenerator<readonly Cell[]> {
    const findings = this.#findings.get(sheet.name);
    let number = 0;
    for await (const row of sheet.rows) {
      // Blank rows keep their place, so that a row has the number that the report says.
      for (number += 1; number < row.number; number += 1) yield [];
      const marks = marksOf(findings?.get(row.number) ?? [], row, headings);
      findings?.delete(row.number);
      const width = Math.max(row.cells.length, ...[...marks.keys()].map((column) => column + 1));
      yield Array.from({ length: width }, (_, column) => {
        const value = valueAt(row, column);
        const mark = marks.get(column);
        return mark === undefined
          ? value
          : { value, mark: mark.kind, note: [...mark.texts].join('\n') };
      });
    }
  }
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

function valueAt({ cells, numbers }: SheetRow, column: number): string | { number: string } {
  const text = cells[column] ?? '';
  // Times are numbers in a workbook too.
  const isNumber = numbers?.includes(column) === true && /^-?\d+(\.\d+)?$/.test(text);
  return isNumber ? { number: text } : text;
}

function marksOf(
  findings: readonly Finding[],
  row: SheetRow,
  headings: Headings | undefined,
): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const finding of findings) {
    const named = columnNamed(finding.field, row, headings);
    const column = named ?? columnWithValue(finding.value, row) ?? 0;
    const mark = marks.get(column) ?? { kind: finding.kind, texts: new Set() };
    if (finding.kind === 'FAULT') mark.kind = 'FAULT';
    mark.texts.add(textOf(finding, named === null));
    marks.set(column, mark);
  }
  return marks;
}

/** The column with a heading, or of letters (`column D`). */
function columnNamed(
  field: string,
  { cells }: SheetRow,
  headings: Headings | undefined,
): number | null {
  if (field === '') return null;
  const index = headings?.texts.indexOf(folded(field)) ?? -1;
  if (index >= 0) return index;
  const lettered = cells.findIndex((_, column) => field === `column ${columnName(column)}`);
  return lettered < 0 ? null : lettered;
}

/** The first column with a value, for findings whose field is not a heading, such as the name of an organization. */
function columnWithValue(value: string | null, row: SheetRow): number | null {
  if (value === null) return null;
  const index = row.cells.findIndex((_, column) => folded(cellAt(row, column)) === folded(value));
  return index < 0 ? null : index;
}

function textOf({ kind, field, reason, detail }: Finding, isFieldNamed: boolean): string {
  const name = isFieldNamed && field !== '' ? ` '${field}'` : '';
  return `${KIND_NAMES[kind]}:${name} ${reason}${detail === undefined ? '' : `: ${detail}`}`;
}

function asRow(finding: Finding): readonly Cell[] {
  const { kind, field, value, reason, detail } = finding;
  const text = detail === undefined ? reason : `${reason}: ${detail}`;
  return [{ value: KIND_NAMES[kind], mark: kind }, field, value ?? '', text];
}

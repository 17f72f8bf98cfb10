import type { Decimals } from '../../domain/decimal.js';
import type { InputFile } from '../input-file.js';
import { findHeadings, warnOfRowsAbove } from '../headings.js';
import { atRow, type Report } from '../report.js';
import type { SheetRow } from '../sheet.js';
import { readSheets } from '../sheets.js';

/** A sheet whose headings have been found. */
export interface Table {
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly decimals: Decimals;
  /** Empty for a column without a heading. */
  readonly headings: readonly string[];
  /** The row of the headings. */
  readonly headingRow: SheetRow;
  /** The rows below the headings. */
  readonly rows: AsyncIterable<SheetRow>;
}

/**
 * The tables of a file. Commands after a `#` in the first row say where the table begins: `skipRows 2`,
 * `headerRows 2`, `ignore`, `hashComments` (as in the 360Giving tools).
 */
export async function* readTables(
  file: InputFile,
  report: Report | null,
  isHeadings: (cells: readonly string[], sheet: string | null) => boolean,
): AsyncGenerator<Table> {
  for await (const sheet of readSheets(file)) {
    const found = await findHeadings(sheet, (row) =>
      commandsOf(row) !== null || isHeadings(row.cells, sheet.name) ? 1 : 0,
    );
    if (found === null) continue;
    const { rows } = found;
    const next = async (): Promise<SheetRow | null> => {
      const result = await rows.next();
      return result.done === true ? null : result.value;
    };
    let first: SheetRow | null = found.headings;
    if (report !== null) warnOfRowsAbove(found, sheet.name, report);
    const commands = commandsOf(first);
    if (commands !== null) {
      for (const unknown of commands.unknown) {
        report?.warn(
          atRow(first.number, sheet.name),
          '#',
          unknown,
          'is an unknown command and has no effect',
        );
      }
      if (commands.ignore) continue;
      const headingsAt = first.number + commands.skipRows + 1;
      do first = await next();
      while (first !== null && first.number < headingsAt);
      if (first === null) continue;
    }
    report?.headingsAt(atRow(first.number, sheet.name), first.cells);
    const firstRow = first.number + (commands?.headerRows ?? 1);
    const isComment = (text: string | undefined) =>
      commands?.hashComments === true && text?.startsWith('#') === true;
    yield {
      name: sheet.name,
      isHidden: sheet.isHidden,
      headingRow: first,
      decimals: sheet.decimals,
      headings: first.cells.map((cell) => {
        const heading = cell.replace(/\s+/g, ' ').trim();
        return isComment(heading) ? '' : heading;
      }),
      rows: (async function* below() {
        for (let row = await next(); row !== null; row = await next()) {
          if (row.number >= firstRow && !isComment(row.cells[0])) yield row;
        }
      })(),
    };
  }
}

interface Commands {
  readonly skipRows: number;
  readonly headerRows: number;
  readonly ignore: boolean;
  readonly hashComments: boolean;
  readonly unknown: readonly string[];
}

function commandsOf({ cells }: SheetRow): Commands | null {
  if (cells[0]?.trim() !== '#') return null;
  const words = cells.slice(1).flatMap((cell) => {
    const [name = '', argument = ''] = cell.trim().split(/\s+/);
    return name === '' ? [] : [{ name: name.toLowerCase(), argument, text: cell.trim() }];
  });
  const number = (name: string, otherwise: number) => {
    const value = Number(words.find((word) => word.name === name)?.argument ?? otherwise);
    return Number.isInteger(value) && value >= 0 ? value : otherwise;
  };
  const known = ['skiprows', 'headerrows', 'ignore', 'hashcomments'];
  return {
    skipRows: number('skiprows', 0),
    headerRows: Math.max(1, number('headerrows', 1)),
    ignore: words.some(({ name }) => name === 'ignore'),
    hashComments: words.some(({ name }) => name === 'hashcomments'),
    unknown: words.filter(({ name }) => !known.includes(name)).map(({ text }) => text),
  };
}

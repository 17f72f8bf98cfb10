import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { UserError } from '../../errors.js';
import { csvRows } from '../../writing/csv.js';
import { columnName, writeWorkbook, type ColumnLayout, type Sheet } from '../../writing/xlsx.js';
import type { Column } from './columns.js';
import { EXAMPLES, INTRODUCTION } from './template-texts.js';
import { columnsOf, TABLE_NAMES, type TableName } from './tables.js';

/** The sheets of a template that are not tables. */
const HELP_SHEET = 'Help';
const LISTS_SHEET = 'Lists';

export const isTemplateSheet = (name: string | null) =>
  [HELP_SHEET, LISTS_SHEET].some((each) => each.toLowerCase() === name?.toLowerCase());

const headingsOf = (table: TableName) => columnsOf(table).map(([, { heading }]) => heading);

/** The headings of one table. */
export function csvTemplate(name: string | undefined): string {
  const table = TABLE_NAMES.find((each) => each.toLowerCase() === name?.toLowerCase());
  if (table === undefined) {
    throw new UserError(
      `A CSV file has one table. Set --table to one of ${TABLE_NAMES.join(', ').toLowerCase()}.`,
    );
  }
  return csvRows([headingsOf(table)]);
}

/**
 * A workbook with a sheet for each table, whose headings explain what a column takes and whose cells offer the values
 * of lists, and a help sheet with all of it and an example.
 */
export function xlsxTemplate(): Promise<Buffer> {
  const lists = new Lists();
  const tables = TABLE_NAMES.map((name) => tableSheet(name, lists));
  return buffer(Readable.from(writeWorkbook([...tables, helpSheet(), lists.sheet()])));
}

function tableSheet(name: TableName, lists: Lists): Sheet {
  const columns = columnsOf(name);
  return {
    name,
    rows: [columns.map(([, column]) => ({ value: column.heading, note: explained(column) }))],
    columns: columns.map(([, column]) => ({
      width: widthOf(column),
      // In other cells, a program makes a day of `2017-11` and 7 of `007`.
      isText: column.isNumber !== true,
      ...lists.choicesOf(column),
    })),
  };
}

const explained = ({ isRequired, form }: Column) =>
  `${isRequired ? 'Required' : 'Optional'}: ${form}`;

function widthOf({ heading, isNumber }: Column): number {
  if (isNumber === true) return 16;
  return ['Title', 'Name', 'Description'].includes(heading) ? 40 : Math.max(18, heading.length + 4);
}

function helpSheet(): Sheet {
  return {
    name: HELP_SHEET,
    rows: [
      ...INTRODUCTION.map((line) => [line]),
      ['Table', 'Column', 'Required', 'Value', 'Example', 'Second example'],
      ...TABLE_NAMES.flatMap((table) =>
        columnsOf(table).map(([property, { heading, form, isRequired }]) => [
          table,
          heading,
          isRequired ? 'required' : '',
          form,
          ...[0, 1].map((index) => exampleOf(table, property, index)),
        ]),
      ),
    ],
    headingRow: INTRODUCTION.length + 1,
    columns: [20, 22, 10, 90, 40, 24].map((width) => ({ width, isText: true })),
  };
}

function exampleOf(table: TableName, property: string, index: number): string {
  const record = EXAMPLES[table][index] as Readonly<Record<string, string>> | undefined;
  return record?.[property] ?? '';
}

/** The lists of values, one a column, that the cells of tables refer to: in a cell itself, only short ones fit. */
class Lists {
  readonly #lists = new Map<
    string,
    { readonly heading: string; readonly values: readonly string[] }
  >();

  choicesOf({ heading, choices, isSeveral }: Column): Pick<ColumnLayout, 'choices'> {
    if (choices === undefined) return {};
    const key = choices.join();
    this.#lists.set(key, this.#lists.get(key) ?? { heading, values: choices });
    const column = columnName([...this.#lists.keys()].indexOf(key));
    return {
      choices: {
        range: `${LISTS_SHEET}!$${column}$2:$${column}$${String(choices.length + 1)}`,
        // Several values in a cell are not in the list.
        isComplete: isSeveral !== true,
      },
    };
  }

  sheet(): Sheet {
    const lists = [...this.#lists.values()];
    const longest = Math.max(...lists.map(({ values }) => values.length));
    return {
      name: LISTS_SHEET,
      rows: [
        lists.map(({ heading }) => heading),
        ...Array.from({ length: longest }, (_, index) =>
          lists.map(({ values }) => values[index] ?? ''),
        ),
      ],
      columns: lists.map(() => ({ width: 24, isText: true })),
    };
  }
}

import { useState, type ReactNode } from 'react';
import { useLanguage } from '../context.js';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The name of the column in an address that keeps the order. */
  readonly id?: string;
  /** What the rows are sorted by here; without it, the column cannot be sorted. */
  readonly value?: (row: Row) => string | number | null;
  readonly isNumber?: boolean;
  /** Left out on narrow screens. */
  readonly isMinor?: boolean;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly selected?: string | null;
  /** The sort order that the rows come in, if the table is to show it. */
  readonly initial?: Sorting;
  /** Where the order is kept, if not here: a column's `id`, with a minus before it if the order is descending. */
  readonly order?: { readonly value: string | null; readonly change: (value: string) => void };
}

interface Sorting {
  readonly column: number;
  readonly isDescending: boolean;
}

/** A table whose rows are all here and can be sorted by the heading of a column. Unknown values stay last. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  selected = null,
  initial,
  order,
}: DataTableProps<Row>) {
  const { tag } = useLanguage();
  const [own, setOwn] = useState<Sorting | null>(initial ?? null);
  const sorting = order ? sortingOf(order.value, columns) : own;
  const sorted = sorting === null ? rows : sortedRows(rows, columns, sorting, tag);
  const sort = (column: number) => {
    const isDescending =
      sorting?.column === column ? !sorting.isDescending : columns[column]?.isNumber === true;
    if (order) order.change(`${isDescending ? '-' : ''}${columns[column]?.id ?? ''}`);
    else setOwn({ column, isDescending });
  };
  return (
    <div className="table-frame" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ label: text, value, isNumber, isMinor }, at) => (
              <th
                key={text}
                scope="col"
                className={classOf(isNumber, isMinor)}
                aria-sort={
                  sorting?.column === at
                    ? sorting.isDescending
                      ? 'descending'
                      : 'ascending'
                    : undefined
                }
              >
                {value ? (
                  <button type="button" className="sort" onClick={() => sort(at)}>
                    {text}
                  </button>
                ) : (
                  text
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => {
            const key = keyOf(row);
            return (
              <tr key={key} aria-selected={selected === null ? undefined : key === selected}>
                {columns.map(({ label: text, cell, isNumber, isMinor }) => (
                  <td key={text} className={classOf(isNumber, isMinor)}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The order that an address names; null if it names none of the columns. */
function sortingOf<Row>(text: string | null, columns: readonly Column<Row>[]): Sorting | null {
  const isDescending = text?.startsWith('-') === true;
  const id = isDescending ? text.slice(1) : text;
  const column = columns.findIndex((one) => one.id !== undefined && one.id === id);
  return column === -1 ? null : { column, isDescending };
}

function classOf(isNumber = false, isMinor = false): string | undefined {
  return [isNumber ? 'number' : '', isMinor ? 'minor' : ''].join(' ').trim() || undefined;
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, isDescending }: Sorting,
  tag: string,
): readonly Row[] {
  const value = columns[column]?.value;
  if (!value) return rows;
  const { compare } = new Intl.Collator(tag, { numeric: true });
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * compare(String(a), String(b));
  });
}

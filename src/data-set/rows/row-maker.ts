import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { type Id, type IdKind, idOfKey } from '../../domain/ids.js';
import { canBeInOrder } from '../../domain/partial-date.js';
import type { DataSet, Fault, Placed } from '../read-data-set.js';
import type { References } from '../references.js';
import type { TieStatus } from '../../../entities/shared/tie.interface.js';

/** The rows of one table. Tables come in the order in which they can be stored. */
export interface TableRows {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
  /** If the rows are lists within records: those records. Their lists are complete. */
  readonly owners: Owners | null;
}

export interface Owners {
  /** The property of a row that references its owner. */
  readonly property: string;
  readonly ids: readonly string[];
}

/** The types that can have members and seats. */
export const GROUPS = ['Cluster', 'Association'] as const;

interface Period {
  readonly since?: string;
  readonly until?: string;
  readonly attestedOn?: string;
  readonly status: TieStatus;
}

/** Collects rows and faults while records are converted. */
export type RowMaker = ReturnType<typeof createRowMaker>;

export function createRowMaker(dataSet: DataSet, references: References, faults: Fault[]) {
  const tables: TableRows[] = [];
  /** Adds the rows of a table, after the tables that they reference. */
  const add = <T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    rows: readonly Partial<T>[],
  ): void => {
    tables.push({ entity: entity, rows, owners: null });
  };
  /** Adds a list that belongs to records: stored entries that are no longer in it are deleted. */
  const addOwned = <T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    property: keyof T & string,
    records: readonly { readonly id: string }[],
    rows: readonly Partial<T>[],
  ) => {
    const owners = { property, ids: records.map(({ id }) => id) };
    tables.push({ entity: entity, rows, owners });
  };
  const source = (slug: string, placed: Placed<unknown>, field = 'source') =>
    references.find('Source', slug, field, placed);
  /** The source of a part of a record: its own, or else the source of the record. */
  const sourceOfPart = (
    own: string | undefined,
    placed: Placed<{ readonly source: string }>,
    field: string,
  ) =>
    own === undefined ? references.idOf('Source', placed.value.source) : source(own, placed, field);
  const inOrder = (
    [startField, start]: readonly [string, string | undefined],
    [endField, end]: readonly [string, string | undefined],
    placed: Placed<unknown>,
    prefix = '',
  ) => {
    if (start !== undefined && end !== undefined && !canBeInOrder(start, end)) {
      faults.push(placed.fault(prefix + endField, end, `is before '${startField}' (${start})`));
    }
  };

  const period = (value: Period, placed: Placed<unknown>, prefix = '') => {
    const { since, until, attestedOn, status } = value;
    inOrder(['since', since], ['until', until], placed, prefix);
    if (until !== undefined && status !== 'ENDED') {
      faults.push(placed.fault(`${prefix}status`, status, `must be ENDED because 'until' is set`));
    }
    return {
      since: since ?? null,
      until: until ?? null,
      attestedOn: attestedOn ?? null,
      status,
    };
  };

  return {
    dataSet,
    references,
    faults,
    tables,
    add,
    addOwned,
    source,
    sourceOfPart,
    inOrder,
    period,
    onceOnly: keyGuard(faults),
  };
}

/** The id of a record without a key, derived from what identifies it when it is loaded again; a part can be missing. */
export function derivedId<Kind extends IdKind>(
  kind: Kind,
  ...parts: readonly (string | undefined)[]
): Id<Kind> {
  return idOfKey(kind, parts.join('\n'));
}

function keyGuard(faults: Fault[]) {
  const seen = new Set<string>();
  return (what: string, key: string, placed: Placed<unknown>, field: string): void => {
    const name = `${what} ${key}`;
    if (seen.has(name)) faults.push(placed.fault(field, key, `is a duplicate: the same ${what}`));
    seen.add(name);
  };
}

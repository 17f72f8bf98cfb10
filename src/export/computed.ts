import { DIMENSIONS, type GrantDimension } from '../../resolvers/grant-dimensions.js';
import { facetStatement, unknownStatement } from '../../resolvers/grant-facets.resolver.js';
import { Measure } from '../../resolvers/grant.filters.js';
import { groupsStatement } from '../../resolvers/grant-groups.js';
import {
  amountColumns,
  amountsOf,
  countedWhere,
  leftOutGrants,
  type CountedGrants,
} from '../../resolvers/grant-sums.js';
import type { LongRead } from '../database/long-read.js';
import { Reader } from '../graph/reader.js';
import type { Row } from '../graph/row.js';
import { Statement } from '../graph/statement.js';
import type { Tables } from '../graph/tables.js';
import type { FilterValues } from './filter.js';
import type { ExportReport } from './report.js';

/** A value of a dimension, with how many grants have it. What is unknown has no key. */
export interface FacetRecord {
  readonly dimension: GrantDimension;
  readonly key: string | null;
  readonly label: string | null;
  readonly grants: number;
}

/** Amounts of one sort in one currency: of all grants, or of those with one value of a dimension. */
export interface TotalRecord {
  readonly dimension: GrantDimension | null;
  readonly key: string | null;
  readonly label: string | null;
  /** The year of the award, where the groups are parted by it. */
  readonly year: number | null;
  readonly measure: Measure;
  readonly currency: string;
  readonly grants: number;
  readonly sum: string;
  readonly median: string;
  readonly min: string;
  readonly max: string;
}

/** By what grants are counted or grouped. */
export interface Grouping {
  /** Null for all dimensions of facets, and for totals that are not grouped. */
  readonly by: GrantDimension | null;
  readonly perYear: boolean;
}

const ROWS_AT_ONCE = 1000;
const MEASURES = Object.keys(Measure) as Measure[];
/** All that can be asked of amounts. */
const ALL_FIELDS = new Map(['sum', 'median', 'min', 'max'].map((name) => [name, []]));

/** All values of one dimension, or of all; each as the API has it, but for its limit. */
export async function* facetRecords(
  longRead: LongRead,
  filter: FilterValues,
  { by }: Grouping,
): AsyncGenerator<readonly FacetRecord[]> {
  const dimensions = by === null ? (Object.keys(DIMENSIONS) as GrantDimension[]) : [by];
  for (const dimension of dimensions) {
    const { text, values } = facetStatement(dimension, filter, { first: null, orderBy: 'GRANTS' });
    for await (const rows of longRead.batches(text, values, ROWS_AT_ONCE)) {
      yield rows.map(({ key, label, grants }) => ({
        dimension,
        key: key as string | null,
        label: label as string | null,
        grants: grants as number,
      }));
    }
    const unknown = unknownStatement(dimension, filter);
    const [row] = await longRead.read(unknown.text, unknown.values);
    yield [{ dimension, key: null, label: null, grants: row?.unknown as number }];
  }
}

/** All groups; what is left out, so that no money is counted twice, goes into the report. */
export async function* totalRecords(
  longRead: LongRead,
  tables: Tables,
  filter: FilterValues,
  { by, perYear }: Grouping,
  report: ExportReport,
): AsyncGenerator<readonly TotalRecord[]> {
  const leftOut = await leftOutGrants(new Reader(tables, longRead.read), filter);
  for (const { ids, reason } of leftOut) {
    // No id has a comma or a brace in it.
    for (const id of ids.slice(1, -1).split(',')) {
      report.leaveOut(id, `${reason}: its money is counted once`);
    }
  }
  const counted = { filter, leftOut };
  const { text, values } =
    by === null
      ? ungrouped(counted)
      : groupsStatement(
          { by, perYear, first: null, measures: MEASURES, fields: ALL_FIELDS },
          counted,
        );
  for await (const rows of longRead.batches(text, values, ROWS_AT_ONCE)) {
    yield rows.flatMap((row) => totalsOf(row, by));
  }
}

function ungrouped(counted: CountedGrants) {
  const statement = new Statement();
  const where = countedWhere(counted, statement);
  const text = `SELECT t.currency, ${amountColumns(MEASURES, ALL_FIELDS)} FROM "grant" t
    WHERE ${where} GROUP BY t.currency ORDER BY t.currency`;
  return { text, values: statement.values };
}

function totalsOf(row: Row, dimension: GrantDimension | null): readonly TotalRecord[] {
  const { key = null, label = null, year = null } = row;
  return MEASURES.flatMap((measure) => amountsOf(row, measure)).map(
    (amounts) => ({ dimension, key, label, year, ...amounts }) as unknown as TotalRecord,
  );
}

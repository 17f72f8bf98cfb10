import { DIMENSIONS, type GrantDimension } from '../../resolvers/grant-dimensions.js';
import { facetStatement, unknownStatement } from '../../resolvers/grant-facets.resolver.js';
import { Measure } from '../../resolvers/grant.filters.js';
import { groupsStatement } from '../../resolvers/grant-groups.js';
import { amountsOf, amountsStatement, leftOutStatement } from '../../resolvers/grant-sums.js';
import type { LongRead } from '../database/long-read.js';
import type { Row } from '../graph/row.js';
import type { FilterValues } from './filter.js';
import type { ExportReport } from './report.js';

/** A value of a dimension, with the number of grants that have it. The unknown value has no key. */
export interface FacetRecord {
  readonly dimension: GrantDimension;
  readonly key: string | null;
  readonly label: string | null;
  readonly grants: number;
}

/** Amounts of one measure in one currency: of all grants, or of those with one value of a dimension. */
export interface TotalRecord {
  readonly dimension: GrantDimension | null;
  readonly key: string | null;
  readonly label: string | null;
  /** The year of the award, if groups are split by year. */
  readonly year: number | null;
  readonly measure: Measure;
  readonly currency: string;
  readonly grants: number;
  readonly sum: string;
  readonly median: string;
  readonly min: string;
  readonly max: string;
}

/** How grants are counted or grouped. */
export interface Grouping {
  /** Null: facets of all dimensions, or totals without groups. */
  readonly by: GrantDimension | null;
  readonly perYear: boolean;
}

const ROWS_AT_ONCE = 1000;
const MEASURES = Object.keys(Measure) as Measure[];
/** All fields of amounts. */
const ALL_FIELDS = new Map(['sum', 'median', 'min', 'max'].map((name) => [name, []]));

/** All values of one or all dimensions, as in the API but without its limit. */
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

/** All groups. Grants that are left out, so that no money is counted twice, are listed in the report. */
export async function* totalRecords(
  longRead: LongRead,
  filter: FilterValues,
  { by, perYear }: Grouping,
  report: ExportReport,
): AsyncGenerator<readonly TotalRecord[]> {
  const reasons = leftOutStatement(filter);
  for await (const rows of longRead.batches(reasons.text, reasons.values, ROWS_AT_ONCE)) {
    for (const { id, reason } of rows) {
      report.leaveOut(id as string, `${reason as string}: its money is counted in another grant`);
    }
  }
  const { text, values } =
    by === null
      ? amountsStatement(MEASURES, ALL_FIELDS, filter)
      : groupsStatement(
          { by, perYear, yearOf: 'AWARD', first: null, measures: MEASURES, fields: ALL_FIELDS },
          filter,
        );
  for await (const rows of longRead.batches(text, values, ROWS_AT_ONCE)) {
    yield rows.flatMap((row) => totalsOf(row, by));
  }
}

function totalsOf(row: Row, dimension: GrantDimension | null): readonly TotalRecord[] {
  const { key = null, label = null, year = null } = row;
  return MEASURES.flatMap((measure) => amountsOf(row, measure)).map(
    (amounts) => ({ dimension, key, label, year, ...amounts }) as unknown as TotalRecord,
  );
}

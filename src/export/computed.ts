import type { GrantSet } from '../aggregates/counted-grants.js';
import { amounts, amountsOf, leftOutGrants } from '../aggregates/grant-amounts.js';
import { DIMENSIONS, type GrantDimension } from '../aggregates/grant-dimensions.js';
import { facetValues, unknownCount } from '../aggregates/grant-facets.js';
import { groups } from '../aggregates/grant-groups.js';
import { MEASURES, type Measure } from '../aggregates/measures.js';
import type { LongRead } from '../database/long-read.js';
import type { Row } from '../fields/row.js';
import type { Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
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
/** All fields of amounts. */
const ALL_FIELDS = new Map(['sum', 'median', 'min', 'max'].map((name) => [name, []]));

/** Where aggregates are read, and for which grants. */
interface Computing {
  readonly longRead: LongRead;
  readonly tables: Tables;
  readonly grants: GrantSet;
  readonly grouping: Grouping;
}

function batches({ longRead, tables }: Computing, statement: Sql) {
  const { text, values } = tables.render(statement);
  return longRead.batches(text, values, ROWS_AT_ONCE);
}

/** All values of one or all dimensions, as in the API but without its limit. */
export async function* facetRecords(computing: Computing): AsyncGenerator<readonly FacetRecord[]> {
  const { grants, grouping } = computing;
  const dimensions =
    grouping.by === null ? (Object.keys(DIMENSIONS) as GrantDimension[]) : [grouping.by];
  for (const dimension of dimensions) {
    const values = facetValues(dimension, grants, { first: null, orderBy: 'GRANTS' });
    for await (const rows of batches(computing, values)) {
      yield rows.map(({ key, label, grants: count }) => ({
        dimension,
        key: key as string | null,
        label: label as string | null,
        grants: count as number,
      }));
    }
    for await (const rows of batches(computing, unknownCount(dimension, grants))) {
      yield rows.map((row) => ({
        dimension,
        key: null,
        label: null,
        grants: row.grants as number,
      }));
    }
  }
}

/** All groups. Grants that are left out, so that no money is counted twice, are listed in the report. */
export async function* totalRecords(
  computing: Computing,
  report: ExportReport,
): AsyncGenerator<readonly TotalRecord[]> {
  const { grants, grouping } = computing;
  const { by, perYear } = grouping;
  for await (const rows of batches(computing, leftOutGrants(grants))) {
    for (const { id, reason } of rows) {
      report.leaveOut(id as string, `${reason as string}: its money is counted in another grant`);
    }
  }
  const totals =
    by === null
      ? amounts(MEASURES, ALL_FIELDS, grants)
      : groups(
          { by, perYear, yearOf: 'AWARD', first: null, measures: MEASURES, fields: ALL_FIELDS },
          grants,
        );
  for await (const rows of batches(computing, totals)) {
    yield rows.flatMap((row) => totalsOf(row, by));
  }
}

function totalsOf(row: Row, dimension: GrantDimension | null): readonly TotalRecord[] {
  const { key = null, label = null, year = null } = row;
  return MEASURES.flatMap((measure) => amountsOf(row, measure)).map(
    (amount) => ({ dimension, key, label, year, ...amount }) as Row & TotalRecord,
  );
}

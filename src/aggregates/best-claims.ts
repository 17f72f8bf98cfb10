import type { Claim } from '../../entities/knowledge/claim.entity.js';
import { Confidence, type Source } from '../../entities/knowledge/source.entity.js';
import type { Columns } from '../fields/columns.js';
import { literals, sql, type Sql } from '../fields/sql.js';

const BY_TRUST = literals(Object.keys(Confidence));

/** The order of claims: the best claim first, which is the newest of the most trusted. */
export function bestFirst(claim: Columns<Claim>, source: Columns<Source>): Sql {
  return sql`array_position(ARRAY[${BY_TRUST}], ${source.confidence}), coalesce(${claim.asOf}, ${source.publishedOn}, '') DESC, ${claim.id}`;
}

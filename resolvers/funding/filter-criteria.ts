import type { Grant } from '../../entities/funding/grant.entity.js';
import { from, rows } from '../../src/fields/columns.js';
import { anyOf, eachIs, type Condition, type RowSql } from '../../src/fields/filter.js';
import type { ClassOf } from '../../src/fields/row.js';
import { sql } from '../../src/fields/sql.js';
import { linked, organizationsWith } from '../shared/filter-criteria.js';

/** The object that a column refers to, by slug. */
export function pointed<Row>(
  id: RowSql<Row>,
  entity: ClassOf<{ id: string; slug: string }>,
): Condition<Row> {
  return anyOf(
    (row, slugs) => {
      const object = rows(entity);
      return sql`${id(row)} IN (SELECT ${object.id} FROM ${from(object)} WHERE ${object.slug} = ANY(${slugs}))`;
    },
    (row) => sql`${id(row)} IS NULL`,
  );
}

/** The organization that a column refers to, by slug. */
export const pointedOrganization = <Row>(id: RowSql<Row>): Condition<Row> =>
  anyOf(
    (row, slugs) => sql`${id(row)} IN (${organizationsWith(slugs)})`,
    (row) => sql`${id(row)} IS NULL`,
  );

/** The organizations that entries link to the grant, by slug. */
export const linkedOrganizations = (
  entity: ClassOf<{ grantId: string; organizationId: string }>,
): Condition<Grant> =>
  linked(
    entity,
    ({ grantId }) => grantId,
    ({ organizationId }, slugs) => sql`${organizationId} IN (${organizationsWith(slugs)})`,
  );

export const CURRENCY_CODES = eachIs(
  /^[A-Z]{3}$/,
  'an ISO 4217 code: three capital letters, such as EUR',
);

import { Organization } from '../../entities/network/organization.entity.js';
import { from, rows } from '../fields/columns.js';
import type { RowSql } from '../fields/filter.js';
import { sql, type Sql } from '../fields/sql.js';

/** SQL: the ids of the organizations that meet a filter, in order, as bytes. */
export function selectedIds(filter: RowSql<Organization>): Sql {
  const organization = rows(Organization);
  const { id } = organization;
  return sql`(SELECT coalesce(string_agg(uuid_send(${id}), ''::bytea ORDER BY ${id}), ''::bytea)
    FROM ${from(organization)} WHERE ${filter(organization)})`;
}

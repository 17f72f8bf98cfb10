import type { GrantSet } from '../../src/aggregates/counted-grants.js';
import { filterSql, refuseFaults, type FilterValues } from '../../src/fields/filter.js';
import { and } from '../../src/fields/sql.js';
import { GrantFilter } from './grant.filter.js';

/** The grants that meet a filter; null matches all. Throws if a value is invalid. */
export function grantSet(filter: FilterValues | null | undefined): GrantSet {
  const given = Object.fromEntries(
    Object.entries(filter ?? {}).filter(([, criterion]) => criterion != null),
  );
  refuseFaults(GrantFilter, given);
  const isWhole = Object.keys(given).length === 0;
  return {
    isWhole,
    where: (grant) => and(filterSql(GrantFilter, given, grant)),
    without: (field) => grantSet({ ...given, [field]: null }),
    withUnknown: (field) => grantSet({ ...given, [field]: { isNull: true } }),
  };
}

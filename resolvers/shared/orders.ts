import type { Organization } from '../../entities/network/organization.entity.js';
import type { Sector } from '../../entities/network/sector.entity.js';
import type { Tie } from '../../entities/shared/tie.interface.js';
import type { Columns } from '../../src/fields/columns.js';
import { orders } from '../../src/fields/order.js';
import { sql, type Sql } from '../../src/fields/sql.js';

export const SINCE = {
  by: (tie: Columns<Tie>) => tie.since,
  type: 'date',
  isNullable: true,
  natural: 'DESC',
  description: 'The start date.',
} as const;

export const TITLE = {
  by: (row: { readonly title: Sql }) => sql`search_fold(${row.title})`,
  type: 'text',
  description: 'Title, ignoring case and diacritics.',
} as const;

export const OrganizationOrder = orders('Organization', 'organizations', {
  NAME: {
    by: (organization: Columns<Organization>) => organization.sortName,
    type: 'text',
    description: 'The name, ignoring case and diacritics.',
  },
  SLUG: {
    by: (organization: Columns<Organization>) => organization.slug,
    type: 'text',
    description: 'The slug.',
  },
});

export const SectorOrder = orders('Sector', 'sectors', {
  CODE: {
    by: (sector: Columns<Sector>) => sql`${sector.scheme} || ' ' || ${sector.code}`,
    type: 'text',
    description: 'The scheme and code.',
  },
  TITLE,
});

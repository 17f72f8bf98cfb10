import { enumType } from '../../entities/shared/enum-type.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import type { Grant } from '../../entities/funding/grant.entity.js';
import type { Transaction } from '../../entities/funding/transaction.entity.js';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { from, rows, subquery, type Columns } from '../fields/columns.js';
import type { ClassOf } from '../fields/row.js';
import { EMPTY, NULL, sql, type Sql } from '../fields/sql.js';

export const GrantDimension = enumType(
  'GrantDimension',
  'The dimensions by which grants can be counted and grouped. Each one is a field of `GrantFilter`.',
  {
    FUNDER: 'The funder.',
    RECIPIENT: 'The recipients. A grant with several recipients counts under each.',
    INTERMEDIARY: 'The intermediaries. A grant with several intermediaries counts under each.',
    PROGRAMME: 'The grant program.',
    INITIATIVE: 'The initiative that the grant is for.',
    SECTOR:
      'The sectors, as the source states them. A grant for several sectors counts under each.',
    CHALLENGE:
      'The challenges of cluster development that the grant addresses. A grant for several challenges counts under each.',
    COUNTRY:
      'The countries that the grant is for. A grant for several countries counts under each.',
    REGION:
      'The regions that the grant is for, as the source states them. A grant for several regions counts under each.',
    YEAR: 'The year of the award.',
    STATUS: 'The stage that it has reached.',
    CURRENCY: 'The currency of the grant.',
    DATA_SET: 'The data set that the grant comes from.',
  },
);
export type GrantDimension = keyof typeof GrantDimension;

export interface Dimension {
  /** The field of the filter for this dimension. */
  readonly field: string;
  /** The value of a grant, if it has at most one. */
  readonly key: ((grant: Columns<Grant>) => Sql) | null;
  /** The values of grants, if they can have several. */
  readonly values: (() => Values) | null;
  /** The values with the shares of the grant that sources state, if those are not the same rows. */
  readonly shared?: () => Values;
  /** The value of a transaction, if sources state it for each one. */
  readonly ofTransaction?: (transaction: Columns<Transaction>) => Sql;
  /** What the values are the ids of; null if they are not ids. */
  readonly labels: (() => Labels) | null;
}

/** Rows of values of grants. */
export interface Values {
  readonly rows: object;
  readonly key: Sql;
  /** SQL condition: the value belongs to the grant. */
  readonly isOf: (grant: Columns<Grant>) => Sql;
  /** Whether each row refers to one grant by its id. */
  readonly areLinks: boolean;
  /** The amount awarded to the value, for recipients. */
  readonly amount?: Sql;
  /** The percentage of the grant. */
  readonly percentage?: Sql;
  /** The vocabulary in which percentages add up to 100, if there are several. */
  readonly vocabulary?: Sql;
}

interface Labels {
  readonly rows: object;
  readonly id: Sql;
  /** The value in the filter. */
  readonly key: Sql;
  readonly label: Sql;
}

const single = (
  field: string,
  key: (grant: Columns<Grant>) => Sql,
  labels: Dimension['labels'] = null,
): Dimension => ({ field, key, values: null, labels });

const several = (
  field: string,
  values: () => Values,
  labels: Dimension['labels'] = null,
  more: Pick<Dimension, 'shared' | 'ofTransaction'> = {},
): Dimension => ({ field, key: null, values, labels, ...more });

function organization(): Labels {
  const row = rows(Organization);
  return { rows: row, id: row.id, key: row.slug, label: row.name };
}

const titled = (entity: ClassOf<{ id: string; slug: string; title: string }>) => (): Labels => {
  const row = rows(entity);
  return { rows: row, id: row.id, key: row.slug, label: row.title };
};

function links<Link>(
  entity: ClassOf<Link>,
  of: (
    link: Columns<Link>,
  ) => Pick<Values, 'key' | 'amount' | 'percentage'> & { readonly grantId: Sql },
): Values {
  const link = rows(entity);
  const { grantId, ...value } = of(link);
  return {
    rows: link,
    ...value,
    isOf: (grant) => sql`${grantId} = ${grant.id}`,
    areLinks: true,
  };
}

/**
 * The shares of countries or regions. Several locations of a grant may be in one. A place with a share and without a
 * known country or region has its part too, which belongs to no known value.
 */
function placeShares(property: 'country' | 'regionId'): Values {
  const location = rows(GrantLocation);
  const place = location[property];
  const shared = subquery(
    { key: place, grantId: location.grantId, percentage: sql`sum(${location.percentage})` },
    sql`FROM ${from(location)} WHERE ${place} IS NOT NULL OR ${location.percentage} IS NOT NULL
      GROUP BY ${place}, ${location.grantId}`,
  );
  return {
    rows: shared,
    key: shared.key,
    percentage: shared.percentage,
    isOf: (grant) => sql`${shared.grantId} = ${grant.id}`,
    areLinks: true,
  };
}

function sectorShares(): Values {
  const link = rows(GrantSector);
  const sector = rows(Sector);
  const shared = subquery(
    {
      key: link.sectorId,
      grantId: link.grantId,
      percentage: link.percentage,
      vocabulary: sector.scheme,
    },
    sql`FROM ${from(link)} JOIN ${from(sector)} ON ${sector.id} = ${link.sectorId}`,
  );
  return {
    rows: shared,
    key: shared.key,
    percentage: shared.percentage,
    vocabulary: shared.vocabulary,
    isOf: (grant) => sql`${shared.grantId} = ${grant.id}`,
    areLinks: true,
  };
}

/** Several locations of a grant may be in one country or region; count it once. */
function places(property: 'country' | 'regionId'): Values {
  const location = rows(GrantLocation);
  const place = location[property];
  const once = subquery(
    { key: sql`DISTINCT ${place}`, grantId: location.grantId },
    sql`FROM ${from(location)} WHERE ${place} IS NOT NULL`,
  );
  return {
    rows: once,
    key: once.key,
    isOf: (grant) => sql`${once.grantId} = ${grant.id}`,
    areLinks: true,
  };
}

function challenges(): Values {
  const initiative = rows(Initiative);
  const each = subquery(
    { id: initiative.id, challenge: sql`unnest(${initiative.challenges})` },
    sql`FROM ${from(initiative)}`,
  );
  return {
    rows: each,
    key: each.challenge,
    isOf: (grant) => sql`${each.id} = ${grant.initiativeId}`,
    areLinks: false,
  };
}

export const DIMENSIONS: Readonly<Record<GrantDimension, Dimension>> = {
  FUNDER: single('funder', (grant) => grant.funderId, organization),
  RECIPIENT: several(
    'recipient',
    () =>
      links(GrantShare, ({ grantId, organizationId: key, amount }) => ({ grantId, key, amount })),
    organization,
  ),
  INTERMEDIARY: several(
    'intermediary',
    () => links(GrantIntermediary, ({ grantId, organizationId: key }) => ({ grantId, key })),
    organization,
  ),
  PROGRAMME: single('programme', (grant) => grant.programmeId, titled(GrantProgramme)),
  INITIATIVE: single('initiative', (grant) => grant.initiativeId, titled(Initiative)),
  SECTOR: several(
    'sector',
    () => links(GrantSector, ({ grantId, sectorId: key }) => ({ grantId, key })),
    () => {
      const row = rows(Sector);
      return {
        rows: row,
        id: row.id,
        key: sql`${row.scheme} || ':' || ${row.code}`,
        label: row.title,
      };
    },
    { shared: sectorShares, ofTransaction: ({ sectorId }) => sectorId },
  ),
  CHALLENGE: several('challenge', challenges),
  COUNTRY: several('country', () => places('country'), null, {
    shared: () => placeShares('country'),
    ofTransaction: ({ country }) => country,
  }),
  REGION: several(
    'region',
    () => places('regionId'),
    () => {
      const row = rows(Region);
      return { rows: row, id: row.id, key: row.code, label: row.name };
    },
    { shared: () => placeShares('regionId'), ofTransaction: ({ regionId }) => regionId },
  ),
  YEAR: single('year', (grant) => sql`left(${grant.awardedOn}, 4)`),
  STATUS: single('status', (grant) => grant.status),
  CURRENCY: single('currency', (grant) => grant.currency),
  DATA_SET: single('dataSet', (grant) => grant.sourceId, titled(Source)),
};

/** The columns that describe a value, and the join that they need. */
export function described(
  { labels }: Dimension,
  value: Sql,
): { readonly columns: { key: Sql; label: Sql; nodeId: Sql }; readonly join: Sql } {
  if (labels === null) {
    return { columns: { key: value, label: value, nodeId: sql`${NULL}::uuid` }, join: EMPTY };
  }
  const { rows: row, id, key, label } = labels();
  return {
    columns: { key, label, nodeId: id },
    join: sql`LEFT JOIN ${from(row)} ON ${id} = ${value}`,
  };
}

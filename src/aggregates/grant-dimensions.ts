import { enumType } from '../../entities/shared/enum-type.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import type { Grant } from '../../entities/funding/grant.entity.js';
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
  /** The percentage of the grant, for sectors. */
  readonly percentage?: Sql;
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
): Dimension => ({ field, key: null, values, labels });

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
    () =>
      links(GrantSector, ({ grantId, sectorId: key, percentage }) => ({
        grantId,
        key,
        percentage,
      })),
    () => {
      const row = rows(Sector);
      return {
        rows: row,
        id: row.id,
        key: sql`${row.scheme} || ':' || ${row.code}`,
        label: row.title,
      };
    },
  ),
  CHALLENGE: several('challenge', challenges),
  COUNTRY: several('country', () => places('country')),
  REGION: several(
    'region',
    () => places('regionId'),
    () => {
      const row = rows(Region);
      return { rows: row, id: row.id, key: row.code, label: row.name };
    },
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

import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import { GrantScheme, GrantStatus, type Grant } from '../../entities/funding/grant.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { Challenge, Initiative } from '../../entities/network/initiative.entity.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import {
  BooleanFilter,
  DateFilter,
  enumFilter,
  IntFilter,
  PeriodFilter,
  StringFilter,
  TextFilter,
} from '../../src/fields/comparisons.js';
import { anyOf, column, Filter, FilterField, partialDate } from '../../src/fields/filter.js';
import { literals, sql } from '../../src/fields/sql.js';
import {
  COUNTRY_CODES,
  inRegions,
  linked,
  linkedSectors,
  period,
  REGION_CODES,
  REGIONS_TEXT,
  searchable,
  SECTOR_CODES,
  SECTORS_TEXT,
  SLUGS,
} from '../shared/filter-criteria.js';
import { amountBound, AmountFilter, amountOf, checkAmount } from './amount.filter.js';
import {
  CURRENCY_CODES,
  linkedOrganizations,
  pointed,
  pointedOrganization,
} from './filter-criteria.js';
import { GrantOrganizationFilter, inRole } from './grant-organization.filter.js';

@Filter('grants')
export class GrantFilter {
  @FilterField(
    StringFilter,
    anyOf(
      ({ scheme, identifier }: Columns<Grant>, identifiers) =>
        sql`(${scheme}, ${identifier}) IN (SELECT s, i FROM unnest(ARRAY[${literals(Object.keys(GrantScheme))}]) AS s, unnest(${identifiers}) AS i)`,
    ),
    'The identifier, in any scheme.',
  )
  identifier?: object;

  @FilterField(
    StringFilter,
    pointedOrganization((grant: Columns<Grant>) => grant.funderId),
    'The funder, by slug.',
    SLUGS,
  )
  funder?: object;

  @FilterField(StringFilter, linkedOrganizations(GrantShare), 'The recipients, by slug.', SLUGS)
  recipient?: object;

  @FilterField(
    StringFilter,
    linkedOrganizations(GrantIntermediary),
    'The intermediaries, by slug.',
    SLUGS,
  )
  intermediary?: object;

  @FilterField(
    GrantOrganizationFilter,
    {
      eq: (grant: Columns<Grant>, slug, valueOf) =>
        inRole(grant, sql`ARRAY[${slug}::text]`, valueOf('roles')),
      in: (grant: Columns<Grant>, slugs, valueOf) =>
        inRole(grant, sql`${slugs}::text[]`, valueOf('roles')),
      notIn: (grant: Columns<Grant>, slugs, valueOf) =>
        sql`(${inRole(grant, sql`${slugs}::text[]`, valueOf('roles'))}) IS NOT TRUE`,
    },
    'The organizations with a role in the grant.',
    (comparisons) => SLUGS({ ...(comparisons as object), roles: null }),
  )
  organization?: GrantOrganizationFilter;

  @FilterField(
    StringFilter,
    pointed((grant: Columns<Grant>) => grant.programmeId, GrantProgramme),
    'The program, by slug.',
    SLUGS,
  )
  programme?: object;

  @FilterField(
    StringFilter,
    pointed((grant: Columns<Grant>) => grant.initiativeId, Initiative),
    'The initiative, by slug.',
    SLUGS,
  )
  initiative?: object;

  @FilterField(
    StringFilter,
    linkedSectors(GrantSector, ({ grantId: rowId, sectorId }) => ({ rowId, sectorId })),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;

  @FilterField(
    enumFilter(Challenge),
    anyOf(
      ({ initiativeId }: Columns<Grant>, challenges) => {
        const initiative = rows(Initiative);
        return sql`${initiativeId} IN (SELECT ${initiative.id} FROM ${from(initiative)} WHERE ${initiative.challenges} && ${challenges})`;
      },
      ({ initiativeId }) => {
        const initiative = rows(Initiative);
        return sql`NOT EXISTS (SELECT 1 FROM ${from(initiative)} WHERE ${initiative.id} = ${initiativeId} AND cardinality(${initiative.challenges}) > 0)`;
      },
    ),
    'The challenges that its initiative addresses.',
  )
  challenge?: object;

  @FilterField(
    StringFilter,
    linked(
      GrantLocation,
      ({ grantId }) => grantId,
      ({ country }, codes) => sql`${country} = ANY(${codes})`,
      ({ country }) => sql`${country} IS NOT NULL`,
    ),
    'The countries (ISO 3166-1 alpha-2).',
    COUNTRY_CODES,
  )
  country?: object;

  @FilterField(
    StringFilter,
    linked(
      GrantLocation,
      ({ grantId }) => grantId,
      ({ regionId }, codes) => inRegions(regionId, codes),
      ({ regionId }) => sql`${regionId} IS NOT NULL`,
    ),
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: object;

  @FilterField(
    IntFilter,
    column((grant: Columns<Grant>) => sql`left(${grant.awardedOn}, 4)::int`, 'int'),
    'The year of the award.',
  )
  year?: object;

  @FilterField(
    DateFilter,
    partialDate((grant: Columns<Grant>) => grant.awardedOn),
    'The date of the award.',
  )
  awardedOn?: object;

  @FilterField(
    PeriodFilter,
    period<Grant>(
      ({ startedOn, plannedStartOn }) => [startedOn, plannedStartOn],
      ({ endedOn, plannedEndOn }) => [endedOn, plannedEndOn],
    ),
    'The period in which the grant runs: the actual dates or, if unknown, the planned ones.',
  )
  period?: PeriodFilter;

  @FilterField(
    enumFilter(GrantStatus),
    column((grant: Columns<Grant>) => grant.status),
    'The status of the entry.',
  )
  status?: object;

  @FilterField(
    StringFilter,
    column((grant: Columns<Grant>) => grant.currency),
    'The currency (ISO 4217).',
    CURRENCY_CODES,
  )
  currency?: object;

  @FilterField(
    AmountFilter,
    {
      currency: (grant: Columns<Grant>, currency) => sql`${grant.currency} = ${currency}::text`,
      gt: amountBound('>'),
      gte: amountBound('>='),
      lt: amountBound('<'),
      lte: amountBound('<='),
      isNull: {
        true: (grant: Columns<Grant>, _isNull, valueOf) =>
          sql`${amountOf(grant, valueOf('measure'))} IS NULL`,
        false: (grant: Columns<Grant>, _isNull, valueOf) =>
          sql`${amountOf(grant, valueOf('measure'))} IS NOT NULL`,
      },
    },
    'An amount, compared to eight decimals.',
    checkAmount,
  )
  amount?: AmountFilter;

  @FilterField(
    StringFilter,
    pointed((grant: Columns<Grant>) => grant.sourceId, Source),
    'The data set, by the slug of its source.',
    SLUGS,
  )
  dataSet?: object;

  @FilterField(
    BooleanFilter,
    column((grant: Columns<Grant>) => grant.toIndividuals, 'boolean'),
    'Whether the grant goes to individuals.',
  )
  toIndividuals?: object;

  @FilterField(TextFilter, searchable('GRANT'), 'The title of the grant.')
  title?: TextFilter;
}

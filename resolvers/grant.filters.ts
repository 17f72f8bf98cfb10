import { Field, InputType } from 'type-graphql';
import { DecimalScalar } from '../entities/shared/decimal.scalar.js';
import { enumType } from '../entities/shared/enum-type.js';
import type { ExchangeRate } from '../entities/funding/exchange-rate.entity.js';
import { GrantProgramme, ProgrammeStatus } from '../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../entities/funding/grant-share.entity.js';
import { GrantScheme, GrantStatus, type Grant } from '../entities/funding/grant.entity.js';
import { Challenge, Initiative } from '../entities/network/initiative.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { TransactionKind, type Transaction } from '../entities/funding/transaction.entity.js';
import { AMOUNT, Measure, MEASURES } from '../src/aggregates/measures.js';
import { from, rows, type Columns } from '../src/fields/columns.js';
import {
  BooleanFilter,
  DateFilter,
  enumFilter,
  IntFilter,
  PeriodFilter,
  StringFilter,
  TextFilter,
} from '../src/fields/comparisons.js';
import {
  anyOf,
  column,
  Filter,
  FilterField,
  partialDate,
  type Check,
  type Condition,
  type RowSql,
} from '../src/fields/filter.js';
import type { ClassOf } from '../src/fields/row.js';
import { join, literal, literals, raw, sql, type Sql } from '../src/fields/sql.js';
import {
  COUNTRY_CODES,
  CURRENCY_CODES,
  inRegions,
  linked,
  linkedSectors,
  organizationsWith,
  period,
  REGION_CODES,
  REGIONS_TEXT,
  searchable,
  SECTOR_CODES,
  SECTORS_TEXT,
  SLUGS,
} from './filter-criteria.js';

/** The object that a column refers to, by slug. */
function pointed<Row>(
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
const pointedOrganization = <Row>(id: RowSql<Row>): Condition<Row> =>
  anyOf(
    (row, slugs) => sql`${id(row)} IN (${organizationsWith(slugs)})`,
    (row) => sql`${id(row)} IS NULL`,
  );

/** The organizations that entries link to the grant, by slug. */
const linkedOrganizations = (
  entity: ClassOf<{ grantId: string; organizationId: string }>,
): Condition<Grant> =>
  linked(
    entity,
    ({ grantId }) => grantId,
    ({ organizationId }, slugs) => sql`${organizationId} IN (${organizationsWith(slugs)})`,
  );

export const GrantRole = enumType('GrantRole', 'The role of an organization in a grant.', {
  FUNDER: 'The organization gives the money.',
  INTERMEDIARY: 'The money passes through the organization.',
  RECIPIENT: 'The organization receives the money.',
});
export type GrantRole = keyof typeof GrantRole;

@InputType({
  description:
    'Compares the organizations that have a role in a grant. For grants without a known recipient or intermediary, use `recipient: {isNull: true}` or `intermediary: {isNull: true}`.',
})
export class GrantOrganizationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'The grant involves this organization, given by its slug.',
  })
  eq?: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The grant involves any of these organizations, given by slug. An empty list matches nothing.',
  })
  in?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'The grant involves none of these organizations, given by slug.',
  })
  notIn?: string[];

  @Field(() => [GrantRole], {
    nullable: true,
    description: 'The roles that count. If omitted, all roles count.',
  })
  roles?: GrantRole[];
}

/** SQL condition: one of these organizations has one of the roles. */
function inRole(grant: Columns<Grant>, slugs: Sql, roles: Sql): Sql {
  const intermediary = rows(GrantIntermediary);
  const share = rows(GrantShare);
  const isLinked = ({ grantId, organizationId }: Columns<GrantShare | GrantIntermediary>) =>
    sql`${grantId} = ${grant.id} AND ${organizationId} = o.id`;
  return sql`EXISTS (SELECT 1 FROM (${organizationsWith(slugs)}) AS o,
    (SELECT coalesce(${roles}::text[], ARRAY[${literals(Object.keys(GrantRole))}]) AS roles) AS wanted
  WHERE ('FUNDER' = ANY(roles) AND ${grant.funderId} = o.id)
    OR ('INTERMEDIARY' = ANY(roles) AND EXISTS (SELECT 1 FROM ${from(intermediary)} WHERE ${isLinked(intermediary)}))
    OR ('RECIPIENT' = ANY(roles) AND EXISTS (SELECT 1 FROM ${from(share)} WHERE ${isLinked(share)})))`;
}

@InputType({
  description:
    'Compares an amount of a grant. Amounts in other currencies and amounts that are not stated never match a bound.',
})
export class AmountFilter {
  @Field(() => Measure, {
    defaultValue: 'AWARDED',
    description: 'The kind of amount to compare (default `AWARDED`).',
  })
  measure!: Measure;

  @Field(() => String, {
    nullable: true,
    description:
      'The currency (ISO 4217), such as `EUR`. Required with a bound (`gt`, `gte`, `lt` or `lte`).',
  })
  currency?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Greater than this amount.' })
  gt?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Minimum (inclusive).' })
  gte?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this value.' })
  lt?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Maximum (inclusive).' })
  lte?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'If true, matches only grants that do not state this amount. If false, matches only grants that state it.',
  })
  isNull?: boolean | null;
}

const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;

/** Bounds need a currency, and a currency needs a bound or `isNull`. */
const checkAmount: Check = (comparisons) => {
  const { currency, isNull, ...given } = comparisons as AmountFilter;
  const hasBound = BOUNDS.some((bound) => given[bound] != null);
  if (hasBound && currency == null) {
    return {
      place: ['currency'],
      text: 'is required with a bound. Set the currency in which amounts are compared, such as EUR.',
    };
  }
  if (!hasBound && isNull == null) {
    return {
      place: [],
      text: `needs a bound (${BOUNDS.join(', ')}) or 'isNull'. Use the filter 'currency' for all amounts in a currency.`,
    };
  }
  return currency == null ? null : CURRENCY_CODES({ currency });
};

/** The amount of a measure, compared to eight decimals; no currency has more than four. */
function amountOf(grant: Columns<Grant>, measure: Sql): Sql {
  const cases = MEASURES.map((each) => sql`WHEN ${literal(each)} THEN ${grant[AMOUNT[each]]}`);
  return sql`round(CASE ${measure}::text ${join(cases, ' ')} END, 8)`;
}

const amountBound = (operator: string): Condition<Grant>[string] => {
  const sign = raw(operator);
  return (grant, bound, valueOf) =>
    sql`${amountOf(grant, valueOf('measure'))} ${sign} ${bound}::decimal(38, 8)`;
};

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

@Filter('grant programs')
export class GrantProgrammeFilter {
  @FilterField(
    enumFilter(ProgrammeStatus),
    column((programme: Columns<GrantProgramme>) => programme.status),
    'The status of the entry.',
  )
  status?: object;

  @FilterField(
    StringFilter,
    pointedOrganization((programme: Columns<GrantProgramme>) => programme.funderId),
    'The funder, by slug.',
    SLUGS,
  )
  funder?: object;

  @FilterField(
    PeriodFilter,
    period<GrantProgramme>(
      ({ openedOn }) => [openedOn],
      ({ closedOn }) => [closedOn],
    ),
    'The period in which it is open for applications.',
  )
  period?: PeriodFilter;
}

@Filter('transactions')
export class TransactionFilter {
  @FilterField(
    enumFilter(TransactionKind),
    column((transaction: Columns<Transaction>) => transaction.kind),
    'Filters by the kind of transaction.',
  )
  kind?: object;

  @FilterField(
    DateFilter,
    partialDate((transaction: Columns<Transaction>) => transaction.valueDate),
    'Filters by value date.',
  )
  valueDate?: object;
}

@Filter('exchange rates')
export class ExchangeRateFilter {
  @FilterField(
    StringFilter,
    column((rate: Columns<ExchangeRate>) => rate.currency),
    'The currency (ISO 4217).',
    CURRENCY_CODES,
  )
  currency?: object;
}

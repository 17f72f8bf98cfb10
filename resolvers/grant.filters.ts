import { Field, InputType } from 'type-graphql';
import { DecimalScalar } from '../entities/decimal.scalar.js';
import { enumType } from '../entities/enum-type.js';
import { ProgrammeStatus } from '../entities/grant-programme.entity.js';
import { GrantScheme, GrantStatus } from '../entities/grant.entity.js';
import { Challenge } from '../entities/initiative.entity.js';
import { TransactionKind } from '../entities/transaction.entity.js';
import {
  BooleanFilter,
  DateFilter,
  enumFilter,
  IntFilter,
  PeriodFilter,
  StringFilter,
  TextFilter,
} from '../src/graph/comparisons.js';
import {
  anyOf,
  column,
  Filter,
  FilterField,
  partialDate,
  type Check,
  type Comparison,
} from '../src/graph/filter.js';
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

/** The object that a column of the grant refers to, by slug. */
const pointed = (key: string, table: string) =>
  anyOf(
    (slugs) => `${key} IN (SELECT o.id FROM ${table} o WHERE o.slug = ANY(${slugs}))`,
    `${key} IS NULL`,
  );
/** The organizations that a table links to the grant, by slug. */
const linkedOrganizations = (table: string) =>
  linked(table, 'grant_id', (slugs) => `l.organization_id IN (${organizationsWith(slugs)})`);

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
const inRole = (slugs: string, roles: string) =>
  `EXISTS (SELECT 1 FROM (${organizationsWith(slugs)}) AS o,
    (SELECT coalesce(${roles}::text[], ARRAY['FUNDER', 'INTERMEDIARY', 'RECIPIENT']) AS roles) AS wanted
  WHERE ('FUNDER' = ANY(roles) AND t.funder_id = o.id)
    OR ('INTERMEDIARY' = ANY(roles) AND EXISTS (SELECT 1 FROM grant_intermediary l WHERE l.grant_id = t.id AND l.organization_id = o.id))
    OR ('RECIPIENT' = ANY(roles) AND EXISTS (SELECT 1 FROM grant_share l WHERE l.grant_id = t.id AND l.organization_id = o.id)))`;

export const Measure = enumType('Measure', 'The kinds of amount that a grant can have.', {
  APPLIED_FOR: 'The amount applied for.',
  AWARDED: 'The amount that the funder promised.',
  COMMITTED: 'The amount firmly committed.',
  DISBURSED: 'The amount paid out to others.',
  SPENT: 'The amount spent on goods and services.',
});
export type Measure = keyof typeof Measure;

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
const amountOf = (measure: string) =>
  `round(CASE ${measure}::text ${Object.keys(Measure)
    .map((name) => `WHEN '${name}' THEN t.${name.toLowerCase()}`)
    .join(' ')} END, 8)`;
const amountBound =
  (name: string, operator: string): Comparison =>
  (value) =>
    `${amountOf(value('measure'))} ${operator} ${value(name)}::decimal(38, 8)`;

@Filter('grants')
export class GrantFilter {
  @FilterField(
    StringFilter,
    anyOf(
      (identifiers) =>
        `(t.scheme, t.identifier) IN (SELECT s, i FROM unnest(ARRAY[${Object.keys(GrantScheme)
          .map((scheme) => `'${scheme}'`)
          .join(', ')}]) AS s, unnest(${identifiers}) AS i)`,
    ),
    'The identifier, in any scheme.',
  )
  identifier?: object;

  @FilterField(
    StringFilter,
    anyOf((slugs) => `t.funder_id IN (${organizationsWith(slugs)})`, 't.funder_id IS NULL'),
    'The funder, by slug.',
    SLUGS,
  )
  funder?: object;

  @FilterField(StringFilter, linkedOrganizations('grant_share'), 'The recipients, by slug.', SLUGS)
  recipient?: object;

  @FilterField(
    StringFilter,
    linkedOrganizations('grant_intermediary'),
    'The intermediaries, by slug.',
    SLUGS,
  )
  intermediary?: object;

  @FilterField(
    GrantOrganizationFilter,
    {
      eq: (value) => inRole(`ARRAY[${value('eq')}::text]`, value('roles')),
      in: (value) => inRole(`${value('in')}::text[]`, value('roles')),
      notIn: (value) => `(${inRole(`${value('notIn')}::text[]`, value('roles'))}) IS NOT TRUE`,
    },
    'The organizations with a role in the grant.',
    (comparisons) => SLUGS({ ...(comparisons as object), roles: null }),
  )
  organization?: GrantOrganizationFilter;

  @FilterField(
    StringFilter,
    pointed('t.programme_id', 'grant_programme'),
    'The program, by slug.',
    SLUGS,
  )
  programme?: object;

  @FilterField(
    StringFilter,
    pointed('t.initiative_id', 'initiative'),
    'The initiative, by slug.',
    SLUGS,
  )
  initiative?: object;

  @FilterField(StringFilter, linkedSectors('grant_sector', 'grant_id'), SECTORS_TEXT, SECTOR_CODES)
  sector?: object;

  @FilterField(
    enumFilter(Challenge),
    anyOf(
      (challenges) =>
        `t.initiative_id IN (SELECT i.id FROM initiative i WHERE i.challenges && ${challenges})`,
      'NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = t.initiative_id AND cardinality(i.challenges) > 0)',
    ),
    'The challenges that its initiative addresses.',
  )
  challenge?: object;

  @FilterField(
    StringFilter,
    anyOf(
      (codes) =>
        `t.id IN (SELECT l.grant_id FROM grant_location l WHERE l.country = ANY(${codes}))`,
      'NOT EXISTS (SELECT 1 FROM grant_location l WHERE l.grant_id = t.id AND l.country IS NOT NULL)',
    ),
    'The countries (ISO 3166-1 alpha-2).',
    COUNTRY_CODES,
  )
  country?: object;

  @FilterField(
    StringFilter,
    anyOf(
      (codes) =>
        `t.id IN (SELECT l.grant_id FROM grant_location l WHERE ${inRegions('l.region_id', codes)})`,
      'NOT EXISTS (SELECT 1 FROM grant_location l WHERE l.grant_id = t.id AND l.region_id IS NOT NULL)',
    ),
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: object;

  @FilterField(IntFilter, column('left(t.awarded_on, 4)::int', 'int'), 'The year of the award.')
  year?: object;

  @FilterField(DateFilter, partialDate('t.awarded_on'), 'The date of the award.')
  awardedOn?: object;

  @FilterField(
    PeriodFilter,
    period('t.started_on, t.planned_start_on', 't.ended_on, t.planned_end_on'),
    'The period in which the grant runs: the actual dates or, if unknown, the planned ones.',
  )
  period?: PeriodFilter;

  @FilterField(enumFilter(GrantStatus), column('t.status'), 'The status of the entry.')
  status?: object;

  @FilterField(StringFilter, column('t.currency'), 'The currency (ISO 4217).', CURRENCY_CODES)
  currency?: object;

  @FilterField(
    AmountFilter,
    {
      currency: (value) => `t.currency = ${value('currency')}::text`,
      gt: amountBound('gt', '>'),
      gte: amountBound('gte', '>='),
      lt: amountBound('lt', '<'),
      lte: amountBound('lte', '<='),
      isNull: {
        true: (value) => `${amountOf(value('measure'))} IS NULL`,
        false: (value) => `${amountOf(value('measure'))} IS NOT NULL`,
      },
    },
    'An amount, compared to eight decimals.',
    checkAmount,
  )
  amount?: AmountFilter;

  @FilterField(
    StringFilter,
    pointed('t.source_id', 'source'),
    'The data set, by the slug of its source.',
    SLUGS,
  )
  dataSet?: object;

  @FilterField(
    BooleanFilter,
    column('t.to_individuals', 'boolean'),
    'Whether the grant goes to individuals.',
  )
  toIndividuals?: object;

  @FilterField(TextFilter, searchable('GRANT'), 'The title of the grant.')
  title?: TextFilter;
}

@Filter('grant programs')
export class GrantProgrammeFilter {
  @FilterField(enumFilter(ProgrammeStatus), column('t.status'), 'The status of the entry.')
  status?: object;

  @FilterField(
    StringFilter,
    anyOf((slugs) => `t.funder_id IN (${organizationsWith(slugs)})`, 't.funder_id IS NULL'),
    'The funder, by slug.',
    SLUGS,
  )
  funder?: object;

  @FilterField(
    PeriodFilter,
    period('t.opened_on', 't.closed_on'),
    'The period in which it is open for applications.',
  )
  period?: PeriodFilter;
}

@Filter('transactions')
export class TransactionFilter {
  @FilterField(enumFilter(TransactionKind), column('t.kind'), 'Filters by the kind of transaction.')
  kind?: object;

  @FilterField(DateFilter, partialDate('t.value_date'), 'Filters by value date.')
  valueDate?: object;
}

@Filter('exchange rates')
export class ExchangeRateFilter {
  @FilterField(StringFilter, column('t.currency'), 'The currency (ISO 4217).', CURRENCY_CODES)
  currency?: object;
}

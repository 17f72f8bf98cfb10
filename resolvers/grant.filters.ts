import { Field, InputType, Int } from 'type-graphql';
import { DecimalScalar } from '../entities/decimal.scalar.js';
import { enumType } from '../entities/enum-type.js';
import { ProgrammeStatus } from '../entities/grant-programme.entity.js';
import { GrantScheme, GrantStatus } from '../entities/grant.entity.js';
import { Challenge } from '../entities/initiative.entity.js';
import { DayScalar } from '../entities/partial-date.scalar.js';
import { TransactionKind } from '../entities/transaction.entity.js';
import type { Check, Choice } from '../src/graph/condition.js';
import { Where } from '../src/graph/declare.js';
import {
  COUNTRY_CODES,
  CURRENCY_CODES,
  REGION_CODES,
  REGION_IN,
  REGIONS_TEXT,
  SECTOR_CODES,
  SECTOR_IN,
  SECTORS_TEXT,
} from './filters.js';

/** The input type of a choice among values of a type; its fields are those of `ChoiceValue`. */
function choiceOf(type: () => unknown, name: string, description: string) {
  class ChoiceFilter {
    in?: unknown[];
    notIn?: unknown[];
    unknown?: boolean;
  }
  const { prototype } = ChoiceFilter;
  const field = (fieldName: string, fieldType: () => unknown, text: string) => {
    Field(fieldType as never, { nullable: true, description: text })(prototype, fieldName);
  };
  field('in', () => [type()], 'Any of these.');
  field('notIn', () => [type()], 'None of these. What is unknown is none of them.');
  field(
    'unknown',
    () => Boolean,
    'True: also what is unknown, or only that if there is no `in`. False: only what is known.',
  );
  InputType(name, { description })(ChoiceFilter);
  return ChoiceFilter;
}

const TextChoice = choiceOf(() => String, 'TextChoiceFilter', 'Which values are wanted.');
const YearChoice = choiceOf(() => Int, 'YearChoiceFilter', 'Which years are wanted.');
const GrantStatusChoice = choiceOf(
  () => GrantStatus,
  'GrantStatusChoiceFilter',
  'Which statuses are wanted.',
);
const ChallengeChoice = choiceOf(
  () => Challenge,
  'ChallengeChoiceFilter',
  'Which challenges are wanted.',
);

/** The organisations with slugs, which may be those of others that were merged into them. */
const organizationsOf = (isGiven: (slug: string) => string) =>
  `SELECT o.id FROM organization o WHERE ${isGiven('o.slug')}
    UNION ALL SELECT m.kept_id FROM organization_merge m WHERE ${isGiven('m.absorbed_slug')}`;
const ORGANIZATIONS = organizationsOf((slug) => `${slug} = ANY(?::text[])`);

/** A choice by what stands in a column of the grant or of what the column points to. */
const pointed = (column: string, table: string, key: string): Choice => ({
  any: `${column} IN (SELECT o.id FROM ${table} o WHERE o.${key} = ANY(?::text[]))`,
  unknown: `${column} IS NULL`,
});
/** A choice by the organisations of a table of links. */
const linked = (table: string): Choice => ({
  any: `t.id IN (SELECT l.grant_id FROM ${table} l WHERE l.organization_id IN (${ORGANIZATIONS}))`,
  unknown: `NOT EXISTS (SELECT 1 FROM ${table} l WHERE l.grant_id = t.id)`,
});

export const GrantRole = enumType('GrantRole', 'The role of an organisation in a grant.', {
  FUNDER: 'It gives the money.',
  INTERMEDIARY: 'The money goes through it.',
  RECIPIENT: 'The money goes to it.',
});
export type GrantRole = keyof typeof GrantRole;

/** In a role of those wanted; all, if none is said. */
const ROLE = `EXISTS (SELECT 1 FROM (${organizationsOf((slug) => `${slug} = :slug::text`)}) AS o,
    (SELECT coalesce(:roles::text[], ARRAY['FUNDER', 'INTERMEDIARY', 'RECIPIENT']) AS roles) AS wanted
  WHERE ('FUNDER' = ANY(roles) AND t.funder_id = o.id)
    OR ('INTERMEDIARY' = ANY(roles) AND EXISTS (SELECT 1 FROM grant_intermediary l WHERE l.grant_id = t.id AND l.organization_id = o.id))
    OR ('RECIPIENT' = ANY(roles) AND EXISTS (SELECT 1 FROM grant_share l WHERE l.grant_id = t.id AND l.organization_id = o.id)))`;

@InputType({
  description:
    'An organisation and the roles that it may have. Grants of which nobody is known in a role are found by `recipient: {unknown: true}` and `intermediary: {unknown: true}`.',
})
export class OrganizationInGrantFilter {
  @Field(() => String, { description: 'The organisation, by slug.' })
  slug!: string;

  @Field(() => [GrantRole], {
    nullable: true,
    description: 'In any of these roles; in any at all.',
  })
  roles?: GrantRole[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: all grants but those in which it has such a role.',
  })
  exclude?: boolean;
}

export const Measure = enumType('Measure', 'The sorts of amount that a grant has.', {
  APPLIED_FOR: 'What was applied for.',
  AWARDED: 'What the funder promised.',
  COMMITTED: 'What was firmly committed.',
  DISBURSED: 'What was paid out to others.',
  SPENT: 'What was spent on goods and services.',
});
export type Measure = keyof typeof Measure;

@InputType({
  description: 'A range of amounts in one currency, or whether the amount is stated at all.',
})
export class AmountFilter {
  @Field(() => Measure, { defaultValue: 'AWARDED', description: 'Which amount.' })
  measure!: Measure;

  @Field(() => String, {
    nullable: true,
    description:
      'Its currency: ISO 4217, such as `EUR`. Needed with `min` and `max`; alone, any amount in it.',
  })
  currency?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'So much or more.' })
  min?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'So much or less.' })
  max?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: also grants of which this amount is not stated, whatever their currency, or only those if there is no `currency`. False: only those of which it is stated.',
  })
  unknown?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: all grants but those. Those in other currencies and, unless `unknown` is true, those of which it is not stated are among them.',
  })
  exclude?: boolean | null;
}

/** A range is of one currency, and what says nothing cannot be turned round. */
const checkAmount: Check = (value) => {
  const { currency, min, max, unknown } = value as AmountFilter;
  if (currency != null) return CURRENCY_CODES({ currency });
  if (min != null || max != null) {
    return {
      place: ['currency'],
      text: `is needed with 'min' and 'max': amounts are compared in one currency, such as EUR.`,
    };
  }
  return unknown == null
    ? { place: [], text: `says nothing: give it a 'currency', or 'unknown'.` }
    : null;
};

/** The amount that a measure names, of the grant `t`. It is compared to the eighth decimal; no currency has more than four. */
const MEASURED = `CASE :measure::text ${Object.keys(Measure)
  .map((measure) => `WHEN '${measure}' THEN t.${measure.toLowerCase()}`)
  .join(' ')} END`;

/** Grants with the amount, in the range or at all, and those of which it is not stated, as they are asked for. */
const AMOUNT = `(${MEASURED} IS NULL AND :unknown::boolean)
  OR (${MEASURED} IS NOT NULL AND :currency::text IS NULL AND NOT :unknown::boolean)
  OR (t.currency = :currency::text AND ${MEASURED} IS NOT NULL
    AND (:min::text IS NULL OR round(${MEASURED}, 8) >= :min::decimal(38, 8))
    AND (:max::text IS NULL OR round(${MEASURED}, 8) <= :max::decimal(38, 8)))`;

/** When a grant runs: as it did, or else as it was planned. */
const START = 't.started_on, t.planned_start_on';
const END = 't.ended_on, t.planned_end_on';
const STARTS = `coalesce(${START}, '')`;
const ENDS = `coalesce(${END}, '9999')`;

@InputType({ description: 'Conditions on grants. All that are given must be met.' })
export class GrantFilter {
  @Where(
    () => [String],
    `(t.scheme, t.identifier) IN (SELECT s, i FROM unnest(ARRAY[${Object.keys(GrantScheme)
      .map((scheme) => `'${scheme}'`)
      .join(', ')}]) AS s, unnest(?::text[]) AS i)`,
    'With any of these identifiers, in whatever scheme.',
  )
  identifier?: string[];

  @Where(
    () => TextChoice,
    { any: `t.funder_id IN (${ORGANIZATIONS})`, unknown: 't.funder_id IS NULL' },
    'From whom, by slug.',
  )
  funder?: object;

  @Where(() => TextChoice, linked('grant_share'), 'To whom, by slug.')
  recipient?: object;

  @Where(() => TextChoice, linked('grant_intermediary'), 'Through whom, by slug.')
  intermediary?: object;

  @Where(
    () => OrganizationInGrantFilter,
    { properties: ROLE },
    'Of one organisation, whatever its role or in some of them.',
  )
  organization?: OrganizationInGrantFilter;

  @Where(
    () => TextChoice,
    pointed('t.programme_id', 'grant_programme', 'slug'),
    'Under which programme, by slug.',
  )
  programme?: object;

  @Where(
    () => TextChoice,
    pointed('t.initiative_id', 'initiative', 'slug'),
    'For which initiative, by slug.',
  )
  initiative?: object;

  @Where(
    () => TextChoice,
    {
      any: `t.id IN (SELECT l.grant_id FROM grant_sector l WHERE ${SECTOR_IN('l.sector_id')})`,
      unknown: 'NOT EXISTS (SELECT 1 FROM grant_sector l WHERE l.grant_id = t.id)',
    },
    `For what. ${SECTORS_TEXT}`,
    SECTOR_CODES,
  )
  sector?: object;

  @Where(
    () => ChallengeChoice,
    {
      any: 't.initiative_id IN (SELECT i.id FROM initiative i WHERE i.challenges && ?::text[])',
      unknown:
        'NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = t.initiative_id AND cardinality(i.challenges) > 0)',
    },
    'The difficulties that its initiative answers.',
  )
  challenge?: object;

  @Where(
    () => TextChoice,
    {
      any: 't.id IN (SELECT l.grant_id FROM grant_location l WHERE l.country = ANY(?::text[]))',
      unknown:
        'NOT EXISTS (SELECT 1 FROM grant_location l WHERE l.grant_id = t.id AND l.country IS NOT NULL)',
    },
    'Where: countries by ISO 3166-1 alpha-2.',
    COUNTRY_CODES,
  )
  country?: object;

  @Where(
    () => TextChoice,
    {
      any: `t.id IN (SELECT l.grant_id FROM grant_location l WHERE ${REGION_IN('l.region_id')})`,
      unknown:
        'NOT EXISTS (SELECT 1 FROM grant_location l WHERE l.grant_id = t.id AND l.region_id IS NOT NULL)',
    },
    `Where. ${REGIONS_TEXT}`,
    REGION_CODES,
  )
  region?: object;

  @Where(
    () => YearChoice,
    { any: 'left(t.awarded_on, 4)::int = ANY(?::int[])', unknown: 't.awarded_on IS NULL' },
    'The year of the award.',
  )
  year?: object;

  @Where(() => DayScalar, 't.awarded_on >= ?::text', 'Awarded on this day or later.')
  awardedFrom?: string;

  @Where(
    () => DayScalar,
    `t.awarded_on < ?::text`,
    'Awarded before this day. A month or year in which it lies may have been before it.',
  )
  awardedBefore?: string;

  @Where(
    () => DayScalar,
    `${STARTS} <= ?::text AND ${ENDS} >= left(?::text, length(${ENDS}))`,
    'Running on this day, as it did or else as it was planned. An unknown start or end does not exclude: `periodKnown` does.',
  )
  runningOn?: string;

  @Where(
    () => Boolean,
    `(coalesce(${START}) IS NOT NULL AND coalesce(${END}) IS NOT NULL) = ?::boolean`,
    'True: only those of which a start and an end are known, as it was or else as it was planned. False: only the others.',
  )
  periodKnown?: boolean;

  @Where(
    () => GrantStatusChoice,
    { any: 't.status = ANY(?::text[])', unknown: 't.status IS NULL' },
    'How far it has come.',
  )
  status?: object;

  @Where(
    () => TextChoice,
    { any: 't.currency = ANY(?::text[])', unknown: 'false' },
    'In which currency: ISO 4217.',
    CURRENCY_CODES,
  )
  currency?: object;

  @Where(
    () => AmountFilter,
    { properties: AMOUNT },
    'With an amount in this range, to the eighth decimal. Amounts in other currencies are not compared.',
    checkAmount,
  )
  amount?: AmountFilter;

  @Where(
    () => TextChoice,
    pointed('t.source_id', 'source', 'slug'),
    'From which data set, by the slug of the source.',
  )
  dataSet?: object;

  @Where(
    () => Boolean,
    't.to_individuals = ?::boolean',
    'Only those to individuals, or only those to organisations.',
  )
  toIndividuals?: boolean;

  @Where(
    () => String,
    `t.id IN (SELECT e.node_id FROM search_entry e WHERE e.node_type = 'GRANT'
      AND e.folded LIKE '%' || search_fold(?::text) || '%' AND search_fold(?::text) <> '')`,
    'With this text in its title; case, diacritics, script and signs do not matter. No title has a text of signs alone, or none.',
  )
  titleContains?: string;
}

@InputType({ description: 'Conditions on grant programmes.' })
export class GrantProgrammeFilter {
  @Where(() => [ProgrammeStatus], 't.status = ANY(?::text[])', 'With any of these statuses.')
  status?: string[];

  @Where(
    () => [String],
    't.funder_id IN (SELECT o.id FROM organization o WHERE o.slug = ANY(?::text[]))',
    'Of any of these funders, by slug.',
  )
  funder?: string[];

  @Where(
    () => DayScalar,
    `coalesce(t.opened_on, '') <= ?::text AND coalesce(t.closed_on, '9999') >= left(?::text, length(coalesce(t.closed_on, '9999')))`,
    'Open on this day. An unknown opening or closing does not exclude.',
  )
  openOn?: string;
}

@InputType({ description: 'Conditions on transactions.' })
export class TransactionFilter {
  @Where(() => [TransactionKind], 't.kind = ANY(?::text[])', 'Of any of these kinds.')
  kind?: string[];

  @Where(() => DayScalar, 't.value_date >= ?::text', 'Valued on this day or later.')
  valuedFrom?: string;

  @Where(() => DayScalar, 't.value_date < ?::text', 'Valued before this day.')
  valuedBefore?: string;
}

@InputType({ description: 'Conditions on exchange rates.' })
export class ExchangeRateFilter {
  @Where(
    () => [String],
    't.currency = ANY(?::text[])',
    'Of any of these currencies (ISO 4217).',
    CURRENCY_CODES,
  )
  currency?: string[];
}

import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { DecimalScalar } from './decimal.scalar.js';
import { enumType, OneOf } from './enum-type.js';
import { Initiative } from './initiative.entity.js';
import { Node } from './node.interface.js';
import { Organization } from './organization.entity.js';
import { PartialDateScalar } from './partial-date.scalar.js';
import { Sourced } from './sourced.entity.js';

export const Indicator = enumType('Indicator', 'What a claim measures or dates.', {
  EMPLOYEES: 'Persons employed. Unit: persons.',
  MEMBERS: 'Members, of whatever sort. Unit: organisations.',
  COMPANY_MEMBERS: 'Members that are companies. Unit: organisations.',
  SME_MEMBERS: 'Members that are small or medium enterprises. Unit: organisations.',
  INSTITUTION_MEMBERS:
    'Members that are institutions of research, education or support. Unit: organisations.',
  ANNUAL_REVENUE: 'Revenue of a year. An amount of money.',
  EXPORTS: 'Exports of a year. An amount of money.',
  EXPORT_SHARE: 'Exports as a share of revenue. Unit: percent.',
  WOMEN_SHARE: 'Women as a share of the employees. Unit: percent.',
  FOUNDED_ON: 'The day of founding. A date.',
  TOTAL_BUDGET: 'The whole budget. An amount of money.',
  EU_CONTRIBUTION: 'The part of a budget that the European Union pays. An amount of money.',
  EU_CONTRIBUTION_SHARE: 'The part of a budget that the European Union pays. Unit: percent.',
  OWN_CONTRIBUTION_SHARE:
    'The part of a budget that the participants pay themselves. Unit: percent.',
  PARTICIPANT_BUDGET: 'The part of a budget that one participant spends. An amount of money.',
  PARTICIPANTS: 'Participants of an initiative. Unit: organisations.',
  STARTED_ON: 'The beginning of an initiative. A date.',
  ENDED_ON: 'The end of an initiative. A date.',
});
export type Indicator = keyof typeof Indicator;

export const ClaimScope = enumType('ClaimScope', 'Whose figure it is.', {
  ITSELF: 'Of the organisation or initiative itself.',
  MEMBERS_TOGETHER: 'Of all its members taken together.',
});
export type ClaimScope = keyof typeof ClaimScope;

export const Qualifier = enumType('Qualifier', 'How the stated value bounds the real one.', {
  EXACT: 'The value itself.',
  ABOUT: 'Somewhere near it.',
  AT_LEAST: 'It or more.',
  OVER: 'More than it.',
  AT_MOST: 'It or less.',
  UNDER: 'Less than it.',
});
export type Qualifier = keyof typeof Qualifier;

const dateIndicators = `('FOUNDED_ON', 'STARTED_ON', 'ENDED_ON')`;
const moneyIndicators = `('ANNUAL_REVENUE', 'EXPORTS', 'TOTAL_BUDGET', 'EU_CONTRIBUTION', 'PARTICIPANT_BUDGET')`;

@ObjectType({
  implements: [Node, Sourced],
  description:
    'A figure or date that a source states. Sources disagree: every claim is kept, and the best one can be asked for with the reason.',
})
@Entity('claim')
@OneOf('claim_indicator_is_known', 'indicator', Indicator)
@OneOf('claim_scope_is_known', 'scope', ClaimScope)
@OneOf('claim_qualifier_is_known', 'qualifier', Qualifier)
@Check('claim_has_one_subject', 'num_nonnulls("organization_id", "initiative_id") = 1')
@Check('claim_has_number_or_date', 'num_nonnulls("number", "date") = 1')
@Check(
  'claim_date_where_indicator_is_a_date',
  `("date" IS NOT NULL) = ("indicator" IN ${dateIndicators})`,
)
@Check(
  'claim_currency_where_indicator_is_money',
  `("currency" IS NOT NULL) = ("indicator" IN ${moneyIndicators})`,
)
@Check('claim_currency_is_iso_4217', `"currency" ~ '^[A-Z]{3}$'`)
@Check('claim_number_is_not_negative', '"number" >= 0')
@Check('claim_date_is_partial_date', 'is_partial_date("date")')
@Check('claim_as_of_is_partial_date', 'is_partial_date("as_of")')
@Index(['organizationId', 'indicator'])
@Index(['initiativeId', 'indicator'])
@Index(['sourceId'])
@Index('claim_indicator', ['indicator', 'id'])
@Index('claim_as_of', { synchronize: false })
@Index('claim_as_of_asc', { synchronize: false })
export class Claim extends Sourced {
  @ForeignKey(() => Organization, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @ForeignKey(() => Initiative, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  initiativeId!: string | null;

  @Field(() => Indicator, { description: 'What is measured or dated, and in what unit.' })
  @Column({ type: 'text', collation: 'C' })
  indicator!: Indicator;

  @Field(() => ClaimScope, { description: 'Whose figure it is.' })
  @Column('text')
  scope!: ClaimScope;

  @Field(() => Qualifier, { description: 'How the value bounds the real one.' })
  @Column('text')
  qualifier!: Qualifier;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The number as an exact decimal text, such as `30000` or `2266634.40`, in the unit of the indicator; an amount of money with its currency is in `amount` too. Null for a date.',
  })
  @Column('numeric', { nullable: true })
  number!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The date, where it is one.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  date!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The time that the figure is about. Null if the source does not say.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  asOf!: string | null;

  @Field(() => String, { nullable: true, description: 'What has to be known to read it rightly.' })
  @Column('text', { nullable: true })
  note!: string | null;
}

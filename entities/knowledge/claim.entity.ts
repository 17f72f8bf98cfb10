import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, ManyToOne } from 'typeorm';
import { DecimalScalar } from '../shared/decimal.scalar.js';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Initiative } from '../network/initiative.entity.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Sourced } from '../shared/sourced.entity.js';
import type { InitiativeId, OrganizationId } from '../../src/domain/ids.js';

export const Indicator = enumType('Indicator', 'The quantity or date that a claim is about.', {
  EMPLOYEES: 'Number of employees. Unit: persons.',
  MEMBERS: 'Number of members of any kind. Unit: organizations.',
  COMPANY_MEMBERS: 'Number of members that are companies. Unit: organizations.',
  SME_MEMBERS: 'Number of members that are small or medium-sized enterprises. Unit: organizations.',
  INSTITUTION_MEMBERS:
    'Number of members that are research, education or support institutions. Unit: organizations.',
  ANNUAL_REVENUE: 'Revenue in one year. An amount of money.',
  EXPORTS: 'Exports in one year. An amount of money.',
  EXPORT_SHARE: 'Exports as a share of revenue. Unit: percent.',
  WOMEN_SHARE: 'Women as a share of all employees. Unit: percent.',
  FOUNDED_ON: 'The date of founding. A date.',
  TOTAL_BUDGET: 'The total budget. An amount of money.',
  EU_CONTRIBUTION: 'The part of a budget that is paid by the European Union. An amount of money.',
  EU_CONTRIBUTION_SHARE: 'The part of a budget that is paid by the European Union. Unit: percent.',
  OWN_CONTRIBUTION_SHARE:
    'The part of a budget that is paid by the participants themselves. Unit: percent.',
  PARTICIPANT_BUDGET: 'The part of a budget that is spent by one participant. An amount of money.',
  PARTICIPANTS: 'Number of participants in an initiative. Unit: organizations.',
  STARTED_ON: 'The start of an initiative. A date.',
  ENDED_ON: 'The end of an initiative. A date.',
});
export type Indicator = keyof typeof Indicator;

export const ClaimScope = enumType(
  'ClaimScope',
  'Whether the figure covers the organization or initiative itself, or all its members together.',
  {
    ITSELF: 'The organization or initiative itself.',
    MEMBERS_TOGETHER: 'All its members taken together.',
  },
);
export type ClaimScope = keyof typeof ClaimScope;

export const Qualifier = enumType('Qualifier', 'How the stated value limits the actual value.', {
  EXACT: 'Exactly the stated value.',
  ABOUT: 'About the stated value.',
  AT_LEAST: 'The stated value or more.',
  OVER: 'More than the stated value.',
  AT_MOST: 'The stated value or less.',
  UNDER: 'Less than the stated value.',
});
export type Qualifier = keyof typeof Qualifier;

const dateIndicators = `('FOUNDED_ON', 'STARTED_ON', 'ENDED_ON')`;
const moneyIndicators = `('ANNUAL_REVENUE', 'EXPORTS', 'TOTAL_BUDGET', 'EU_CONTRIBUTION', 'PARTICIPANT_BUDGET')`;

@ObjectType({
  implements: [Node, Sourced],
  description:
    'A figure or date that a source states. Sources can disagree: all claims are kept, and `bestClaims` returns the best one with the reason.',
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
export class Claim extends Sourced<'Claim'> {
  @Column('uuid', { nullable: true })
  organizationId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that the claim is about. Null if it is about an initiative.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization | null;

  @Column('uuid', { nullable: true })
  initiativeId!: InitiativeId | null;

  @Field(() => Initiative, {
    nullable: true,
    description: 'The initiative that the claim is about. Null if it is about an organization.',
  })
  @ManyToOne(() => Initiative, { onDelete: 'RESTRICT' })
  initiative!: Initiative | null;

  @Field(() => Indicator, {
    description: 'The quantity or date that the claim is about, which also determines the unit.',
  })
  @Column({ type: 'text', collation: 'C' })
  indicator!: Indicator;

  @Field(() => ClaimScope, {
    description:
      'Whether the figure covers the organization or initiative itself, or all its members together.',
  })
  @Column('text')
  scope!: ClaimScope;

  @Field(() => Qualifier, {
    description: 'How the stated value relates to the actual value, such as exact or at least.',
  })
  @Column('text')
  qualifier!: Qualifier;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The number as an exact decimal string, such as `30000` or `2266634.40`, in the unit of the indicator; for an amount of money, `amount` also has the currency. Null if the claim is a date.',
  })
  @Column('numeric', { nullable: true })
  number!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The claimed date. Null if the claim is a number.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  date!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date that the figure refers to. Null if the source does not say.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  asOf!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Information needed to interpret the claim correctly, if any.',
  })
  @Column('text', { nullable: true })
  note!: string | null;
}

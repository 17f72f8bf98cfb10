import { Field, ObjectType } from 'type-graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  Unique,
} from 'typeorm';
import { Budget } from './budget.entity.js';
import { Transaction } from './transaction.entity.js';
import { GrantLocation } from './grant-purpose.entity.js';
import { Sector } from '../network/sector.entity.js';
import { enumType, OneOf } from '../shared/enum-type.js';
import { GrantProgramme } from './grant-programme.entity.js';
import { Initiative } from '../network/initiative.entity.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Sourced } from '../shared/sourced.entity.js';
import { CurrencyCodeScalar } from '../shared/standards.scalar.js';
import type {
  GrantId,
  GrantProgrammeId,
  InitiativeId,
  OrganizationId,
} from '../../src/domain/ids.js';

export const GrantScheme = enumType(
  'GrantScheme',
  "The scheme that a grant's identifier belongs to. An identifier has no meaning without its scheme.",
  {
    THREE_SIXTY_GIVING: 'The 360Giving Data Standard: `360G-…`.',
    IATI: 'The International Aid Transparency Initiative (IATI): the identifier of the activity.',
    SCAN: 'SCAN Graph: a short name assigned by this graph to a grant that nobody has published as data.',
  },
);
export type GrantScheme = keyof typeof GrantScheme;

export const GrantStatus = enumType(
  'GrantStatus',
  'The stage that a funded activity has reached (IATI ActivityStatus).',
  {
    PIPELINE: 'Being scoped or planned.',
    IMPLEMENTATION: 'In progress.',
    FINALISATION: 'Physically complete, or the last payment has been made, but still open.',
    CLOSED: 'Complete, and all payments have been made.',
    CANCELLED: 'Called off.',
    SUSPENDED: 'Temporarily suspended.',
  },
);
export type GrantStatus = keyof typeof GrantStatus;

export const RegrantType = enumType(
  'RegrantType',
  'The purpose of a grant whose recipient makes grants itself (360Giving regrantType).',
  {
    COMMON: 'To one grant-maker, which passes it on in grants to others (FRG010).',
    INTERMEDIARY:
      'To an intermediary, such as a network, which pays it out to organizations that make grants from it (FRG020).',
    MATCH: 'To grant-makers, which match contributions from others and pass the money on (FRG030).',
    COLLABORATION: 'Into a fund that is formed by several funders (FRG040).',
    FISCAL_SPONSOR:
      'To an agent that pays it to the defined recipients on behalf of the funder (FRG050).',
    ENDOWMENT: 'To establish or fund, once and for all, a body that makes grants (FRG060).',
    MULTIPURPOSE: 'Partly to be passed on in grants, partly for other work (FRG070).',
  },
);
export type RegrantType = keyof typeof RegrantType;

/**
 * A grant has one currency, so no sum within a grant can mix currencies. An activity that pays in two currencies
 * becomes two grants of one initiative.
 */
@ObjectType({
  implements: [Node, Sourced],
  description:
    'Money promised by a funder to recipients. All amounts are in the `currency` of the grant; negative amounts are corrections.',
})
@Entity('grant')
@Unique('grant_identifier_is_unique_in_its_scheme', [
  'scheme',
  'identifier',
  'currency',
  'namespace',
])
@Unique('grant_id_and_currency_are_unique', ['id', 'currency'])
@OneOf('grant_scheme_is_known', 'scheme', GrantScheme)
@OneOf('grant_status_is_known', 'status', GrantStatus)
@OneOf('grant_regrant_is_known', 'regrant', RegrantType)
@Check('grant_currency_is_iso_4217', `"currency" ~ '^[A-Z]{3}$'`)
@Check('grant_is_not_paid_from_itself', '"parent_id" <> "id"')
@Check('grant_awarded_on_is_partial_date', 'is_partial_date("awarded_on")')
@Check('grant_planned_start_on_is_partial_date', 'is_partial_date("planned_start_on")')
@Check('grant_planned_end_on_is_partial_date', 'is_partial_date("planned_end_on")')
@Check('grant_started_on_is_partial_date', 'is_partial_date("started_on")')
@Check('grant_ended_on_is_partial_date', 'is_partial_date("ended_on")')
@Index('grant_by_funder', ['funderId', 'id'])
@Index('grant_funder_and_parent', ['id', 'funderId', 'parentId'])
@Index('grant_by_programme', ['programmeId'])
@Index('grant_by_initiative', ['initiativeId'])
@Index('grant_by_parent', ['parentId'])
@Index('grant_by_source', ['sourceId'])
@Index('grant_by_award_date', { synchronize: false })
@Index('grant_by_award_date_asc', { synchronize: false })
@Index('grant_by_amount', { synchronize: false })
@Index('grant_figures', { synchronize: false })
@Index('grant_figures_by_id', { synchronize: false })
@Index('grant_by_awarded_asc', { synchronize: false })
@Index('grant_by_awarded_desc', { synchronize: false })
@Index('grant_may_be_left_out', { synchronize: false })
export class Grant extends Sourced<'Grant'> {
  @Field(() => GrantScheme, { description: 'The scheme that the identifier belongs to.' })
  @Column({ type: 'text', collation: 'C' })
  scheme!: GrantScheme;

  @Field(() => String, {
    description: 'The identifier of the grant in its scheme, such as `360G-ABCT-0065I000005BoDG`.',
  })
  @Column({ type: 'text', collation: 'C' })
  identifier!: string;

  /**
   * Who assigned the identifier, where it is unique only there: the id of the funder for numbers of a funder, the
   * country for its share of an IATI activity, or else empty.
   */
  @Column({ type: 'text', collation: 'C', default: '' })
  namespace!: string;

  @Field(() => String, { description: 'The title to display.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What the money is for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Column('uuid')
  funderId!: OrganizationId;

  @Field(() => Organization, { description: 'The organization that gives the money.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  funder!: Organization;

  @Column('uuid', { nullable: true })
  programmeId!: GrantProgrammeId | null;

  @Field(() => GrantProgramme, {
    nullable: true,
    description: 'The program under which the grant is made. Null if unknown.',
  })
  @ManyToOne(() => GrantProgramme, { onDelete: 'RESTRICT' })
  programme!: GrantProgramme | null;

  @Column('uuid', { nullable: true })
  initiativeId!: InitiativeId | null;

  @Field(() => Initiative, {
    nullable: true,
    description:
      'The initiative that the grant is for. Null if it is not for an initiative in this graph.',
  })
  @ManyToOne(() => Initiative, { onDelete: 'RESTRICT' })
  initiative!: Initiative | null;

  /** The grant whose money this one passes on. */
  @Column('uuid', { nullable: true })
  parentId!: GrantId | null;

  @Field(() => Grant, {
    name: 'paidFrom',
    nullable: true,
    description: 'The grant whose money this grant passes on. Null if no such grant is known.',
  })
  @ManyToOne(() => Grant, { onDelete: 'RESTRICT' })
  parent!: Grant | null;

  @Field(() => CurrencyCodeScalar, {
    description: 'The currency of all amounts of the grant (ISO 4217), such as `EUR`.',
  })
  @Column({ type: 'text', collation: 'C' })
  currency!: string;

  @Column('numeric', { nullable: true })
  appliedFor!: string | null;

  @Column('numeric', { nullable: true })
  awarded!: string | null;

  /** A trigger maintains this column and the next two if the grant has transactions of that kind. */
  @Column('numeric', { nullable: true })
  committed!: string | null;

  @Column('numeric', { nullable: true })
  disbursed!: string | null;

  @Column('numeric', { nullable: true })
  spent!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The date of the award.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  awardedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The planned start date. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  plannedStartOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The planned end date. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  plannedEndOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The actual start date. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  startedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The actual end date. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  endedOn!: string | null;

  @Field(() => GrantStatus, {
    nullable: true,
    description: 'The stage that the funded activity has reached. Null if no source states it.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  status!: GrantStatus | null;

  @Field(() => RegrantType, {
    nullable: true,
    description:
      'The purpose of regranting, if the recipient is to make further grants from it. Null if it is not for regranting.',
  })
  @Column('text', { nullable: true })
  regrant!: RegrantType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the grant was open for anyone to apply. Null if no source states it.',
  })
  @Column('boolean', { nullable: true })
  fromOpenCall!: boolean | null;

  @Field(() => Boolean, {
    description: 'Whether the recipients are individuals. Individuals are not named in this graph.',
  })
  @Column('boolean')
  toIndividuals!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it is reported by someone who neither gives, passes on nor receives the money (IATI secondary reporter). Such grants are excluded from totals.',
  })
  @Column('boolean')
  isSecondaryReport!: boolean;

  /** The publisher; the funder if no other is known. */
  @Column('uuid', { nullable: true })
  reporterId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that published the grant. Null if unknown.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  reporter!: Organization | null;

  /** The grants that pass on its money. */
  @OneToMany(() => Grant, (grant) => grant.parent)
  passedOn!: Grant[];

  @ManyToMany(() => Organization)
  @JoinTable({ name: 'grant_share', synchronize: false })
  recipients!: Organization[];

  @ManyToMany(() => Organization)
  @JoinTable({ name: 'grant_intermediary', synchronize: false })
  intermediaries!: Organization[];

  @ManyToMany(() => Sector)
  @JoinTable({ name: 'grant_sector', synchronize: false })
  sectors!: Sector[];

  @OneToMany(() => GrantLocation, (location) => location.grant)
  locations!: GrantLocation[];

  @OneToMany(() => Transaction, (transaction) => transaction.grant)
  transactions!: Transaction[];

  @OneToMany(() => Budget, (budget) => budget.grant)
  budgets!: Budget[];
}

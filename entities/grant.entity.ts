import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { GrantProgramme } from './grant-programme.entity.js';
import { Initiative } from './initiative.entity.js';
import { Node } from './node.interface.js';
import { Organization } from './organization.entity.js';
import { PartialDateScalar } from './partial-date.scalar.js';
import { Sourced } from './sourced.entity.js';
import { CurrencyCodeScalar } from './standards.scalar.js';

export const GrantScheme = enumType(
  'GrantScheme',
  'Whose identifier a grant is known by. An identifier means nothing without it.',
  {
    THREE_SIXTY_GIVING: 'The 360Giving Data Standard: `360G-…`.',
    IATI: 'The International Aid Transparency Initiative: the identifier of the activity.',
    SCAN: 'This graph: a short name of ours, for a grant that nobody has published as data.',
  },
);
export type GrantScheme = keyof typeof GrantScheme;

export const GrantStatus = enumType(
  'GrantStatus',
  'How far what is funded has come (IATI ActivityStatus).',
  {
    PIPELINE: 'Being scoped or planned.',
    IMPLEMENTATION: 'Under way.',
    FINALISATION: 'Physically done, or the last money paid, but still open.',
    CLOSED: 'Done, and all paid.',
    CANCELLED: 'Called off.',
    SUSPENDED: 'Stopped for the time being.',
  },
);
export type GrantStatus = keyof typeof GrantStatus;

export const RegrantType = enumType(
  'RegrantType',
  'What for a grant was made whose recipient makes grants itself (360Giving regrantType).',
  {
    COMMON: 'To one grant-maker, to be passed on in grants to others (FRG010).',
    INTERMEDIARY:
      'To an intermediary, such as a network, to be paid out to organisations that make grants of it (FRG020).',
    MATCH: 'To grant-makers, to match what others give and pass it on (FRG030).',
    COLLABORATION: 'Into a fund that several funders make (FRG040).',
    FISCAL_SPONSOR: 'To an agent that pays it to the defined recipients for the funder (FRG050).',
    ENDOWMENT: 'To make or fund a body that makes grants, once and for all (FRG060).',
    MULTIPURPOSE: 'In part to be passed on in grants, in part for other work (FRG070).',
  },
);
export type RegrantType = keyof typeof RegrantType;

/**
 * A grant has one currency: what an activity pays in two is two grants of one initiative, so that no
 * sum within a grant can mix currencies.
 */
@ObjectType({
  implements: [Node, Sourced],
  description:
    'Money promised by a funder to recipients. All its amounts are in its one `currency`.',
})
@Entity('grant')
@Unique('grant_identifier_is_unique_in_its_scheme', ['scheme', 'identifier', 'currency'])
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
export class Grant extends Sourced {
  @Field(() => GrantScheme, { description: 'Whose identifier it is known by.' })
  @Column({ type: 'text', collation: 'C' })
  scheme!: GrantScheme;

  @Field(() => String, {
    description: 'Its identifier in that scheme, such as `360G-ABCT-0065I000005BoDG`.',
  })
  @Column({ type: 'text', collation: 'C' })
  identifier!: string;

  @Field(() => String, { description: 'What it is called.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @ForeignKey(() => Organization, { onDelete: 'RESTRICT' })
  @Column('uuid')
  funderId!: string;

  @ForeignKey(() => GrantProgramme, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  @ForeignKey(() => Initiative, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  initiativeId!: string | null;

  /** The grant whose money it passes on. */
  @ForeignKey(() => Grant, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Field(() => CurrencyCodeScalar, {
    description: 'The currency of all its amounts: ISO 4217, such as `EUR`.',
  })
  @Column({ type: 'text', collation: 'C' })
  currency!: string;

  @Column('numeric', { nullable: true })
  appliedFor!: string | null;

  @Column('numeric', { nullable: true })
  awarded!: string | null;

  /** This and the next two are kept by a trigger where the grant has transactions of the kind. */
  @Column('numeric', { nullable: true })
  committed!: string | null;

  @Column('numeric', { nullable: true })
  disbursed!: string | null;

  @Column('numeric', { nullable: true })
  spent!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was awarded.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  awardedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was planned to start.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  plannedStartOn!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was planned to end.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  plannedEndOn!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it started.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  startedOn!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it ended.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  endedOn!: string | null;

  @Field(() => GrantStatus, {
    nullable: true,
    description: 'How far it has come. Null if no source says.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  status!: GrantStatus | null;

  @Field(() => RegrantType, {
    nullable: true,
    description: 'What for, if its recipient is to make grants from it. Null if not.',
  })
  @Column('text', { nullable: true })
  regrant!: RegrantType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether anybody could apply for it. Null if no source says.',
  })
  @Column('boolean', { nullable: true })
  fromOpenCall!: boolean | null;

  @Field(() => Boolean, {
    description: 'Whether its recipients are individuals, who are not named in this graph.',
  })
  @Column('boolean')
  toIndividuals!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether somebody reports it who neither gives, passes on nor receives it (IATI secondary reporter). Totals leave it out.',
  })
  @Column('boolean')
  isSecondaryReport!: boolean;

  /** Who published it; the funder, if nobody else. */
  @ForeignKey(() => Organization, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  reporterId!: string | null;
}

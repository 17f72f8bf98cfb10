import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { Node } from './node.interface.js';
import { Organization } from './organization.entity.js';
import { PartialDateScalar } from './partial-date.scalar.js';
import { Person } from './person.entity.js';
import { Sourced } from './sourced.entity.js';

export const AuthorityLevel = enumType(
  'AuthorityLevel',
  'The level of public authority (Law on Lobbying of Serbia).',
  {
    NATIONAL: 'Authorities of the Republic.',
    PROVINCIAL: 'Authorities of an autonomous province.',
    LOCAL: 'Authorities of a city or municipality.',
  },
);
export type AuthorityLevel = keyof typeof AuthorityLevel;

export const AdvocacyStatus = enumType('AdvocacyStatus', 'How an advocacy case stands.', {
  OPEN: 'Under way.',
  SUCCEEDED: 'What was sought was reached.',
  PARTLY_SUCCEEDED: 'A part of what was sought was reached.',
  FAILED: 'What was sought was refused.',
  WITHDRAWN: 'Given up.',
});
export type AdvocacyStatus = keyof typeof AdvocacyStatus;

export const AdvocateStanding = enumType(
  'AdvocateStanding',
  'In what standing somebody speaks for the beneficiaries (Law on Lobbying of Serbia).',
  {
    REGISTERED_LOBBYIST: 'A lobbyist in the register.',
    LEGAL_REPRESENTATIVE: 'The legal representative or an employee of the beneficiary itself.',
    ASSOCIATION_REPRESENTATIVE:
      'A representative of an association that the beneficiary belongs to.',
  },
);
export type AdvocateStanding = keyof typeof AdvocateStanding;

@ObjectType({
  implements: [Node, Sourced],
  description: 'Lobbying towards public authority for a law, a regulation or another act.',
})
@Entity('advocacy_case')
@Unique('advocacy_case_slug_is_unique', ['slug'])
@OneOf('advocacy_case_level_is_known', 'level', AuthorityLevel)
@OneOf('advocacy_case_status_is_known', 'status', AdvocacyStatus)
@OneOf('advocacy_case_standing_is_known', 'standing', AdvocateStanding)
@Check('advocacy_case_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('advocacy_case_opened_on_is_partial_date', 'is_partial_date("opened_on")')
@Check('advocacy_case_closed_on_is_partial_date', 'is_partial_date("closed_on")')
@Check(
  'advocacy_case_closes_after_it_opens',
  'left("closed_on", length("opened_on")) >= left("opened_on", length("closed_on"))',
)
@Check('advocacy_case_is_not_open_and_closed', `"closed_on" IS NULL OR "status" <> 'OPEN'`)
@Check(
  'advocacy_case_target_is_institution',
  `("target_id" IS NULL) = ("target_type" IS NULL) AND "target_type" = 'Institution'`,
)
@ForeignKey(() => Organization, ['targetId', 'targetType'], ['id', 'type'], {
  onDelete: 'RESTRICT',
})
@Index(['targetId'])
export class AdvocacyCase extends Sourced {
  @Field(() => String, { description: 'Its short name in addresses, unique among cases.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'What is sought, in a few words.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The act that is sought or fought: a law, a regulation, a decision, a plan.',
  })
  @Column('text', { nullable: true })
  subjectAct!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about and how it went.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Column('uuid', { nullable: true })
  targetId!: string | null;

  /** With `targetId` one foreign key: only an institution is lobbied. */
  @Column('text', { nullable: true })
  targetType!: 'Institution' | null;

  @Field(() => AuthorityLevel, {
    nullable: true,
    description: 'The level of authority it is addressed to, if known.',
  })
  @Column('text', { nullable: true })
  level!: AuthorityLevel | null;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  representativeId!: string | null;

  @Field(() => AdvocateStanding, {
    nullable: true,
    description: 'In what standing the representative speaks.',
  })
  @Column('text', { nullable: true })
  standing!: AdvocateStanding | null;

  @Field(() => AdvocacyStatus, { description: 'How it stands.' })
  @Column('text')
  status!: AdvocacyStatus;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Since when it is pursued.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  openedOn!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it came to its end.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  @Column('text', { nullable: true })
  outcome!: string | null;
}

/** An organisation for whose benefit a case is pursued. */
@Entity('advocacy_beneficiary')
@Index(['organizationId', 'advocacyCaseId'])
export class AdvocacyBeneficiary {
  @ForeignKey(() => AdvocacyCase, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  advocacyCaseId!: string;

  @ForeignKey(() => Organization, { onDelete: 'RESTRICT' })
  @PrimaryColumn('uuid')
  organizationId!: string;
}

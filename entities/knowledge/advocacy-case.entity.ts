import { Field, ObjectType } from 'type-graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Person } from './person.entity.js';
import { Sourced } from '../shared/sourced.entity.js';
import type { AdvocacyCaseId, OrganizationId, PersonId } from '../../src/domain/ids.js';

export const AuthorityLevel = enumType(
  'AuthorityLevel',
  'The level of public authority (Law on Lobbying of Serbia).',
  {
    NATIONAL: 'National authorities of the Republic.',
    PROVINCIAL: 'Authorities of an autonomous province.',
    LOCAL: 'Authorities of a city or municipality.',
  },
);
export type AuthorityLevel = keyof typeof AuthorityLevel;

export const AdvocacyStatus = enumType(
  'AdvocacyStatus',
  'The state or outcome of an advocacy case.',
  {
    OPEN: 'In progress.',
    SUCCEEDED: 'The goal was achieved.',
    PARTLY_SUCCEEDED: 'The goal was partly achieved.',
    FAILED: 'The request was refused.',
    WITHDRAWN: 'The case was abandoned.',
  },
);
export type AdvocacyStatus = keyof typeof AdvocacyStatus;

export const AdvocateStanding = enumType(
  'AdvocateStanding',
  'The capacity in which someone speaks for the beneficiaries (Law on Lobbying of Serbia).',
  {
    REGISTERED_LOBBYIST: 'A registered lobbyist.',
    LEGAL_REPRESENTATIVE: 'The legal representative or an employee of the beneficiary itself.',
    ASSOCIATION_REPRESENTATIVE:
      'A representative of an association that the beneficiary belongs to.',
  },
);
export type AdvocateStanding = keyof typeof AdvocateStanding;

@ObjectType({
  implements: [Node, Sourced],
  description:
    'A lobbying effort directed at a public authority to influence a law, a regulation or another act.',
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
@Index(['targetId'])
export class AdvocacyCase extends Sourced<'AdvocacyCase'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among advocacy cases.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'A short summary of what is sought.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The act that the case supports or opposes: a law, a regulation, a decision or a plan. Null if unknown.',
  })
  @Column('text', { nullable: true })
  subjectAct!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the case is about and how it developed.',
  })
  @Column('text', { nullable: true })
  description!: string | null;

  @Column('uuid', { nullable: true })
  targetId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The institution that the case is addressed to. Null if unknown.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'target_id', referencedColumnName: 'id' },
    { name: 'target_type', referencedColumnName: 'type' },
  ])
  target!: Organization | null;

  /** Part of a composite foreign key with `targetId`: only institutions can be targets. */
  @Column('text', { nullable: true })
  targetType!: 'Institution' | null;

  @Field(() => AuthorityLevel, {
    nullable: true,
    description: 'The level of the authority that the case is addressed to. Null if unknown.',
  })
  @Column('text', { nullable: true })
  level!: AuthorityLevel | null;

  @Index()
  @Column('uuid', { nullable: true })
  representativeId!: PersonId | null;

  @Field(() => Person, {
    nullable: true,
    description: 'The person who speaks for the beneficiaries. Null if unknown.',
  })
  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  representative!: Person | null;

  @Field(() => AdvocateStanding, {
    nullable: true,
    description: 'The capacity in which the representative acts. Null if unknown.',
  })
  @Column('text', { nullable: true })
  standing!: AdvocateStanding | null;

  @Field(() => AdvocacyStatus, { description: 'The current state or outcome of the case.' })
  @Column('text')
  status!: AdvocacyStatus;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date on which the case was opened. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  openedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'The date on which the case ended. Null if it has not ended or the date is unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  closedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A description of the results. Null if unknown.',
  })
  @Column('text', { nullable: true })
  outcome!: string | null;

  @ManyToMany(() => Organization)
  @JoinTable({ name: 'advocacy_beneficiary', synchronize: false })
  beneficiaries!: Organization[];
}

/** An organization that benefits from a case. */
@Entity('advocacy_beneficiary')
@Index(['organizationId', 'advocacyCaseId'])
export class AdvocacyBeneficiary {
  @PrimaryColumn('uuid')
  advocacyCaseId!: AdvocacyCaseId;

  @ManyToOne(() => AdvocacyCase, { onDelete: 'CASCADE' })
  advocacyCase!: AdvocacyCase;

  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;
}

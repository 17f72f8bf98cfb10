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
  PrimaryColumn,
  Unique,
} from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { ClusterStage } from './cluster-stage.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from './organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Region } from './region.entity.js';
import { Sector } from './sector.entity.js';
import { Sourced } from '../shared/sourced.entity.js';
import { Tie } from '../shared/tie.interface.js';
import { UrlScalar } from '../shared/standards.scalar.js';
import type { InitiativeId, OrganizationId, RegionId, SectorId } from '../../src/domain/ids.js';

export const InitiativeKind = enumType(
  'InitiativeKind',
  'The kind of initiative, such as a project or a service.',
  {
    NEW_CLUSTER: 'The creation of a new cluster.',
    PROJECT: 'A project with a start and an end.',
    PROGRAMME: 'A program of several projects or calls.',
    SERVICE: 'A permanent service.',
  },
);
export type InitiativeKind = keyof typeof InitiativeKind;

export const Challenge = enumType(
  'Challenge',
  'A challenge of cluster development that an initiative addresses.',
  {
    AWARENESS: 'Few people know what clusters are for.',
    MANAGERIAL_CAPACITY: 'Clusters lack management capacity and knowledge.',
    FINANCE: 'Clusters are chronically short of money.',
    INTERNATIONALISATION: 'Members have little presence in foreign markets.',
    INNOVATION: 'Research and business rarely work together.',
    SKILLS: 'Members lack skilled people.',
  },
);
export type Challenge = keyof typeof Challenge;

@ObjectType({
  implements: [Node, Sourced],
  description: 'A joint undertaking of clusters, such as a project or a program.',
})
@Entity('initiative')
@Index('initiative_started_on', { synchronize: false })
@Index('initiative_started_on_desc', { synchronize: false })
@Index('initiative_title', { synchronize: false })
@Unique('initiative_slug_is_unique', ['slug'])
@OneOf('initiative_kind_is_known', 'kind', InitiativeKind)
@OneOf('initiative_stage_is_known', 'stage', ClusterStage)
@Check('initiative_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('initiative_stage_only_of_new_cluster', `"stage" IS NULL OR "kind" = 'NEW_CLUSTER'`)
@Check(
  'initiative_challenges_are_known',
  `"challenges" <@ ARRAY[${Object.keys(Challenge)
    .map((value) => `'${value}'`)
    .join(', ')}]`,
)
@Check('initiative_started_on_is_partial_date', 'is_partial_date("started_on")')
@Check('initiative_ended_on_is_partial_date', 'is_partial_date("ended_on")')
@Check(
  'initiative_ends_after_it_starts',
  'left("ended_on", length("started_on")) >= left("started_on", length("ended_on"))',
)
export class Initiative extends Sourced<'Initiative'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among initiatives.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'The title to display.' })
  @Column('text')
  title!: string;

  @Field(() => InitiativeKind, {
    description: 'The kind of initiative, such as a project or a service.',
  })
  @Column('text')
  kind!: InitiativeKind;

  @Field(() => ClusterStage, {
    nullable: true,
    description:
      'The development stage of the new cluster. Null for initiatives of any other kind.',
  })
  @Column('text', { nullable: true })
  stage!: ClusterStage | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the initiative does and for what purpose.',
  })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => [Challenge], { description: 'The challenges that the initiative addresses.' })
  @Column('text', { array: true })
  challenges!: Challenge[];

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date on which it starts or started. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  startedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date on which it ends or ended. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  endedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A description of the results. Null if unknown.',
  })
  @Column('text', { nullable: true })
  results!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'The URL of its website.' })
  @Column('text', { nullable: true })
  website!: string | null;

  @OneToMany(() => InitiativeParticipation, (participation) => participation.initiative)
  participants!: InitiativeParticipation[];

  @ManyToMany(() => Sector)
  @JoinTable({ name: 'initiative_sector', synchronize: false })
  sectors!: Sector[];

  @ManyToMany(() => Region)
  @JoinTable({ name: 'initiative_region', synchronize: false })
  regions!: Region[];
}

export const ParticipationRole = enumType(
  'ParticipationRole',
  'The role of an organization in an initiative.',
  {
    LEAD: 'Leads the initiative and is responsible for it.',
    PARTNER: 'Carries out a part of the initiative.',
    IMPLEMENTER: 'Carries out the initiative on behalf of others (IATI role 4, implementing).',
    BENEFICIARY: 'Benefits from the initiative.',
    ASSOCIATED: 'Takes part without a share in the work.',
    FUNDING: 'Gives money for the initiative (IATI role 1).',
    ACCOUNTABLE: 'Is accountable to the funders for the initiative (IATI role 2).',
    EXTENDING: 'Manages the money on behalf of the funders (IATI role 3).',
  },
);
export type ParticipationRole = keyof typeof ParticipationRole;

@ObjectType({
  implements: [Node, Tie],
  description: 'The participation of an organization in an initiative.',
})
@Entity('initiative_participation')
@OneOf('initiative_participation_role_is_known', 'role', ParticipationRole)
@Unique('initiative_participation_is_recorded_once', ['initiativeId', 'organizationId', 'role'])
@Index('initiative_participation_since', { synchronize: false })
@Index('initiative_participation_since_desc', { synchronize: false })
@Index('initiative_participation_organization_since', { synchronize: false })
@Index('initiative_participation_organization_since_desc', { synchronize: false })
export class InitiativeParticipation extends Tie<'InitiativeParticipation'> {
  @Column('uuid')
  organizationId!: OrganizationId;

  @Field(() => Organization, { description: 'The participating organization or organizations.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;

  @Column('uuid')
  initiativeId!: InitiativeId;

  @Field(() => Initiative, { description: 'The initiative that the organization takes part in.' })
  @ManyToOne(() => Initiative, { onDelete: 'RESTRICT' })
  initiative!: Initiative;

  @Field(() => ParticipationRole, { description: 'The role of the organization.' })
  @Column('text')
  role!: ParticipationRole;
}

/** A sector in which an initiative works. */
@Entity('initiative_sector')
@Index(['sectorId', 'initiativeId'])
export class InitiativeSector {
  @PrimaryColumn('uuid')
  initiativeId!: InitiativeId;

  @ManyToOne(() => Initiative, { onDelete: 'CASCADE' })
  initiative!: Initiative;

  @PrimaryColumn('uuid')
  sectorId!: SectorId;

  @ManyToOne(() => Sector, { onDelete: 'RESTRICT' })
  sector!: Sector;
}

/** A region in which an initiative works. */
@Entity('initiative_region')
@Index(['regionId', 'initiativeId'])
export class InitiativeRegion {
  @PrimaryColumn('uuid')
  initiativeId!: InitiativeId;

  @ManyToOne(() => Initiative, { onDelete: 'CASCADE' })
  initiative!: Initiative;

  @PrimaryColumn('uuid')
  regionId!: RegionId;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  region!: Region;
}

import { Directive, Field, InterfaceType, registerEnumType } from 'type-graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  TableInheritance,
  Unique,
} from 'typeorm';
import { InitiativeParticipation } from './initiative.entity.js';
import { Partnership } from './partnership.entity.js';
import { Membership } from './membership.entity.js';
import { Sector } from './sector.entity.js';
import { Identifier } from './identifier.entity.js';
import { OrganizationName } from './organization-name.entity.js';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Region } from './region.entity.js';
import { Sourced } from '../shared/sourced.entity.js';
import { CountryCodeScalar, UrlScalar } from '../shared/standards.scalar.js';
import type { OrganizationId, RegionId } from '../../src/domain/ids.js';

/** The values are the names of the GraphQL types, so a row identifies its type. */
export const ORGANIZATION_TYPES = {
  ASSOCIATION: 'Association',
  CLUSTER: 'Cluster',
  COMPANY: 'Company',
  INSTITUTION: 'Institution',
  DONOR: 'Donor',
  PARTNER: 'Partner',
} as const;
registerEnumType(ORGANIZATION_TYPES, {
  name: 'OrganizationType',
  description: 'The kinds of organization. Each kind is a separate type in this schema.',
  valuesConfig: {
    ASSOCIATION: { description: 'An umbrella organization of clusters.' },
    CLUSTER: { description: 'A cluster organization.' },
    COMPANY: { description: 'A business.' },
    INSTITUTION: { description: 'A government body, an academic body, a chamber or an agency.' },
    DONOR: { description: 'A body whose main role is to fund.' },
    PARTNER: { description: 'An organization outside the association that cooperates with it.' },
  },
});
export type OrganizationType = (typeof ORGANIZATION_TYPES)[keyof typeof ORGANIZATION_TYPES];

export const OrganizationStatus = enumType(
  'OrganizationStatus',
  'Whether an organization is still active.',
  {
    ACTIVE: 'Active, according to its source.',
    INACTIVE: 'Exists but is no longer active.',
    DISSOLVED: 'It has ended.',
    UNKNOWN: 'No source states the status.',
  },
);
export type OrganizationStatus = keyof typeof OrganizationStatus;

/** All organizations are in one table, so that a tie can refer to any of them with a foreign key. */
@Directive('@key(fields: "identifier { scheme value }")')
@InterfaceType({
  implements: [Node, Sourced],
  description:
    'Any body in the network. Its type (`__typename`) states which of the six kinds it is. Organizations of every kind can have any tie.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@Entity('organization')
@TableInheritance({ column: { name: 'type', type: 'text' } })
@Unique('organization_slug_is_unique', ['slug'])
@Unique('organization_id_and_type_are_unique', ['id', 'type'])
@OneOf('organization_type_is_known', 'type', ORGANIZATION_TYPES)
@OneOf('organization_status_is_known', 'status', OrganizationStatus)
@Check('organization_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('organization_is_not_its_own_parent', '"parent_id" <> "id"')
@Check('organization_country_is_two_letters', `"country" ~ '^[A-Z]{2}$'`)
@Check('organization_coordinates_are_both_or_none', '("latitude" IS NULL) = ("longitude" IS NULL)')
@Check('organization_latitude_is_in_range', '"latitude" BETWEEN -90 AND 90')
@Check('organization_longitude_is_in_range', '"longitude" BETWEEN -180 AND 180')
@Check(
  'organization_has_what_its_type_has',
  `("stage" IS NULL OR "type" = 'Cluster') AND ("size_class" IS NULL OR "type" = 'Company')
   AND ("category" IS NULL OR "type" IN ('Institution', 'Donor', 'Partner'))`,
)
@Index('organization_type_sort_name', ['type', 'sortName', 'id'])
@Index('organization_sort_name', ['sortName', 'id'])
@Index('organization_type_slug', ['type', 'slug', 'id'])
export abstract class Organization extends Sourced<'Organization'> {
  @Field(() => ORGANIZATION_TYPES, { description: 'Which of the six types of organization it is.' })
  @Column('text')
  readonly type!: OrganizationType;

  @Field(() => String, { description: 'The short name used in URLs, unique among organizations.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, {
    description: 'The common name of the organization, in English if it has an English name.',
  })
  @Column('text')
  name!: string;

  /** The sort key of lists: the name without case, diacritics and script. */
  @Column({
    type: 'text',
    collation: 'C',
    generatedType: 'STORED',
    asExpression: 'search_fold("name")',
  })
  readonly sortName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the organization does, in its own words or ours.',
  })
  @Column('text', { nullable: true })
  description!: string | null;

  @Index('organization_parent', { synchronize: false })
  @Column('uuid', { nullable: true })
  parentId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description:
      'The organization that it is a part of, such as the university of a faculty or the ministry of an agency. Null if it is independent or if no source states it.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  parent!: Organization | null;

  @OneToMany(() => Organization, (organization) => organization.parent)
  parts!: Organization[];

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country of its seat (ISO 3166-1 alpha-2), such as `RS`. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  country!: string | null;

  @Index()
  @Column('uuid', { nullable: true })
  regionId!: RegionId | null;

  @Field(() => Region, {
    nullable: true,
    description: 'The NUTS region of its seat, at the most detailed level known. Null if unknown.',
  })
  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  region!: Region | null;

  @Field(() => String, {
    nullable: true,
    description: 'The city or town of its seat. Null if unknown.',
  })
  @Column('text', { nullable: true })
  city!: string | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Field(() => UrlScalar, { nullable: true, description: 'The URL of its website.' })
  @Column('text', { nullable: true })
  website!: string | null;

  @Field(() => OrganizationStatus, { description: 'Whether the organization is still active.' })
  @Column('text')
  status!: OrganizationStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'Its legal form, in the terms of its country, such as `poslovno udruženje`. Null if unknown.',
  })
  @Column('text', { nullable: true })
  legalForm!: string | null;

  @OneToMany(() => OrganizationName, (name) => name.organization)
  otherNames!: OrganizationName[];

  @OneToMany(() => Identifier, (identifier) => identifier.organization)
  identifiers!: Identifier[];

  @ManyToMany(() => Sector)
  @JoinTable({ name: 'organization_sector', synchronize: false })
  sectors!: Sector[];

  /** As a member. */
  @OneToMany(() => Membership, (membership) => membership.member)
  memberships!: Membership[];

  /** Of a cluster or an association. */
  @OneToMany(() => Membership, (membership) => membership.group)
  members!: Membership[];

  @ManyToMany(() => Partnership, (partnership) => partnership.parties)
  partnerships!: Partnership[];

  @OneToMany(() => InitiativeParticipation, (participation) => participation.organization)
  initiatives!: InitiativeParticipation[];
}

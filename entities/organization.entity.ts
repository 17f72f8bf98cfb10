import { Directive, Field, InterfaceType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, TableInheritance, Unique } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { Node } from './node.interface.js';
import { Region } from './region.entity.js';
import { Sourced } from './sourced.entity.js';
import { CountryCodeScalar, UrlScalar } from './standards.scalar.js';

/** The values are the names of the GraphQL types, so that a row says which of them it is. */
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
  description: 'The kinds of organisation. Each is a type of its own in this schema.',
  valuesConfig: {
    ASSOCIATION: { description: 'An umbrella of clusters.' },
    CLUSTER: { description: 'A cluster organisation.' },
    COMPANY: { description: 'A business.' },
    INSTITUTION: { description: 'A body of government, academia, a chamber or an agency.' },
    DONOR: { description: 'A body whose main role is to fund.' },
    PARTNER: { description: 'An organisation outside the association that cooperates with it.' },
  },
});
export type OrganizationType = (typeof ORGANIZATION_TYPES)[keyof typeof ORGANIZATION_TYPES];

export const OrganizationStatus = enumType(
  'OrganizationStatus',
  'Whether an organisation still works.',
  {
    ACTIVE: 'It works, as far as its source says.',
    INACTIVE: 'It exists but has stopped working.',
    DISSOLVED: 'It has ended.',
    UNKNOWN: 'No source says.',
  },
);
export type OrganizationStatus = keyof typeof OrganizationStatus;

/** All organisations live in one table, so that a tie can point to any of them with a foreign key. */
@Directive('@key(fields: "identifier { scheme value }")')
@InterfaceType({
  implements: [Node, Sourced],
  description:
    'Any body in the network. Which of the six kinds it is says its type (`__typename`); all of them can hold any tie.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@Entity('organization')
@TableInheritance({ column: { name: 'type', type: 'text' } })
@Unique('organization_slug_is_unique', ['slug'])
@Unique('organization_id_and_type_are_unique', ['id', 'type'])
@OneOf('organization_type_is_known', 'type', ORGANIZATION_TYPES)
@OneOf('organization_status_is_known', 'status', OrganizationStatus)
@Check('organization_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
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
export abstract class Organization extends Sourced {
  @Field(() => ORGANIZATION_TYPES, { description: 'Which of the six kinds it is.' })
  @Column('text')
  readonly type!: OrganizationType;

  @Field(() => String, { description: 'Its short name in addresses, unique among organisations.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'The name it goes by, in English where it has one.' })
  @Column('text')
  name!: string;

  /** What lists are ordered by: the name without case, diacritics and script. */
  @Column({
    type: 'text',
    collation: 'C',
    generatedType: 'STORED',
    asExpression: 'search_fold("name")',
  })
  readonly sortName!: string;

  @Field(() => String, { nullable: true, description: 'What it does, in its own or our words.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country of its seat: ISO 3166-1 alpha-2, such as `RS`.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  country!: string | null;

  @Index()
  @ForeignKey(() => Region, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  regionId!: string | null;

  @Field(() => String, { nullable: true, description: 'The city or town of its seat.' })
  @Column('text', { nullable: true })
  city!: string | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Field(() => UrlScalar, { nullable: true, description: 'The address of its website.' })
  @Column('text', { nullable: true })
  website!: string | null;

  @Field(() => OrganizationStatus, { description: 'Whether it still works.' })
  @Column('text')
  status!: OrganizationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Its legal form, in the words of its country, such as `poslovno udruženje`.',
  })
  @Column('text', { nullable: true })
  legalForm!: string | null;
}

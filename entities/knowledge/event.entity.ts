import { Field, ObjectType } from 'type-graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import { InstantScalar } from '../shared/instant.scalar.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { Region } from '../network/region.entity.js';
import { Sourced } from '../shared/sourced.entity.js';
import { CountryCodeScalar } from '../shared/standards.scalar.js';
import type { EventId, OrganizationId, RegionId } from '../../src/domain/ids.js';

@ObjectType({
  implements: [Node, Sourced],
  description: 'A gathering at a certain time and place.',
})
@Entity('event')
@Unique('event_slug_is_unique', ['slug'])
@Check('event_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('event_ends_after_it_starts', '"ends_at" > "starts_at"')
@Check('event_country_is_two_letters', `"country" ~ '^[A-Z]{2}$'`)
@Index(['startsAt', 'id'])
export class Event extends Sourced<'Event'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among events.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'The title to display.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => InstantScalar, { description: 'The start time, in UTC.' })
  @Column('timestamp with time zone')
  startsAt!: Date;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'The end time. Null if it has not been announced.',
  })
  @Column('timestamp with time zone', { nullable: true })
  endsAt!: Date | null;

  @Field(() => String, {
    description:
      'The IANA time zone of the venue, such as `Europe/Belgrade`, for displaying local time.',
  })
  @Column('text')
  timeZone!: string;

  @Field(() => String, { nullable: true, description: 'The building or hall. Null if unknown.' })
  @Column('text', { nullable: true })
  venue!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The street and house number. Null if unknown.',
  })
  @Column('text', { nullable: true })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The city or town where the event takes place. Null if unknown.',
  })
  @Column('text', { nullable: true })
  city!: string | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description:
      'The country where the event takes place (ISO 3166-1 alpha-2), such as `RS`. Null if unknown.',
  })
  @Column('text', { nullable: true })
  country!: string | null;

  @Index()
  @Column('uuid', { nullable: true })
  regionId!: RegionId | null;

  @Field(() => Region, {
    nullable: true,
    description: 'The region where the event takes place. Null if unknown.',
  })
  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  region!: Region | null;

  @Field(() => [String], { description: 'The audiences that the event is intended for.' })
  @Column('text', { array: true })
  audience!: string[];

  @ManyToMany(() => Organization)
  @JoinTable({ name: 'event_organizer', synchronize: false })
  organizers!: Organization[];
}

/** An organizer of an event. */
@Entity('event_organizer')
@Index(['organizationId', 'eventId'])
export class EventOrganizer {
  @PrimaryColumn('uuid')
  eventId!: EventId;

  @ManyToOne(() => Event, { onDelete: 'CASCADE' })
  event!: Event;

  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;
}

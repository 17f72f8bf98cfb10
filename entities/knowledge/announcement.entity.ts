import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, ManyToOne, OneToMany, Unique } from 'typeorm';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Person } from './person.entity.js';
import { Sourced } from '../shared/sourced.entity.js';
import { LocaleScalar } from '../shared/standards.scalar.js';
import type { AnnouncementId, OrganizationId, PersonId } from '../../src/domain/ids.js';

@ObjectType({ implements: [Node, Sourced], description: 'A public statement by an organization.' })
@Entity('announcement')
@Unique('announcement_slug_is_unique', ['slug'])
@Check('announcement_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('announcement_published_on_is_partial_date', 'is_partial_date("published_on")')
export class Announcement extends Sourced<'Announcement'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among announcements.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'The headline of the statement.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    description: 'The text of the statement. Paragraphs are separated by an empty line.',
  })
  @Column('text')
  body!: string;

  @Field(() => LocaleScalar, { description: 'The language of the text (ISO 639), such as `en`.' })
  @Column('text')
  language!: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The date of publication.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  publishedOn!: string | null;

  @Index()
  @Column('uuid')
  authorId!: OrganizationId;

  @Field(() => Organization, { description: 'The organization that makes the statement.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  author!: Organization;

  @OneToMany(() => Quote, (quote) => quote.announcement)
  quotes!: Quote[];
}

@ObjectType({ implements: [Node, Sourced], description: 'A quote of a person in an announcement.' })
@Entity('quote')
@Unique('quote_position_is_unique_in_its_announcement', ['announcementId', 'position'])
@Check('quote_position_is_positive', '"position" >= 1')
export class Quote extends Sourced<'Quote'> {
  @Column('uuid')
  announcementId!: AnnouncementId;

  @Field(() => Announcement, { description: 'The announcement that contains the quote.' })
  @ManyToOne(() => Announcement, { onDelete: 'CASCADE' })
  announcement!: Announcement;

  @Index()
  @Column('uuid')
  personId!: PersonId;

  @Field(() => Person, { description: 'The person who is quoted.' })
  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  person!: Person;

  @Field(() => Int, {
    description: 'The position among the quotes of the announcement, starting at 1.',
  })
  @Column('smallint')
  position!: number;

  @Field(() => String, { description: 'The quoted words.' })
  @Column('text')
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the announcement introduces the person.',
  })
  @Column('text', { nullable: true })
  attribution!: string | null;
}

import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { DayScalar, PartialDateScalar } from '../shared/partial-date.scalar.js';
import { UrlScalar } from '../shared/standards.scalar.js';

export const Confidence = enumType(
  'Confidence',
  'How far a source can be trusted. The values are listed in order of trust.',
  {
    OFFICIAL: 'Published by the body that the fact is about, or by the competent authority.',
    SECONDARY:
      'Reported by a third party that is in a position to know, such as the press or a partner.',
    LEAD: 'An unconfirmed lead. Used only if no better source is available.',
    SYNTHETIC: 'Produced by the test data generator. Not a fact about the real world.',
  },
);
export type Confidence = keyof typeof Confidence;

/** The source of facts. Every row of the graph refers to one. */
@ObjectType({
  implements: [Node],
  description: 'Where a fact comes from: a page, a document or a statement.',
})
@Entity('source')
@Unique('source_slug_is_unique', ['slug'])
@OneOf('source_confidence_is_known', 'confidence', Confidence)
@Check('source_published_on_is_partial_date', 'is_partial_date("published_on")')
@Check(
  'source_retrieved_on_is_day',
  'is_partial_date("retrieved_on") AND length("retrieved_on") = 10',
)
@Index('source_by_content', ['contentDigest'])
export class Source extends Node<'Source'> {
  @Field(() => String, { description: 'Short name used in URLs, unique among sources.' })
  @Column('text')
  slug!: string;

  @Field(() => String, { description: 'The title of the page or document.' })
  @Column('text')
  title!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'The URL of the page or document.' })
  @Column('text', { nullable: true })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'The publisher of the page or document.' })
  @Column('text', { nullable: true })
  publisher!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The date of publication.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  publishedOn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which the source was read.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  retrievedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The license under which the source can be reused.',
  })
  @Column('text', { nullable: true })
  licence!: string | null;

  /** The format and checksum of the file that it was last imported from; null if it was not imported from a file. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  contentDigest!: string | null;

  @Field(() => Confidence, { description: 'How far the source can be trusted.' })
  @Column('text')
  confidence!: Confidence;
}

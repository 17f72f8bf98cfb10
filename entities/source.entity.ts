import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { Node } from './node.interface.js';
import { DayScalar, PartialDateScalar } from './partial-date.scalar.js';
import { UrlScalar } from './standards.scalar.js';

export const Confidence = enumType(
  'Confidence',
  'How far a source can be trusted. The order here is the order of trust.',
  {
    OFFICIAL: 'Published by the body that the fact is about, or by the authority in charge of it.',
    SECONDARY:
      'Told by somebody else who is in a position to know, such as the press or a partner.',
    LEAD: 'A hint that has not been confirmed; taken only where there is nothing better.',
    SYNTHETIC: 'Made by the generator of test data. Not a fact about the real world.',
  },
);
export type Confidence = keyof typeof Confidence;

/** Where a fact comes from. Every row of the graph points to one. */
@ObjectType({
  implements: [Node],
  description: 'Where a fact comes from: a page, a document, a statement.',
})
@Entity('source')
@Unique('source_slug_is_unique', ['slug'])
@OneOf('source_confidence_is_known', 'confidence', Confidence)
@Check('source_published_on_is_partial_date', 'is_partial_date("published_on")')
@Check(
  'source_retrieved_on_is_day',
  'is_partial_date("retrieved_on") AND length("retrieved_on") = 10',
)
export class Source extends Node {
  @Field(() => String, { description: 'Its short name in addresses, unique among sources.' })
  @Column('text')
  slug!: string;

  @Field(() => String, { description: 'The title of the page or document.' })
  @Column('text')
  title!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'Its address on the web.' })
  @Column('text', { nullable: true })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Who published it.' })
  @Column('text', { nullable: true })
  publisher!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was published.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  publishedOn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was read.' })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  retrievedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The licence under which it can be reused.' })
  @Column('text', { nullable: true })
  licence!: string | null;

  @Field(() => Confidence, { description: 'How far it can be trusted.' })
  @Column('text')
  confidence!: Confidence;
}

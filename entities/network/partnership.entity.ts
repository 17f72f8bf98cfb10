import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinTable, ManyToMany, Unique } from 'typeorm';
import { Organization } from './organization.entity.js';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Tie } from '../shared/tie.interface.js';

export const PartnershipKind = enumType('PartnershipKind', 'What a partnership is about.', {
  MEMORANDUM: 'A signed memorandum or agreement of cooperation.',
  CONSORTIUM: 'A consortium for a joint project or bid.',
  NETWORK: 'A permanent network or alliance.',
  TRAINING: 'Training and education.',
  RESEARCH: 'Research and development.',
  TRADE: 'Trade and joint presence on markets.',
  SUPPORT: 'One side supports the other.',
});
export type PartnershipKind = keyof typeof PartnershipKind;

/** The trigger `partnership_has_two_parties` guarantees at least two parties. */
@ObjectType({
  implements: [Node, Tie],
  description:
    'Two or more organizations that cooperate. A memorandum among six organizations is one partnership with six parties.',
})
@Entity('partnership')
@Index('partnership_since', { synchronize: false })
@Index('partnership_since_desc', { synchronize: false })
@Index('partnership_title', { synchronize: false })
@Unique('partnership_slug_is_unique', ['slug'])
@OneOf('partnership_kind_is_known', 'kind', PartnershipKind)
@Check('partnership_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
export class Partnership extends Tie<'Partnership'> {
  @Field(() => String, { description: 'Short name used in URLs, unique among partnerships.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, {
    description: 'The name of the partnership, or a short description of it.',
  })
  @Column('text')
  title!: string;

  @Field(() => PartnershipKind, { description: 'What it is about.' })
  @Column('text')
  kind!: PartnershipKind;

  @Field(() => String, { nullable: true, description: 'What was agreed or done.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @ManyToMany(() => Organization, (organization) => organization.partnerships)
  @JoinTable({ name: 'partnership_party', synchronize: false })
  parties!: Organization[];
}

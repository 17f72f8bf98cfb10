import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, OneToMany, Unique } from 'typeorm';
import { Quote } from './announcement.entity.js';
import { Seat } from './seat.entity.js';
import { Node } from '../shared/node.interface.js';
import { Sourced } from '../shared/sourced.entity.js';

@ObjectType({
  implements: [Node, Sourced],
  description: 'A holder of a public office in the network. Has no contact data.',
})
@Entity('person')
@Index('person_name', { synchronize: false })
@Unique('person_slug_is_unique', ['slug'])
@Check('person_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
export class Person extends Sourced<'Person'> {
  @Field(() => String, { description: 'Short name used in URLs, unique among persons.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'First name and family name.' })
  @Column('text')
  name!: string;

  @OneToMany(() => Seat, (seat) => seat.person)
  seats!: Seat[];

  @OneToMany(() => Quote, (quote) => quote.person)
  quotes!: Quote[];
}

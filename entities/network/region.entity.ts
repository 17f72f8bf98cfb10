import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, ManyToOne, OneToMany, Unique } from 'typeorm';
import { Node } from '../shared/node.interface.js';
import { Sourced } from '../shared/sourced.entity.js';
import type { RegionId } from '../../src/domain/ids.js';

@ObjectType({
  implements: [Node, Sourced],
  description:
    'A statistical region of NUTS (Eurostat). Do not confuse similar codes: NUTS `RS12` is Vojvodina, ISO 3166-2 `RS-12` is Šumadija.',
})
@Entity('region')
@Unique('region_code_is_unique', ['code'])
@Check('region_level_is_0_to_3', '"level" BETWEEN 0 AND 3')
@Check(
  'region_code_has_two_letters_and_a_digit_a_level',
  `"code" ~ '^[A-Z]{2}[0-9A-Z]*$' AND length("code") = "level" + 2`,
)
@Check('region_parent_unless_country', '("level" = 0) = ("parent_id" IS NULL)')
export class Region extends Sourced<'Region'> {
  @Field(() => String, { description: 'The NUTS code, such as `RS12`.' })
  @Column({ type: 'text', collation: 'C' })
  code!: string;

  @Field(() => Int, { description: 'The NUTS level: 0 for the country, then 1, 2 and 3.' })
  @Column('smallint')
  level!: number;

  @Field(() => String, { description: 'The name in Latin script.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'The name in Cyrillic script.' })
  @Column('text', { nullable: true })
  nameCyrillic!: string | null;

  @Index()
  @Column('uuid', { nullable: true })
  parentId!: RegionId | null;

  @Field(() => Region, {
    nullable: true,
    description: 'The region that contains this one. Null for a country (level 0).',
  })
  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  parent!: Region | null;

  @OneToMany(() => Region, (region) => region.parent)
  children!: Region[];
}

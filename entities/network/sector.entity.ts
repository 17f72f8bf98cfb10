import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, Unique } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Sourced } from '../shared/sourced.entity.js';
import type { SectorId } from '../../src/domain/ids.js';

export const SectorScheme = enumType(
  'SectorScheme',
  'The taxonomy that a sector code belongs to. A code has no meaning without its taxonomy.',
  {
    NACE_REV2: 'NACE Rev. 2, the statistical classification of economic activities in the EU.',
    NACE_REV2_1:
      'NACE Rev. 2.1, the successor of NACE Rev. 2. The same letters denote other sections.',
    EU_ECOSYSTEM:
      'The 14 industrial ecosystems of the EU. They have no official codes; this graph uses short names.',
    DAC: 'Purpose codes of the Development Assistance Committee (DAC) of the OECD.',
  },
);
export type SectorScheme = keyof typeof SectorScheme;

@ObjectType({
  implements: [Node, Sourced],
  description:
    'A branch of the economy: a node of a taxonomy, identified by `scheme` and `code` together.',
})
@Entity('sector')
@Unique('sector_code_is_unique_in_its_scheme', ['scheme', 'code'])
@Unique('sector_id_and_scheme_are_unique', ['id', 'scheme'])
@Index(['parentId'])
@OneOf('sector_scheme_is_known', 'scheme', SectorScheme)
export class Sector extends Sourced<'Sector'> {
  @Field(() => SectorScheme, { description: 'The sector taxonomy, such as `NACE_REV2`.' })
  @Column({ type: 'text', collation: 'C' })
  scheme!: SectorScheme;

  @Field(() => String, { description: 'The code in that taxonomy, such as `62.01`.' })
  @Column({ type: 'text', collation: 'C' })
  code!: string;

  @Field(() => String, { description: 'The title of the code in that taxonomy.' })
  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  parentId!: SectorId | null;

  @Field(() => Sector, {
    nullable: true,
    description: 'The sector that contains this one. Null at the top of the taxonomy.',
  })
  @ManyToOne(() => Sector, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'parent_id', referencedColumnName: 'id' },
    { name: 'scheme', referencedColumnName: 'scheme' },
  ])
  parent!: Sector | null;

  @OneToMany(() => Sector, (sector) => sector.parent)
  children!: Sector[];
}

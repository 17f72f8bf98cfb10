import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from './organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Sourced } from '../shared/sourced.entity.js';
import type { OrganizationId } from '../../src/domain/ids.js';

export const LabelLevel = enumType(
  'LabelLevel',
  'The levels of the European cluster excellence labels.',
  {
    BRONZE: 'Striving for excellence: benchmarked once.',
    SILVER: 'Benchmarked again, with improvement in three areas; valid for two years.',
    GOLD: 'Professional and sophisticated management, confirmed by an audit.',
    OTHER: 'A label of another kind.',
  },
);
export type LabelLevel = keyof typeof LabelLevel;

@ObjectType({
  implements: [Node, Sourced],
  description:
    'A cluster excellence label (ESCA, EUCLES). Labels expire; a web page may still show a label long after it has expired.',
})
@Entity('excellence_label')
@OneOf('excellence_label_level_is_known', 'level', LabelLevel)
@Check('excellence_label_awarded_on_is_partial_date', 'is_partial_date("awarded_on")')
@Check('excellence_label_valid_until_is_partial_date', 'is_partial_date("valid_until")')
@Check(
  'excellence_label_expires_after_award',
  'left("valid_until", length("awarded_on")) >= left("awarded_on", length("valid_until"))',
)
@Check('excellence_label_is_of_a_cluster', `"cluster_type" = 'Cluster'`)
@Index(['clusterId'])
export class ExcellenceLabel extends Sourced<'ExcellenceLabel'> {
  @Column('uuid')
  clusterId!: OrganizationId;

  @Field(() => Organization, { description: 'The cluster that received the label.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'cluster_id', referencedColumnName: 'id' },
    { name: 'cluster_type', referencedColumnName: 'type' },
  ])
  cluster!: Organization;

  /** Part of a composite foreign key with `clusterId`: only clusters can have a label. */
  @Column('text')
  clusterType!: 'Cluster';

  @Field(() => LabelLevel, {
    description: 'The level of the label, such as bronze, silver or gold.',
  })
  @Column('text')
  level!: LabelLevel;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date on which the label was awarded. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  awardedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date until which the label is valid. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  validUntil!: string | null;
}

import { Directive, Field, ObjectType } from 'type-graphql';
import { ChildEntity, Column, OneToMany } from 'typeorm';
import { ExcellenceLabel } from './excellence-label.entity.js';
import { ClusterStage } from './cluster-stage.js';
import { OneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description: 'A cluster organization: companies and supporting organizations that work together.',
})
@ChildEntity('Cluster')
@OneOf('organization_stage_is_known', 'stage', ClusterStage)
export class Cluster extends Organization {
  @Field(() => ClusterStage, {
    nullable: true,
    description: 'The development stage of the cluster. Null if it has not been assessed.',
  })
  @Column('text', { nullable: true })
  stage!: ClusterStage | null;

  @OneToMany(() => ExcellenceLabel, (label) => label.cluster)
  labels!: ExcellenceLabel[];
}

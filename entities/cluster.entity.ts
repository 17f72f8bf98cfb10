import { Directive, Field, ObjectType } from 'type-graphql';
import { ChildEntity, Column } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { Organization } from './organization.entity.js';

export const ClusterStage = enumType('ClusterStage', 'The development stage of a cluster.', {
  SEEKING: 'Still looking for its direction.',
  DEVELOPING: 'Active and growing, but not yet firmly established.',
  ESTABLISHED: 'Firmly established: it has members, management and a record of joint work.',
});
export type ClusterStage = keyof typeof ClusterStage;

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
}

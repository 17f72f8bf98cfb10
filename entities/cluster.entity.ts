import { Directive, Field, ObjectType } from 'type-graphql';
import { ChildEntity, Column } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { Organization } from './organization.entity.js';

export const ClusterStage = enumType('ClusterStage', 'How far a cluster has come.', {
  SEEKING: 'Still trying to find its path.',
  DEVELOPING: 'At work and growing, not yet firm.',
  ESTABLISHED: 'Firm: it has members, management and a record of joint work.',
});
export type ClusterStage = keyof typeof ClusterStage;

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description: 'A cluster organisation: companies, and those who support them, that work together.',
})
@ChildEntity('Cluster')
@OneOf('organization_stage_is_known', 'stage', ClusterStage)
export class Cluster extends Organization {
  @Field(() => ClusterStage, { nullable: true, description: 'How far it has come, if assessed.' })
  @Column('text', { nullable: true })
  stage!: ClusterStage | null;
}

import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from './organization.entity.js';
import { Tie } from '../shared/tie.interface.js';
import type { OrganizationId } from '../../src/domain/ids.js';

export const MembershipClass = enumType(
  'MembershipClass',
  'The class of a membership, such as founding or regular.',
  {
    FOUNDING:
      'A member that founded the cluster or association; otherwise the same as a regular member.',
    REGULAR: 'A member with a vote and a part in governance.',
    HONORARY: 'A member without a vote.',
    ASSOCIATE: 'A member without a part in governance.',
  },
);
export type MembershipClass = keyof typeof MembershipClass;

@ObjectType({
  implements: [Node, Tie],
  description: 'The membership of an organization in a cluster or an association.',
})
@Entity('membership')
@OneOf('membership_class_is_known', 'class', MembershipClass)
@Check('membership_is_not_of_oneself', '"member_id" <> "group_id"')
@Check('membership_group_is_cluster_or_association', `"group_type" IN ('Cluster', 'Association')`)
@Index('membership_is_recorded_once', { synchronize: false })
@Index('membership_group_since', { synchronize: false })
@Index('membership_group_since_desc', { synchronize: false })
@Index('membership_member_since', { synchronize: false })
@Index('membership_member_since_desc', { synchronize: false })
@Index('membership_since', { synchronize: false })
@Index('membership_since_desc', { synchronize: false })
export class Membership extends Tie<'Membership'> {
  @Column('uuid')
  memberId!: OrganizationId;

  @Field(() => Organization, { description: 'The organization that is the member.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  member!: Organization;

  @Column('uuid')
  groupId!: OrganizationId;

  @Field(() => Organization, { description: 'The cluster or association that it is a member of.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'group_id', referencedColumnName: 'id' },
    { name: 'group_type', referencedColumnName: 'type' },
  ])
  group!: Organization;

  /** Part of a composite foreign key with `groupId`: only clusters and associations have members. */
  @Column('text')
  groupType!: 'Cluster' | 'Association';

  @Field(() => MembershipClass, {
    description: 'The class of the membership, such as founding or regular.',
  })
  @Column('text')
  class!: MembershipClass;
}

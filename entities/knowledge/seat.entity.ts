import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { Person } from './person.entity.js';
import { Tie } from '../shared/tie.interface.js';
import type { OrganizationId, PersonId } from '../../src/domain/ids.js';

export const SeatRole = enumType('SeatRole', 'The role of a person in a body.', {
  CHAIRPERSON: 'Presides over the body.',
  MEMBER: 'Is a member of the body.',
  MANAGER: 'Manages the organization.',
});
export type SeatRole = keyof typeof SeatRole;

@ObjectType({
  implements: [Node, Tie],
  description: 'An office that a person holds in an association or a cluster.',
})
@Entity('seat')
@OneOf('seat_role_is_known', 'role', SeatRole)
@Check('seat_is_in_cluster_or_association', `"organization_type" IN ('Cluster', 'Association')`)
@Index('seat_is_recorded_once', { synchronize: false })
@Index('seat_since', { synchronize: false })
@Index('seat_since_desc', { synchronize: false })
@Index(['organizationId'])
export class Seat extends Tie<'Seat'> {
  @Column('uuid')
  personId!: PersonId;

  @Field(() => Person, { description: 'The person who holds the office.' })
  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  person!: Person;

  @Column('uuid')
  organizationId!: OrganizationId;

  @Field(() => Organization, {
    description: 'The association or cluster in which the office is held.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'organization_id', referencedColumnName: 'id' },
    { name: 'organization_type', referencedColumnName: 'type' },
  ])
  organization!: Organization;

  /** Part of a composite foreign key with `organizationId`: only clusters and associations have seats. */
  @Column('text')
  organizationType!: 'Cluster' | 'Association';

  @Field(() => SeatRole, { description: 'The role of the person.' })
  @Column('text')
  role!: SeatRole;

  @Field(() => String, {
    nullable: true,
    description: 'The body within the organization, such as `Management Board`.',
  })
  @Column('text', { nullable: true })
  body!: string | null;

  @Index()
  @Column('uuid', { nullable: true })
  nominatedById!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The cluster that nominated the person.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  nominatedBy!: Organization | null;
}

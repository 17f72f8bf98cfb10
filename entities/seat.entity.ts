import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { Node } from './node.interface.js';
import { Organization } from './organization.entity.js';
import { Person } from './person.entity.js';
import { Tie } from './tie.interface.js';

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
@ForeignKey(() => Organization, ['organizationId', 'organizationType'], ['id', 'type'], {
  onDelete: 'RESTRICT',
})
@Index('seat_is_recorded_once', { synchronize: false })
@Index('seat_since', { synchronize: false })
@Index('seat_since_desc', { synchronize: false })
@Index(['organizationId'])
export class Seat extends Tie {
  @ForeignKey(() => Person, { onDelete: 'RESTRICT' })
  @Column('uuid')
  personId!: string;

  @Column('uuid')
  organizationId!: string;

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
  @ForeignKey(() => Organization, { onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  nominatedById!: string | null;
}

import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, ManyToOne, OneToMany, Unique } from 'typeorm';
import { Grant } from './grant.entity.js';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Sourced } from '../shared/sourced.entity.js';
import { UrlScalar } from '../shared/standards.scalar.js';
import type { OrganizationId } from '../../src/domain/ids.js';

export const ProgrammeStatus = enumType('ProgrammeStatus', 'The status of a grant program.', {
  PLANNED: 'Announced, but not yet open for applications.',
  OPEN: 'Open for applications or making grants.',
  CLOSED: 'It has ended.',
  UNKNOWN: 'No source states the status.',
});
export type ProgrammeStatus = keyof typeof ProgrammeStatus;

@ObjectType({
  implements: [Node, Sourced],
  description: 'A call or scheme under which grants are made.',
})
@Entity('grant_programme')
@Unique('grant_programme_slug_is_unique', ['slug'])
@OneOf('grant_programme_status_is_known', 'status', ProgrammeStatus)
@Check('grant_programme_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('grant_programme_opened_on_is_partial_date', 'is_partial_date("opened_on")')
@Check('grant_programme_closed_on_is_partial_date', 'is_partial_date("closed_on")')
@Check(
  'grant_programme_closes_after_it_opens',
  'left("closed_on", length("opened_on")) >= left("opened_on", length("closed_on"))',
)
@Check('grant_programme_budget_has_a_currency', '("budget" IS NULL) = ("currency" IS NULL)')
@Check('grant_programme_currency_is_iso_4217', `"currency" ~ '^[A-Z]{3}$'`)
@Check('grant_programme_budget_is_not_negative', '"budget" >= 0')
@Index(['funderId'])
@Index(['managerId'])
export class GrantProgramme extends Sourced<'GrantProgramme'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among grant programs.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Field(() => String, { description: 'The title to display.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: "The funder's reference number. Null if unknown.",
  })
  @Column('text', { nullable: true })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who the program supports, for what purpose and how.',
  })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: "The URL of the program's page." })
  @Column('text', { nullable: true })
  website!: string | null;

  @Column('uuid')
  funderId!: OrganizationId;

  @Field(() => Organization, { description: 'The organization that gives the money.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  funder!: Organization;

  @Column('uuid', { nullable: true })
  managerId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that runs the program. Null if it is the funder.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  manager!: Organization | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date on which the program opens or opened. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  openedOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date on which the program closes or closed. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  closedOn!: string | null;

  @Column('numeric', { nullable: true })
  budget!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Field(() => ProgrammeStatus, { description: 'The stage that it has reached.' })
  @Column('text')
  status!: ProgrammeStatus;

  @OneToMany(() => Grant, (grant) => grant.programme)
  grants!: Grant[];
}

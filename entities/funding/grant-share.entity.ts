import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { DecimalScalar } from '../shared/decimal.scalar.js';
import { Grant } from './grant.entity.js';
import { Organization } from '../network/organization.entity.js';
import type { GrantId, OrganizationId } from '../../src/domain/ids.js';

/** The share of one recipient of a grant. */
@ObjectType({ description: 'The share of one recipient of a grant.' })
@Entity('grant_share')
@Index('grant_share_organization_grant', ['organizationId', 'grantId'])
export class GrantShare {
  @PrimaryColumn('uuid')
  grantId!: GrantId;

  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  grant!: Grant;

  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What is for this recipient, as an exact decimal text in the currency of the grant. Null if no source says.',
  })
  @Column('numeric', { nullable: true })
  amount!: string | null;
}

/** An organization that manages the money on behalf of the funder (IATI: extending). */
@Entity('grant_intermediary')
@Index('grant_intermediary_organization_grant', ['organizationId', 'grantId'])
export class GrantIntermediary {
  @PrimaryColumn('uuid')
  grantId!: GrantId;

  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  grant!: Grant;

  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;
}

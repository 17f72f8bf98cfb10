import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Grant } from './grant.entity.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Region } from '../network/region.entity.js';
import { Sector } from '../network/sector.entity.js';
import { Sourced } from '../shared/sourced.entity.js';
import { CountryCodeScalar } from '../shared/standards.scalar.js';
import type { GrantId, OrganizationId, RegionId, SectorId } from '../../src/domain/ids.js';

export const TransactionKind = enumType(
  'TransactionKind',
  'The kind of a transaction (IATI TransactionType, with its code).',
  {
    INCOMING_FUNDS: 'Money received for the grant from another party (1).',
    COMMITMENT: 'A firm, written obligation to give money (2).',
    DISBURSEMENT: 'Money paid to a party that is responsible for spending it (3).',
    EXPENDITURE: 'Money spent on goods and services (4).',
    INTEREST: 'Interest paid on a loan (5).',
    LOAN_REPAYMENT: 'Repayment of a loan (6).',
    REIMBURSEMENT: 'Money paid back for earlier spending (7).',
    PURCHASE_OF_EQUITY: 'The purchase of a share in a company (8).',
    SALE_OF_EQUITY: 'The sale of a share in a company (9).',
    CREDIT_GUARANTEE: 'A commitment to guarantee a loan (10).',
    INCOMING_COMMITMENT:
      'A firm, written obligation of another party to give money for the grant (11).',
    PLEDGE: 'An indication, not yet firm, that money will be given (12).',
    INCOMING_PLEDGE: 'An indication by another party, not yet firm, that it will give money (13).',
  },
);
export type TransactionKind = keyof typeof TransactionKind;

/** A composite foreign key includes the currency of the grant, so no sum over a grant can mix currencies. */
@ObjectType({
  implements: [Node, Sourced],
  description: 'Money that is moved or promised under a grant. A negative value is a correction.',
})
@Entity('grant_transaction')
@OneOf('grant_transaction_kind_is_known', 'kind', TransactionKind)
@Check('grant_transaction_value_date_is_partial_date', 'is_partial_date("value_date")')
@Check('grant_transaction_made_on_is_partial_date', 'is_partial_date("made_on")')
@Check(
  'grant_transaction_quarter_of_a_year',
  '"quarter" BETWEEN 1 AND 4 AND ("quarter" IS NULL OR length("value_date") = 4)',
)
@Check('grant_transaction_country_is_two_letters', `"country" ~ '^[A-Z]{2}$'`)
@Index('grant_transaction_region', ['regionId'], { where: '"region_id" IS NOT NULL' })
@Index('grant_transaction_value_date', ['valueDate', 'id'])
@Index('grant_transaction_by_value', ['value', 'id'])
@Index('grant_transaction_grant', ['grantId', 'valueDate', 'id'])
@Index('grant_transaction_provider', ['providerId'])
@Index('grant_transaction_receiver', ['receiverId'])
@Index('grant_transaction_sector', ['sectorId'], { where: '"sector_id" IS NOT NULL' })
export class Transaction extends Sourced<'Transaction'> {
  @Column('uuid')
  grantId!: GrantId;

  @Field(() => Grant, { description: 'The grant that the transaction belongs to.' })
  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'grant_id', referencedColumnName: 'id' },
    { name: 'currency', referencedColumnName: 'currency' },
  ])
  grant!: Grant;

  @Field(() => TransactionKind, { description: 'The kind of transaction.' })
  @Column({ type: 'text', collation: 'C' })
  kind!: TransactionKind;

  @Column('numeric')
  value!: string;

  @Column({ type: 'text', collation: 'C' })
  currency!: string;

  @Field(() => PartialDateScalar, {
    description: 'The day for which the amount is valued, as precise as the source states it.',
  })
  @Column({ type: 'text', collation: 'C' })
  valueDate!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The quarter of the year, 1 to 4, if the source states nothing more precise; otherwise null.',
  })
  @Column('smallint', { nullable: true })
  quarter!: number | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the transaction was made. Null if the source states only `valueDate`.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  madeOn!: string | null;

  @Column('uuid', { nullable: true })
  providerId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description:
      'The organization that the money comes from. Null if the source does not state it.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  provider!: Organization | null;

  @Column('uuid', { nullable: true })
  receiverId!: OrganizationId | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that the money goes to. Null if the source does not state it.',
  })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  receiver!: Organization | null;

  @Column('uuid', { nullable: true })
  sectorId!: SectorId | null;

  @Field(() => Sector, {
    nullable: true,
    description:
      'The sector that the money is for, if a source splits the money of the grant by sector; otherwise null.',
  })
  @ManyToOne(() => Sector, { onDelete: 'RESTRICT' })
  sector!: Sector | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description:
      'The country that the money is for (ISO 3166-1 alpha-2), if a source splits the money of the grant by country; otherwise null.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  country!: string | null;

  @Column('uuid', { nullable: true })
  regionId!: RegionId | null;

  @Field(() => Region, {
    nullable: true,
    description:
      'The region that the money is for, if a source splits the money of the grant by region; otherwise null.',
  })
  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  region!: Region | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The place that the money is for as the source names it, such as a region of the world; null if not stated.',
  })
  @Column('text', { nullable: true })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'What the money is for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: "The publisher's reference number." })
  @Column('text', { nullable: true })
  reference!: string | null;
}

import { Field, ObjectType } from 'type-graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { Organization } from '../network/organization.entity.js';
import { Sector } from '../network/sector.entity.js';
import { Tie } from '../shared/tie.interface.js';
import type { CooperationOfferId, OrganizationId, SectorId } from '../../src/domain/ids.js';

export const OfferDirection = enumType(
  'OfferDirection',
  'Whether an organization offers or needs something.',
  { OFFERS: 'The organization offers something.', NEEDS: 'The organization needs something.' },
);
export type OfferDirection = keyof typeof OfferDirection;

@ObjectType({
  implements: [Node, Tie],
  description: 'Something that an organization offers to the network or needs from it.',
})
@Entity('cooperation_offer')
@Unique('cooperation_offer_slug_is_unique', ['slug'])
@OneOf('cooperation_offer_direction_is_known', 'direction', OfferDirection)
@Check('cooperation_offer_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Index(['organizationId'])
@Index('cooperation_offer_since', { synchronize: false })
@Index('cooperation_offer_since_desc', { synchronize: false })
@Index('cooperation_offer_title', { synchronize: false })
export class CooperationOffer extends Tie<'CooperationOffer'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among offers.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;

  @Column('uuid')
  organizationId!: OrganizationId;

  @Field(() => Organization, { description: 'The organization that offers or needs it.' })
  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;

  @Field(() => OfferDirection, {
    description: 'Whether the organization offers or needs something.',
  })
  @Column('text')
  direction!: OfferDirection;

  @Field(() => String, { description: 'A short summary of what is offered or needed.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A longer description of what is offered or needed.',
  })
  @Column('text', { nullable: true })
  description!: string | null;

  @ManyToMany(() => Sector)
  @JoinTable({ name: 'cooperation_offer_sector', synchronize: false })
  sectors!: Sector[];
}

/** A sector that an offer is about. */
@Entity('cooperation_offer_sector')
@Index(['sectorId', 'cooperationOfferId'])
export class CooperationOfferSector {
  @PrimaryColumn('uuid')
  cooperationOfferId!: CooperationOfferId;

  @ManyToOne(() => CooperationOffer, { onDelete: 'CASCADE' })
  cooperationOffer!: CooperationOffer;

  @PrimaryColumn('uuid')
  sectorId!: SectorId;

  @ManyToOne(() => Sector, { onDelete: 'RESTRICT' })
  sector!: Sector;
}

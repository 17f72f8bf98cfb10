import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';
import { Partnership } from './partnership.entity.js';
import type { OrganizationId, PartnershipId } from '../../src/domain/ids.js';

export const PartyRole = enumType('PartyRole', 'The role of an organization in a partnership.', {
  INITIATOR: 'Set up the partnership.',
  COORDINATOR: 'Coordinates or facilitates the partnership.',
  PARTY: 'Takes part on equal terms.',
  SUPPORTER: 'Gives support.',
  SUPPORTED: 'Receives support.',
});
export type PartyRole = keyof typeof PartyRole;

/** An organization that takes part in a partnership. */
@Entity('partnership_party')
@OneOf('partnership_party_role_is_known', 'role', PartyRole)
@Index(['organizationId', 'partnershipId'])
export class PartnershipParty {
  @PrimaryColumn('uuid')
  partnershipId!: PartnershipId;

  @ManyToOne(() => Partnership, { onDelete: 'CASCADE' })
  partnership!: Partnership;

  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  organization!: Organization;

  @Column('text')
  role!: PartyRole;
}

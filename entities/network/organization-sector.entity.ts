import { Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organization } from './organization.entity.js';
import { Sector } from './sector.entity.js';
import type { OrganizationId, SectorId } from '../../src/domain/ids.js';

/** A sector in which an organization works. */
@Entity('organization_sector')
@Index(['sectorId', 'organizationId'])
export class OrganizationSector {
  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  organization!: Organization;

  @PrimaryColumn('uuid')
  sectorId!: SectorId;

  @ManyToOne(() => Sector, { onDelete: 'RESTRICT' })
  sector!: Sector;
}

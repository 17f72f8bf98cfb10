import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from './organization.entity.js';
import { Sector } from './sector.entity.js';

/** A sector in which an organization works. */
@Entity('organization_sector')
@Index(['sectorId', 'organizationId'])
export class OrganizationSector {
  @ForeignKey(() => Organization, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organizationId!: string;

  @ForeignKey(() => Sector, { onDelete: 'RESTRICT' })
  @PrimaryColumn('uuid')
  sectorId!: string;
}

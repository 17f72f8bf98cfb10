import { Column, Entity, Index, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from './organization.entity.js';
import type { OrganizationId } from '../../src/domain/ids.js';

/**
 * Two records that were the same organization. The id and slug of the absorbed record permanently lead to the
 * kept one. Not visible in the API, which returns the kept record.
 */
@Entity('organization_merge')
@Unique('organization_merge_absorbed_slug_is_unique', ['absorbedSlug'])
@Index('organization_merge_kept', ['keptId'])
export class OrganizationMerge {
  @PrimaryColumn('uuid')
  absorbedId!: OrganizationId;

  @Column({ type: 'text', collation: 'C' })
  absorbedSlug!: string;

  @Column('uuid')
  keptId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  kept!: Organization;

  /** The absorbed row, unchanged. */
  @Column('jsonb')
  absorbed!: object;

  /** Rows that were duplicates after the merge, as `{ table, row }`. They are stored nowhere else. */
  @Column('jsonb')
  duplicates!: readonly object[];

  @Column('timestamptz')
  mergedAt!: Date;
}

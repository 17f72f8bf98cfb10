import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from './organization.entity.js';

/**
 * That two records were the same organisation: what the one that went was called leads to the one
 * that stayed, for ever. Not a field of the API, which answers with the one that stayed.
 */
@Entity('organization_merge')
@Unique('organization_merge_absorbed_slug_is_unique', ['absorbedSlug'])
@Index('organization_merge_kept', ['keptId'])
export class OrganizationMerge {
  @PrimaryColumn('uuid')
  absorbedId!: string;

  @Column({ type: 'text', collation: 'C' })
  absorbedSlug!: string;

  @ForeignKey(() => Organization, { onDelete: 'RESTRICT' })
  @Column('uuid')
  keptId!: string;

  /** The row that went, as it was. */
  @Column('jsonb')
  absorbed!: object;

  /** Rows that said the same of both: `{ table, row }`. They are nowhere else. */
  @Column('jsonb')
  duplicates!: readonly object[];

  @Column('timestamptz')
  mergedAt!: Date;
}

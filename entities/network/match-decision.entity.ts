import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organization } from './organization.entity.js';
import type { OrganizationId } from '../../src/domain/ids.js';

/**
 * What a person has decided: that an organization of an imported file is, or is not, one of the graph. Not visible in
 * the API. Imports use it; nothing else makes two records one (docs/decisions/0025-matching.md).
 */
@Entity('match_decision')
@Check('match_decision_key_is_not_empty', `"key" <> ''`)
@Index('match_decision_is_one_organization', ['key'], { unique: true, where: '"is_same"' })
@Index('match_decision_organization', ['organizationId'])
export class MatchDecision {
  /** How imports know the organization of the file: its identifier, or its data set and its name or number there. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  key!: string;

  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  organization!: Organization;

  @Column('boolean')
  isSame!: boolean;

  @Column('timestamptz')
  decidedAt!: Date;
}

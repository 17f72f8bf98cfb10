import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Grant } from './grant.entity.js';
import type { GrantId } from '../../src/domain/ids.js';

/**
 * The identifier of a grant or activity from which a grant receives its money, as named by the source. If a grant with this
 * identifier is stored later, it becomes the parent.
 */
@Entity('grant_named_parent')
@Index('grant_named_parent_identifier', ['identifier'])
export class NamedParent {
  @PrimaryColumn('uuid')
  grantId!: GrantId;

  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  grant!: Grant;

  /** The position in the list, the most certain first. */
  @PrimaryColumn('smallint')
  rank!: number;

  @Column({ type: 'text', collation: 'C' })
  identifier!: string;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Grant } from './grant.entity.js';

/**
 * An activity that a grant has its money from, as its source names it: there may be no grant of it
 * yet, and when one comes, it becomes the parent.
 */
@Entity('grant_named_parent')
@Index('grant_named_parent_identifier', ['identifier'])
export class NamedParent {
  @ForeignKey(() => Grant, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  grantId!: string;

  /** The surest first. */
  @PrimaryColumn('smallint')
  rank!: number;

  @Column({ type: 'text', collation: 'C' })
  identifier!: string;
}

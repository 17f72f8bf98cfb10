import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Grant } from './grant.entity.js';
import type { GrantId } from '../../src/domain/ids.js';

export type NamingFormat = 'TABLE' | 'IATI' | 'THREE_SIXTY_GIVING';

/**
 * The identifier of a grant or activity from which a grant receives its money, as named by the source. If a grant with this
 * identifier is stored later, it becomes the parent.
 */
@Entity('grant_named_parent')
@Check('grant_named_parent_format_is_known', `"format" IN ('TABLE', 'IATI', 'THREE_SIXTY_GIVING')`)
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

  /** Where it is named, which decides how the parent is found. */
  @Column({ type: 'text', collation: 'C' })
  format!: NamingFormat;

  /** The scheme of the named grant, if the source says it. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  scheme!: string | null;

  /** The currency of the named grant, if the source says it. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  currency!: string | null;
}

import { Field, InterfaceType } from 'type-graphql';
import { Column, ManyToOne, PrimaryColumn } from 'typeorm';
import { Source } from '../knowledge/source.entity.js';
import type { Id, IdKind, SourceId } from '../../src/domain/ids.js';

/** A row with a source. */
@InterfaceType({
  description: 'A fact in the graph, with its source.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Sourced<Kind extends IdKind = IdKind> {
  /** Not a field of the interface: edges have sources too, and in the API only a `Node` has an id. */
  @PrimaryColumn('uuid')
  readonly id!: Id<Kind>;

  @Column('uuid')
  sourceId!: SourceId;

  @Field(() => Source, { description: 'The source of this information.' })
  @ManyToOne(() => Source, { onDelete: 'RESTRICT' })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description:
      'The position in the source, such as a row of a sheet (`grants!5`) or a JSON pointer (`/grants/3`). Null if the source is a page.',
  })
  @Column('text', { nullable: true })
  sourcePointer!: string | null;
}

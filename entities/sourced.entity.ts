import { Field, InterfaceType } from 'type-graphql';
import { Column, ForeignKey, PrimaryColumn } from 'typeorm';
import { Source } from './source.entity.js';

/** A row that says where it comes from. */
@InterfaceType({
  description: 'A fact in the graph, with its source.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Sourced {
  /** No field of the interface: edges are sourced too, and only what is a `Node` has an id in the API. */
  @PrimaryColumn('uuid')
  readonly id!: string;

  @ForeignKey(() => Source, { onDelete: 'RESTRICT' })
  @Column('uuid')
  sourceId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The position in the source, such as a row of a sheet (`grants!5`) or a JSON pointer (`/grants/3`). Null if the source is a page.',
  })
  @Column('text', { nullable: true })
  sourcePointer!: string | null;
}

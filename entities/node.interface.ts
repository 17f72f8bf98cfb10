import { Field, ID, InterfaceType } from 'type-graphql';
import { PrimaryColumn } from 'typeorm';

/** What every row that can be refetched by `node` has, and nothing else: caches of clients go by the id. */
@InterfaceType({
  description:
    'Anything with an identity of its own. Its id is unique over all kinds and never changes, so that it can be kept and asked for again with `node`.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description: 'Opaque and lasting; the same for a thing wherever it turns up.',
  })
  @PrimaryColumn('uuid')
  readonly id!: string;
}

import { Field, ID, InterfaceType } from 'type-graphql';
import { PrimaryColumn } from 'typeorm';
import type { Id, IdKind } from '../../src/domain/ids.js';

/** Every object that can be refetched with `node`. No other type has an `id`, because client caches use it as the key. */
@InterfaceType({
  description:
    'An object with an identity of its own. Its id is unique across all kinds and never changes, so you can store it and fetch the object again with `node`.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node<Kind extends IdKind = IdKind> {
  @Field(() => ID, {
    description: 'Globally unique, opaque and permanent id.',
  })
  @PrimaryColumn('uuid')
  readonly id!: Id<Kind>;
}

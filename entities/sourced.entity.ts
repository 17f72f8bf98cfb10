import { Column, ForeignKey } from 'typeorm';
import { Node } from './node.interface.js';
import { Source } from './source.entity.js';

/** A row that says where it comes from. The GraphQL field `source` is in `resolvers/sourced.resolver.ts`. */
export abstract class Sourced extends Node {
  @ForeignKey(() => Source, { onDelete: 'RESTRICT' })
  @Column('uuid')
  sourceId!: string;
}

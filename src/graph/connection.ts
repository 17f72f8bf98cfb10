import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ClassOf, Row } from './row.js';

@Directive('@shareable')
@ObjectType({ description: 'The position of a page in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more entries after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are more entries before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first edge on the page. Null if the page is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge on the page. Null if the page is empty.',
  })
  endCursor!: string | null;
}

/** A list in pages: its GraphQL types and where its rows come from. */
export interface Connection {
  readonly type: ClassOf;
  readonly edge: ClassOf;
  /** The class whose table the rows are of. */
  readonly rows: ClassOf;
  /**
   * What is read in place of the table of `rows`. `{asOf}` in it is where that condition belongs,
   * `{text}` where the text of the request does.
   */
  readonly from: string | null;
  /** The class of the node that a row leads to. */
  readonly nodeClass: (row: Row) => ClassOf;
  /** The classes that it can be, by the tag of the id; null if it is always the same. */
  readonly nodeClasses: ReadonlyMap<string, ClassOf> | null;
  /** The property of the row that holds the node's id; null if the row is the node itself. */
  readonly nodeKey: string | null;
  /** The condition that a row was in force on the day `?`. */
  readonly asOf: string | null;
}

/** Where the tag of an id stands in it (`src/domain/ids.ts`), counted from 0. */
const TAG = { from: 15, length: 3 } as const;

function tagOf(id: string): string {
  return id.slice(TAG.from, TAG.from + TAG.length);
}

/** The same in SQL. */
export function tagSql(id: string): string {
  return `substr(${id}::text, ${TAG.from + 1}, ${TAG.length})`;
}

/** In force on the day `?`; the same rule as `covers` in `src/domain/partial-date.ts`. */
export function inForce(alias: string): string {
  return `(coalesce(${alias}.since, ${alias}.attested_on, '') <= ?::text AND coalesce(${alias}.until,
    CASE WHEN ${alias}.status = 'ENDED' THEN coalesce(${alias}.attested_on, ${alias}.since, '0001') ELSE '9999' END
  ) >= left(?::text, length(coalesce(${alias}.until,
    CASE WHEN ${alias}.status = 'ENDED' THEN coalesce(${alias}.attested_on, ${alias}.since, '0001') ELSE '9999' END))))`;
}

/** All of a kind: the rows are the nodes. */
export function listOf(
  node: ClassOf,
  options: { readonly name?: string; readonly asOf?: string } = {},
): Connection {
  const name = options.name ?? node.name;
  class Edge {
    cursor!: string;
    node!: unknown;
  }
  edgeFields(Edge, () => node);
  ObjectType(`${name}Edge`, {
    description: `One entry in a list of \`${node.name}\` (Relay edge).`,
  })(Edge);
  return {
    type: connectionType(name, Edge, () => node),
    edge: Edge,
    rows: node,
    from: null,
    nodeClass: () => node,
    nodeClasses: null,
    nodeKey: null,
    asOf: options.asOf ?? null,
  };
}

/**
 * What is at the other end of a tie: the edges are the ties, with their own fields, and the node is
 * what each leads to. The edge class declares those fields; `cursor` and `node` are added here.
 */
export function endsOf(
  edge: ClassOf,
  options: {
    readonly name: string;
    readonly rows: ClassOf;
    readonly from?: string;
    /** The GraphQL type of the node. */
    readonly node: () => ClassOf;
    /** Where the node differs from row to row: the classes by the tag that ids of each carry. */
    readonly nodeClasses?: ReadonlyMap<string, ClassOf>;
    readonly nodeKey: string;
    readonly asOf?: string;
  },
): Connection {
  edgeFields(edge, options.node);
  return {
    type: connectionType(options.name, edge, options.node),
    edge,
    rows: options.rows,
    from: options.from ?? null,
    nodeClass: (row) =>
      options.nodeClasses?.get(tagOf(row[options.nodeKey] as string)) ?? options.node(),
    nodeClasses: options.nodeClasses ?? null,
    nodeKey: options.nodeKey,
    asOf: options.asOf ?? null,
  };
}

function edgeFields(edge: ClassOf, node: () => ClassOf): void {
  const prototype = edge.prototype as object;
  Field(() => String, {
    description: 'Opaque cursor of this entry; stays valid when entries are added or removed.',
  })(prototype, 'cursor');
  Field(node as never, { description: 'The node at this entry.' })(prototype, 'node');
}

function connectionType(name: string, edge: ClassOf, node: () => ClassOf): ClassOf {
  class ConnectionType {
    edges!: unknown[];
    nodes!: unknown[];
    pageInfo!: PageInfo;
    totalCount!: number;
  }
  const prototype = ConnectionType.prototype;
  Field((() => [edge]) as never, { description: 'The entries of this page.' })(prototype, 'edges');
  Field((() => [node()]) as never, { description: 'The nodes of this page, without their edges.' })(
    prototype,
    'nodes',
  );
  Field(() => PageInfo, { description: 'The position of this page in the list.' })(
    prototype,
    'pageInfo',
  );
  Field(() => Int, {
    description: 'The number of entries in the whole list. Counted only when requested.',
  })(prototype, 'totalCount');
  ObjectType(`${name}Connection`, { description: 'One page of a list (Relay connection).' })(
    ConnectionType,
  );
  return ConnectionType;
}

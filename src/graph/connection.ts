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

/** A paged list: its GraphQL types and the source of its rows. */
export interface Connection {
  readonly type: ClassOf;
  readonly edge: ClassOf;
  /** The class whose table holds the rows. */
  readonly rows: ClassOf;
  /**
   * SQL that replaces the table of `rows`. `{asOf}` marks the place of that condition, `{text}` the place
   * of the text argument.
   */
  readonly from: string | null;
  /** The class of the node that a row points to. */
  readonly nodeClass: (row: Row) => ClassOf;
  /** The possible node classes by id tag; null if there is only one. */
  readonly nodeClasses: ReadonlyMap<string, ClassOf> | null;
  /** The row property that holds the node's id; null if the row is the node itself. */
  readonly nodeKey: string | null;
  /** SQL condition: the row was in force on the day `?`. */
  readonly asOf: string | null;
}

/** The position of the tag within an id (`src/domain/ids.ts`), zero-based. */
const TAG = { from: 15, length: 3 } as const;

function tagOf(id: string): string {
  return id.slice(TAG.from, TAG.from + TAG.length);
}

/** SQL for the tag of an id. */
export function tagSql(id: string): string {
  return `substr(${id}::text, ${TAG.from + 1}, ${TAG.length})`;
}

/** SQL condition: in force on the day `?`. Must match `covers` in `src/domain/partial-date.ts`. */
export function inForce(alias: string): string {
  return `(coalesce(${alias}.since, ${alias}.attested_on, '') <= ?::text AND coalesce(${alias}.until,
    CASE WHEN ${alias}.status = 'ENDED' THEN coalesce(${alias}.attested_on, ${alias}.since, '0001') ELSE '9999' END
  ) >= left(?::text, length(coalesce(${alias}.until,
    CASE WHEN ${alias}.status = 'ENDED' THEN coalesce(${alias}.attested_on, ${alias}.since, '0001') ELSE '9999' END))))`;
}

/** A connection whose rows are the nodes. */
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
 * A connection to the other ends of ties: each edge is a tie with its own fields, and its node is the other
 * end. The edge class declares these fields; `cursor` and `node` are added here.
 */
export function endsOf(
  edge: ClassOf,
  options: {
    readonly name: string;
    readonly rows: ClassOf;
    readonly from?: string;
    /** The GraphQL type of the node. */
    readonly node: () => ClassOf;
    /** If the node class differs between rows: the classes by id tag. */
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

import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { AnyColumns, Columns } from './columns.js';
import { referenceOf, type Relation } from './relation.js';
import type { ClassOf, TypeOf } from './row.js';
import { raw, sql, type Sql } from './sql.js';
import { typed } from './type-graphql.js';

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

/** A paged list: its GraphQL types, the source of its rows and the node of a row. */
export interface Connection {
  readonly type: ClassOf;
  readonly edge: ClassOf;
  readonly source: ConnectionSource;
  readonly node: ConnectionNode;
}

/** Where the rows come from. */
export type ConnectionSource =
  | {
      readonly kind: 'TABLE';
      readonly entity: ClassOf;
      /** SQL condition: the row was in force on the day. Null if rows have no period. */
      readonly inForce: RowOnDay | null;
    }
  /** Rows that are computed. `entity` has the columns with the same names. */
  | { readonly kind: 'DERIVED'; readonly rows: (given: Given) => AnyColumns };

type RowOnDay = (row: AnyColumns, day: Sql) => Sql;

/** What the rows of a derived connection depend on. */
export interface Given {
  /** SQL condition: what `onDay` says of the argument `asOf`; true if it is omitted. */
  readonly asOf: (onDay: (day: Sql) => Sql) => Sql;
  /** The text argument. */
  readonly text: () => Sql;
}

/** The node of a row. */
export type ConnectionNode =
  | { readonly kind: 'ROW' }
  /** The object whose id is in the property `key`. */
  | { readonly kind: 'REFERENCE'; readonly key: string; readonly type: TypeOf }
  /** Objects of several classes; the tag of the id in the property `key` says which. */
  | {
      readonly kind: 'ANY';
      readonly key: string;
      readonly types: ReadonlyMap<string, ClassOf>;
    };

/** The position of the tag within an id (`src/domain/ids.ts`), zero-based. */
const TAG = { from: 15, length: 3 } as const;

/** SQL for the tag of an id. */
export function tagSql(id: Sql): Sql {
  return sql`substr(${id}::text, ${raw(String(TAG.from + 1))}, ${raw(String(TAG.length))})`;
}

/** The class of the object with this id. */
export function classOfNode(node: Exclude<ConnectionNode, { kind: 'ROW' }>, id: string): ClassOf {
  if (node.kind === 'REFERENCE') return node.type();
  const type = node.types.get(id.slice(TAG.from, TAG.from + TAG.length));
  if (type === undefined) throw new Error(`No class has ids such as ${id}.`);
  return type;
}

/** A connection whose rows are the nodes. Its types are named after the node, or `name`. */
export function connectionOf<Row>(
  node: ClassOf<Row>,
  options: {
    readonly name?: string;
    readonly inForce?: (row: Columns<Row>, day: Sql) => Sql;
  } = {},
): Connection {
  const { name = node.name } = options;
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
    source: tableOf(node, options.inForce),
    node: { kind: 'ROW' },
  };
}

interface EdgeOptions<Row> {
  readonly name: string;
  readonly rows: ClassOf<Row>;
  readonly inForce?: (row: Columns<Row>, day: Sql) => Sql;
}

/**
 * A connection whose edges have fields of their own: an edge is a row, and its node is what a relation of the row
 * refers to, or the row itself. The edge class declares its fields; `cursor` and `node` are added here.
 */
export function edgeConnection<Row>(
  edge: ClassOf,
  { name, rows, node, inForce }: EdgeOptions<Row> & { readonly node: Relation | 'ROW' },
): Connection {
  const reference =
    node === 'ROW' ? { type: () => rows, key: 'id' } : referenceOf(node.entity, node.property);
  if (reference === undefined) throw new Error(`The node of ${name} must be a to-one relation.`);
  edgeFields(edge, reference.type);
  return {
    type: connectionType(name, edge, reference.type),
    edge,
    source: tableOf(rows, inForce),
    node: { ...reference, kind: 'REFERENCE' },
  };
}

/** A connection whose rows are computed. They have the columns that the fields of the edge need, and `id`, the id of the node. */
export function derivedConnection(
  edge: ClassOf,
  options: {
    readonly name: string;
    readonly rows: (given: Given) => { readonly id: Sql };
    /** The GraphQL type of the node. */
    readonly node: TypeOf;
    /** The classes by id tag, if the node is an interface. */
    readonly types?: ReadonlyMap<string, ClassOf>;
  },
): Connection {
  const { name, rows, node, types } = options;
  edgeFields(edge, node);
  return {
    type: connectionType(name, edge, node),
    edge,
    source: { kind: 'DERIVED', rows },
    node:
      types === undefined
        ? { kind: 'REFERENCE', key: 'id', type: node }
        : { kind: 'ANY', key: 'id', types },
  };
}

function tableOf<Row>(
  entity: ClassOf<Row>,
  inForce: ((row: Columns<Row>, day: Sql) => Sql) | undefined,
): ConnectionSource {
  return {
    kind: 'TABLE',
    entity,
    inForce: inForce === undefined ? null : (row, day) => inForce(row as Columns<Row>, day),
  };
}

function edgeFields(edge: ClassOf, node: () => ClassOf): void {
  const prototype = edge.prototype as object;
  Field(() => String, {
    description: 'Opaque cursor of this entry; stays valid when entries are added or removed.',
  })(prototype, 'cursor');
  Field(typed(node), { description: 'The node at this entry.' })(prototype, 'node');
}

function connectionType(name: string, edge: ClassOf, node: () => ClassOf): ClassOf {
  class ConnectionType {
    edges!: unknown[];
    nodes!: unknown[];
    pageInfo!: PageInfo;
    totalCount!: number;
  }
  const prototype = ConnectionType.prototype;
  Field(
    typed(() => [edge]),
    { description: 'The entries of this page.' },
  )(prototype, 'edges');
  Field(
    typed(() => [node()]),
    { description: 'The nodes of this page, without their edges.' },
  )(prototype, 'nodes');
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

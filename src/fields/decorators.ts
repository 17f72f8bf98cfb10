/** The decorators of fields that go beyond a column or a to-one relation of an entity. */

import { Arg, Field, FieldResolver, Int, Query } from 'type-graphql';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import type { AnyColumns, Columns } from './columns.js';
import type { Connection } from './connection.js';
import {
  declareExpression,
  declareField,
  declareLookup,
  type EmbeddedColumns,
  type List,
  type TextArgument,
} from './declarations.js';
import type { Lookup } from './lookup.js';
import type { Orders } from './order.js';
import type { Link } from './relation.js';
import type { ClassOf, TypeOf } from './row.js';
import type { Sql } from './sql.js';
import { typed } from './type-graphql.js';

/**
 * The property of a resolver class whose decorator declares a field. The property only gives the field its name; it
 * has no value, so its type lets nobody use one.
 */
export type Declared = never;

interface FieldText {
  readonly description: string;
  readonly nullable?: boolean;
}

/** On an object type: the object whose id is in its property `key`. Relations of entities need no decorator but `@Field`. */
export function ReferenceField<K extends string>(
  type: TypeOf,
  options: FieldText & { readonly key: K },
) {
  return (target: Readonly<Record<K, string | null>>, name: string): void => {
    declareField(target, name, { kind: 'REFERENCE', type, key: options.key });
    Field(typed(type), textOf(options))(target, name);
  };
}

/** On an object type: the objects whose ids are in its array property `keys`, in that order. */
export function ReferencesField<K extends string>(
  type: TypeOf,
  options: FieldText & { readonly keys: K },
) {
  return (target: Readonly<Record<K, readonly string[]>>, name: string): void => {
    declareField(target, name, { kind: 'REFERENCES', type, keys: options.keys });
    Field(
      typed(() => [type()]),
      textOf(options),
    )(target, name);
  };
}

/** An object made of columns of the same row; null if the first one is null. */
export function EmbeddedField<Row>(
  _row: ClassOf<Row>,
  type: TypeOf,
  options: FieldText & { readonly columns: Readonly<Record<string, keyof Row & string>> },
) {
  return (target: object, name: string): void => {
    const columns: EmbeddedColumns = options.columns;
    declareField(target, name, { kind: 'EMBEDDED', type, columns });
    exposeField(target, name, type, options);
  };
}

/** The value of a column whose property has another name. */
export function ColumnField<Row>(
  _row: ClassOf<Row>,
  property: keyof Row & string,
  type: () => unknown,
  options: FieldText,
) {
  return (target: object, name: string): void => {
    declareField(target, name, { kind: 'COLUMN', property });
    exposeField(target, name, type, options);
  };
}

interface ListOptions<Row> {
  readonly link: Link;
  readonly order: (row: Columns<Row>) => Sql;
}

/** The first linked row in this order, or null. */
export function FirstField<Row>(type: TypeOf<Row>, options: FieldText & ListOptions<Row>) {
  return (target: object, name: string): void => {
    const list: List = { ...options, order: ordered(options), limit: 1 };
    declareField(target, name, { kind: 'FIRST', type, list });
    exposeField(target, name, type, options);
  };
}

/** A short list without pages, at most `limit` rows: for things that a parent has only a few of. */
export function ListField<Row>(
  type: TypeOf<Row>,
  options: FieldText & ListOptions<Row> & Pick<List, 'limit' | 'rows' | 'where'>,
) {
  return (target: object, name: string): void => {
    declareField(target, name, {
      kind: 'LIST',
      type,
      list: { ...options, order: ordered(options) },
    });
    exposeArguments(
      target,
      name,
      Object.entries(options.where ?? {}).map(([argument, { type: typeOf, description }]) => [
        argument,
        typeOf,
        description,
      ]),
    );
    exposeField(target, name, () => [type()], options);
  };
}

function ordered<Row>({ order }: ListOptions<Row>): List['order'] {
  return (row: AnyColumns) => order(row as Columns<Row>);
}

interface ConnectionOptions extends FieldText {
  readonly orders: Orders;
  readonly filter?: ClassOf;
  /** Whether the field has the argument `asOf`; the connection defines the condition. */
  readonly asOf?: boolean;
  readonly text?: TextArgument;
}

/** A connection of an object to the rows that a relation or a condition links to it. */
export function ConnectionField(
  connection: Connection,
  options: ConnectionOptions & { readonly link: Link },
) {
  return (target: object, name: string): void => {
    declareConnection(target, name, connection, options, options.link);
    exposeArguments(target, name, connectionArguments(options));
    exposeField(target, name, () => connection.type, options);
  };
}

/** A root field that lists all rows of a connection. Nullable, so that an error does not empty the whole response. */
export function ConnectionQuery(connection: Connection, options: ConnectionOptions) {
  return (target: object, name: string): void => {
    declareConnection(target, name, connection, options, null);
    exposeArguments(target, name, connectionArguments(options));
    Query(() => connection.type, { ...textOf(options), nullable: true })(target, name, {});
  };
}

/** A root field that finds objects by key. An argument is optional unless `required`. */
export function LookupQuery(
  type: () => unknown,
  options: {
    readonly description: string;
    readonly nullable: boolean | 'itemsAndList';
    readonly args: Readonly<
      Record<
        string,
        {
          readonly type: () => unknown;
          readonly description: string;
          readonly required?: boolean;
        }
      >
    >;
    readonly lookup: Lookup;
  },
) {
  return (target: object, name: string): void => {
    const { description, nullable, args, lookup } = options;
    declareLookup(name, lookup);
    exposeArguments(
      target,
      name,
      Object.entries(args).map(([argument, { type: typeOf, description: text, required }]) =>
        required === true ? [argument, typeOf, text, REQUIRED] : [argument, typeOf, text],
      ),
    );
    Query(typed(type), { description, nullable })(target, name, {});
  };
}

/** The properties of the parent that a resolver of its own reads. */
export function DependsOn(...properties: string[]) {
  return (target: object, name: string): void => {
    declareField(target, name, { kind: 'RESOLVED', properties });
  };
}

/** The SQL of a property of an edge, from its row and the row of the table between it and the parent. */
export function Expression<Row, Between = never>(
  of: (row: Columns<Row>, between: Columns<Between>) => Sql,
) {
  return (target: object, name: string): void => {
    declareExpression(target, name, {
      of: (row: AnyColumns, between: AnyColumns) =>
        of(row as Columns<Row>, between as Columns<Between>),
    });
  };
}

function declareConnection(
  target: object,
  name: string,
  connection: Connection,
  { filter, orders, asOf, text }: ConnectionOptions,
  link: Link | null,
): void {
  declareField(target, name, {
    kind: 'CONNECTION',
    connection,
    link,
    filter: filter ?? null,
    orders,
    asOf: asOf ?? false,
    text: text ?? null,
  });
}

type ArgumentDeclaration = readonly [
  name: string,
  type: () => unknown,
  description: string,
  defaultValue?: unknown,
];

const REQUIRED = Symbol('required');

const PAGE_ARGUMENTS: readonly ArgumentDeclaration[] = [
  ['first', () => Int, 'Returns the first n entries (default 20, maximum 100).'],
  ['after', () => String, 'Returns only entries after this cursor.'],
  ['last', () => Int, 'Returns the last n entries (maximum 100). Cannot be combined with `first`.'],
  ['before', () => String, 'Returns only entries before this cursor.'],
];

function connectionArguments({
  filter,
  orders,
  asOf,
  text,
}: ConnectionOptions): ArgumentDeclaration[] {
  return [
    ...PAGE_ARGUMENTS,
    ...(asOf
      ? [
          [
            'asOf',
            () => DayScalar,
            'Returns only entries in force on this day. If omitted, returns all known entries, including those that have ended.',
          ] as const,
        ]
      : []),
    ...(text ? [[text.name, () => String, text.description, REQUIRED] as const] : []),
    ...(filter ? [['filter', () => filter, 'Returns only entries that match.'] as const] : []),
    [
      'orderBy',
      () => [orders.type],
      'The sort order of the list. Entries that are equal by the first criterion are sorted by the second, and so on.',
      orders.default,
    ],
  ];
}

/** Registers the arguments with type-graphql; the resolver is attached to the built schema. */
function exposeArguments(target: object, name: string, args: readonly ArgumentDeclaration[]): void {
  args.forEach(([argument, type, description, defaultValue], index) => {
    Arg(argument, typed(type), {
      nullable: defaultValue !== REQUIRED,
      description,
      ...(defaultValue === undefined || defaultValue === REQUIRED ? {} : { defaultValue }),
    })(target, name, index);
  });
}

function exposeField(target: object, name: string, type: () => unknown, text: FieldText): void {
  FieldResolver(typed(type), textOf(text))(target, name, {});
}

function textOf({ description, nullable }: FieldText) {
  return { description, ...(nullable ? { nullable } : {}) };
}

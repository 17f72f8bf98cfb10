/**
 * Declarations of graph fields. A declaration is data: both the batched resolver of a field (`attach.ts`) and the
 * plan of a whole operation (`src/plan`) are derived from it. In its SQL, `t` is the table of the field's own type.
 */

import { Arg, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { DayScalar } from '../../entities/partial-date.scalar.js';
import type { Connection } from './connection.js';
import type { Find } from './found.js';
import type { Orders } from './order.js';
import type { ClassOf } from './row.js';

type TypeOf = () => ClassOf;

/** How rows are linked to their parent. */
export interface Link {
  /** The condition that links a row to its parent `p.key`, such as `t.group_id = p.key`. */
  readonly on: string;
  /** The join that the condition needs. */
  readonly join?: string;
  /** The parent property used as the key (default `id`). */
  readonly key?: string;
}

/** Column by field of a part, for fields whose column has another name. */
export type Renamed = Readonly<Record<string, string>>;

/** The rows of a short list. */
export interface List {
  readonly link: Link;
  readonly order: string;
  readonly limit: number;
  /** SQL that replaces the table of the type, with the alias `t`. */
  readonly from?: string;
  /** Conditions on `t` by argument name; each applies only if its argument is given. */
  readonly where?: Readonly<
    Record<
      string,
      { readonly type: () => unknown; readonly description: string; readonly sql: string }
    >
  >;
}

export type FieldDeclaration =
  | { readonly kind: 'ONE'; readonly type: TypeOf; readonly key: string }
  | { readonly kind: 'ONES'; readonly type: TypeOf; readonly keys: string }
  | {
      readonly kind: 'PART';
      readonly type: TypeOf;
      readonly columns: readonly string[];
      readonly as: Renamed | null;
    }
  | { readonly kind: 'COLUMN'; readonly column: string }
  | { readonly kind: 'FIRST'; readonly type: TypeOf; readonly link: Link; readonly order: string }
  | {
      readonly kind: 'LIST';
      readonly type: TypeOf;
      readonly list: List;
    }
  | {
      readonly kind: 'PAGE';
      readonly connection: Connection;
      readonly link: Link | null;
      readonly filter: ClassOf | null;
      readonly orders: Orders;
      readonly asOf: boolean;
      readonly text: TextArgument | null;
    }
  | { readonly kind: 'NEEDS'; readonly columns: readonly string[] };

/** A text argument that the rows depend on: `{text}` in the connection's `from`. */
export interface TextArgument {
  readonly name: string;
  readonly description: string;
  /** Throws if the text is invalid. */
  readonly check: (text: string) => void;
}

const fields = new Map<ClassOf, Map<string, FieldDeclaration>>();

const targets = new Map<object, TypeOf>();
const expressions = new Map<ClassOf, Map<string, string>>();

let declared: ReadonlyMap<ClassOf, ReadonlyMap<string, FieldDeclaration>> | null = null;

/** All declarations by class. Complete only after all resolver classes have been loaded. */
export function declaredFields(): ReadonlyMap<ClassOf, ReadonlyMap<string, FieldDeclaration>> {
  declared ??= [...fields].reduce((byType, [resolver, own]) => {
    const type = targets.get(resolver)?.() ?? resolver;
    return byType.set(type, new Map([...(byType.get(type) ?? []), ...own]));
  }, new Map<ClassOf, Map<string, FieldDeclaration>>());
  return declared;
}

/** The declaration of a field, own or inherited. */
export function declarationOf(type: ClassOf, field: string): FieldDeclaration | undefined {
  for (const ancestor of lineage(type)) {
    const declaration = declaredFields().get(ancestor)?.get(field);
    if (declaration !== undefined) return declaration;
  }
  return undefined;
}

/** The SQL expression of a field that is not a column of the type's table. */
export function expressionOf(type: ClassOf, field: string): string | undefined {
  return expressions.get(type)?.get(field);
}

/** The class and its ancestors, the class itself first. */
function lineage(type: ClassOf): ClassOf[] {
  const parent = Object.getPrototypeOf(type) as ClassOf;
  return [type, ...(parent === Function.prototype ? [] : lineage(parent))];
}

function register<V>(store: Map<ClassOf, Map<string, V>>, target: object, name: string, value: V) {
  const type = target.constructor as ClassOf;
  const known = store.get(type) ?? new Map<string, V>();
  store.set(type, known.set(name, value));
}

/** Marks a resolver class: it declares fields of a type beyond the columns of its table. */
export function FieldsOf(type: TypeOf): ClassDecorator {
  return (target) => {
    targets.set(target, type);
    Resolver(type as never)(target);
  };
}

interface FieldText {
  readonly description: string;
  readonly nullable?: boolean;
}

/** Exactly one object (or none if `nullable`): the one whose id is in the column `key`. */
export function ToOne(type: TypeOf, options: FieldText & { readonly key: string }) {
  return (target: object, name: string): void => {
    register(fields, target, name, { kind: 'ONE', type, key: options.key });
    declareField(target, name, type, options);
  };
}

/** The objects whose ids are in the array column `keys`, in its order. */
export function ToOnes(type: TypeOf, options: FieldText & { readonly keys: string }) {
  return (target: object, name: string): void => {
    register(fields, target, name, { kind: 'ONES', type, keys: options.keys });
    declareField(target, name, () => [type()], options);
  };
}

/** An object built from columns of the same row; null if the first of them is null. */
export function ToPart(
  type: TypeOf,
  options: FieldText & { readonly columns: readonly string[]; readonly as?: Renamed },
) {
  return (target: object, name: string): void => {
    const { columns, as = null } = options;
    register(fields, target, name, { kind: 'PART', type, columns, as });
    declareField(target, name, type, options);
  };
}

/** The value of a column with another name. */
export function ToColumn(type: () => unknown, options: FieldText & { readonly column: string }) {
  return (target: object, name: string): void => {
    register(fields, target, name, { kind: 'COLUMN', column: options.column });
    declareField(target, name, type, options);
  };
}

/** The first linked row, or null. */
export function ToFirst(
  type: TypeOf,
  options: FieldText & { readonly link: Link; readonly order: string },
) {
  return (target: object, name: string): void => {
    const { link, order } = options;
    register(fields, target, name, { kind: 'FIRST', type, link, order });
    declareField(target, name, type, options);
  };
}

/** A short list without pages, at most `limit` rows: for things that a parent has only a few of. */
export function ToList(type: TypeOf, options: FieldText & List) {
  return (target: object, name: string): void => {
    register(fields, target, name, { kind: 'LIST', type, list: options });
    const args = Object.entries(options.where ?? {});
    declareArguments(
      target,
      name,
      args.map(([arg, { type: typeOf, description }]) => [arg, typeOf, description]),
    );
    declareField(target, name, () => [type()], options);
  };
}

interface PageOptions extends FieldText {
  readonly orders: Orders;
  readonly filter?: ClassOf;
  /** Whether the field has the argument `asOf`; the connection defines the condition. */
  readonly asOf?: boolean;
  readonly text?: TextArgument;
}

/** A connection field of an object. */
export function ToPage(connection: Connection, options: PageOptions & { readonly link: Link }) {
  return (target: object, name: string): void => {
    declarePage(target, name, connection, options, options.link);
    declareArguments(target, name, pageArguments(options));
    declareField(target, name, () => connection.type, options);
  };
}

/** A connection field of the root: all objects of a kind. Nullable, so that an error does not empty the whole response. */
export function RootPage(connection: Connection, options: PageOptions) {
  return (target: object, name: string): void => {
    declarePage(target, name, connection, options, null);
    declareArguments(target, name, pageArguments(options));
    Query(() => connection.type, { ...described(options), nullable: true })(target, name, {});
  };
}

const finds = new Map<string, Find>();

/** The root fields that find objects by key, by field name. */
export function declaredFinds(): ReadonlyMap<string, Find> {
  return finds;
}

/** Declares how a root field finds its objects if the field itself is declared elsewhere. */
export function declareFind(field: string, find: Find): void {
  finds.set(field, find);
}

/** A root field that finds objects by key. An argument is optional unless `required`. */
export function RootFind(
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
    readonly find: Find;
  },
) {
  return (target: object, name: string): void => {
    const { description, nullable, args, find } = options;
    declareFind(name, find);
    declareArguments(
      target,
      name,
      Object.entries(args).map(([arg, { type: typeOf, description: text, required }]) =>
        required === true ? [arg, typeOf, text, REQUIRED] : [arg, typeOf, text],
      ),
    );
    Query(type as never, { description, nullable })(target, name, {});
  };
}

/** The columns that a hand-written field resolver reads from its root object. */
export function Needs(...columns: string[]) {
  return (target: object, name: string): void => {
    register(fields, target, name, { kind: 'NEEDS', columns });
  };
}

/** The SQL expression of a field whose value does not come from the column of its name. */
export function Sql(expression: string) {
  return (target: object, name: string): void => {
    register(expressions, target, name, expression);
  };
}

function declarePage(
  target: object,
  name: string,
  connection: Connection,
  { filter, orders, asOf, text }: PageOptions,
  link: Link | null,
): void {
  register(fields, target, name, {
    kind: 'PAGE',
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

function pageArguments({ filter, orders, asOf, text }: PageOptions): ArgumentDeclaration[] {
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
function declareArguments(
  target: object,
  name: string,
  args: readonly ArgumentDeclaration[],
): void {
  args.forEach(([arg, type, description, defaultValue], index) => {
    Arg(arg, type as never, {
      nullable: defaultValue !== REQUIRED,
      description,
      ...(defaultValue === undefined || defaultValue === REQUIRED ? {} : { defaultValue }),
    })(target, name, index);
  });
}

function declareField(target: object, name: string, type: () => unknown, text: FieldText): void {
  FieldResolver(type as never, described(text))(target, name, {});
}

function described({ description, nullable }: FieldText) {
  return { description, ...(nullable ? { nullable } : {}) };
}

import { Field, InputType, registerEnumType } from 'type-graphql';
import { enumType } from '../../entities/shared/enum-type.js';
import { badInput } from '../errors.js';
import type { AnyColumns } from './columns.js';
import type { ClassOf } from './row.js';
import { raw, sql, type Sql } from './sql.js';

/** A sort key. The id always follows as the last key, so the order is total. */
export interface OrderKey {
  by(this: void, row: AnyColumns): Sql;
  /** `date` is a text that holds a partial date. */
  readonly type: 'text' | 'date' | 'timestamptz' | 'numeric' | 'int';
  /** Whether the value can be null. Null sorts last, in either direction. */
  readonly isNullable?: true;
  /** The default direction; ascending if omitted. */
  readonly natural?: Direction;
}

export const OrderDirection = enumType('OrderDirection', 'The sort direction.', {
  ASC: 'Ascending: A to Z, smallest first, oldest first.',
  DESC: 'Descending: Z to A, largest first, newest first.',
});
export type Direction = keyof typeof OrderDirection;

export interface OrderBy {
  readonly field: string;
  readonly direction: Direction;
}

/** The sort orders of a kind of list. */
export interface Orders {
  /** The GraphQL input type of one order. */
  readonly type: ClassOf;
  readonly keys: ReadonlyMap<string, OrderKey>;
  /** The default order: the first key in its natural direction. */
  readonly default: readonly OrderBy[];
}

/** A key as it appears in a statement: never null. */
export interface SortKey {
  by(this: void, row: AnyColumns): Sql;
  readonly type: OrderKey['type'];
  readonly direction: Direction;
}

/** A requested sort order. */
export interface Sorting {
  /** Its name in cursors, such as `SINCE_DESC,NAME_ASC`. */
  readonly name: string;
  readonly keys: readonly SortKey[];
}

/** Declares the sort orders of a kind of list: an input type with a field and a direction. */
export function orders(
  name: string,
  of: string,
  keys: Readonly<Record<string, OrderKey & { readonly description: string }>>,
): Orders {
  const fields = Object.fromEntries(Object.keys(keys).map((key) => [key, key]));
  registerEnumType(fields, {
    name: `${name}OrderField`,
    description: `The fields that ${of} can be sorted by.`,
    valuesConfig: Object.fromEntries(
      Object.entries(keys).map(([key, { description }]) => [key, { description }]),
    ),
  });
  class Order {
    field!: string;
    direction!: Direction;
  }
  const { prototype } = Order;
  Field(() => fields, { description: 'The field to sort by.' })(prototype, 'field');
  Field(() => OrderDirection, {
    defaultValue: 'ASC',
    description: 'The sort direction. Entries without a value come last in both directions.',
  })(prototype, 'direction');
  InputType(`${name}Order`, { description: `A sort order for ${of}.` })(Order);
  const [first] = Object.entries(keys);
  return {
    type: Order,
    keys: new Map(Object.entries(keys)),
    default: first === undefined ? [] : [{ field: first[0], direction: first[1].natural ?? 'ASC' }],
  };
}

/** The value that replaces null so that it sorts last: beyond every value that the column can hold. */
const LAST: Readonly<Record<OrderKey['type'], Readonly<Record<Direction, Sql>> | null>> = {
  date: { ASC: sql`'9999'`, DESC: sql`''` },
  numeric: { ASC: sql`'Infinity'`, DESC: sql`'-Infinity'` },
  text: null,
  timestamptz: null,
  int: null,
};

/** The sort keys of the requested orders. Throws if a field is repeated. */
export function sortingOf(
  { keys, default: natural }: Orders,
  asked: readonly OrderBy[] | null | undefined,
): Sorting {
  const given = asked == null || asked.length === 0 ? natural : asked;
  const seen = new Set<string>();
  given.forEach(({ field }, index) => {
    if (seen.has(field)) {
      throw badInput(`'orderBy' contains the field ${field} twice. Remove one of them.`, [
        'orderBy',
        index,
      ]);
    }
    seen.add(field);
  });
  return {
    name: given.map(({ field, direction }) => `${field}_${direction}`).join(','),
    keys: given.map(({ field, direction }) => {
      const key = keys.get(field);
      if (key === undefined) throw new Error(`Unknown sort field: ${field}`);
      const last = key.isNullable === true ? LAST[key.type]?.[direction] : null;
      if (last === undefined)
        throw new Error(`A nullable sort key cannot have the type ${key.type}.`);
      return {
        by: last === null ? key.by : (row) => sql`coalesce(${key.by(row)}, ${last})`,
        type: key.type,
        direction,
      };
    }),
  };
}

/** The SQL type of a key. */
export function sqlTypeOf({ type }: SortKey): Sql {
  return raw(type === 'date' ? 'text' : type);
}

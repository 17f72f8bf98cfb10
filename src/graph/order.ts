import { registerEnumType } from 'type-graphql';

/** What rows are ordered by, before their id, which makes the order total. Never null. */
export interface OrderKey {
  readonly sql: string;
  readonly type: 'text' | 'timestamptz' | 'numeric' | 'int';
}

export type Direction = 'ASC' | 'DESC';

export interface Order {
  /** The GraphQL enum; its values are the names below with `_ASC` and `_DESC`. */
  readonly type: object;
  readonly first: string;
  readonly keys: ReadonlyMap<string, { readonly key: OrderKey; readonly direction: Direction }>;
}

/**
 * The orders of a kind of list, as an enum. Each can be taken both ways; the first, ascending, is
 * taken where none is asked for.
 */
export function orders(
  name: string,
  description: string,
  keys: Readonly<Record<string, OrderKey & { readonly description: string }>>,
): Order {
  const values = Object.entries(keys).flatMap(([key, { sql, type, description: text }]) =>
    (['ASC', 'DESC'] as const).map((direction) => ({
      value: `${key}_${direction}`,
      key: { sql, type },
      direction,
      description: `${text}, ${direction === 'ASC' ? 'ascending' : 'descending'}.`,
    })),
  );
  const type = Object.fromEntries(values.map(({ value }) => [value, value]));
  registerEnumType(type, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      values.map(({ value, description: text }) => [value, { description: text }]),
    ),
  });
  return {
    type,
    first: values[0]?.value ?? '',
    keys: new Map(values.map(({ value, key, direction }) => [value, { key, direction }])),
  };
}

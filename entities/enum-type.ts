import { registerEnumType } from 'type-graphql';
import { Check } from 'typeorm';

/** Registers a GraphQL enum whose values are their own names, each with a description. */
export function enumType<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): { readonly [V in Value]: V } {
  const names = Object.keys(values) as Value[];
  const object = Object.fromEntries(names.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(object, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      names.map((value) => [value, { description: values[value] }]),
    ) as Record<Value, { description: string }>,
  });
  return object;
}

/** The condition in SQL that the column has one of the values of the enum. */
export function oneOf(column: string, values: Readonly<Record<string, string>>): string {
  const list = Object.values(values)
    .map((value) => `'${value}'`)
    .join(', ');
  return `"${column}" IN (${list})`;
}

/** The database refuses every value of the column that the enum does not have. */
export function OneOf(
  constraint: string,
  column: string,
  values: Readonly<Record<string, string>>,
): ClassDecorator {
  return Check(constraint, oneOf(column, values));
}

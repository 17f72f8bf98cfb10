import { registerEnumType } from 'type-graphql';
import { Check } from 'typeorm';

/** Registers a GraphQL enum whose values equal their names, each with a description. */
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

/** SQL condition: the column has one of the values of the enum. */
export function oneOf(column: string, values: Readonly<Record<string, string>>): string {
  const list = Object.values(values)
    .map((value) => `'${value}'`)
    .join(', ');
  return `"${column}" IN (${list})`;
}

/** Adds a constraint: the database refuses values that are not in the enum. */
export function OneOf(
  constraint: string,
  column: string,
  values: Readonly<Record<string, string>>,
): ClassDecorator {
  return Check(constraint, oneOf(column, values));
}

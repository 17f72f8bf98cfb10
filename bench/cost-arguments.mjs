import { getNamedType, getNullableType, isEnumType, isListType } from 'graphql';
import { FILTER_VALUES, VALUES } from './cost-questions.mjs';

const fieldsOf = (type) => Object.values(type.getFields());

/** The arguments that a page is asked with besides its size: each order, a day, each condition alone. */
export function argumentsOf({ args }) {
  const named = (name) => args.find((arg) => arg.name === name);
  const orders = named('orderBy');
  const filter = named('filter');
  const ordered =
    orders === undefined
      ? []
      : valuesOf(getNamedType(orders.type).getFields().field.type).flatMap((field) =>
          ['ASC', 'DESC'].map(
            (direction) => `orderBy: { field: ${field}, direction: ${direction} }`,
          ),
        );
  return {
    plain: ['', ...ordered, ...(named('asOf') === undefined ? [] : ['asOf: "2015-06-01"'])],
    filtered:
      filter === undefined
        ? []
        : conditionsOf(getNamedType(filter.type)).flatMap(({ name, type }) => {
            const value =
              FILTER_VALUES[`${getNamedType(filter.type).name}.${name}`] ??
              FILTER_VALUES[name] ??
              valueOf(type);
            return value === null ? [] : [`filter: { ${name}: ${value} }`];
          }),
  };
}
const COMBINED = new Set(['and', 'or', 'not']);
const conditionsOf = (filter) => fieldsOf(filter).filter(({ name }) => !COMBINED.has(name));
const valuesOf = (type) =>
  getNamedType(type)
    .getValues()
    .map(({ name }) => name);

/** A value that few things have, where such a value can be made of the type alone. */
function valueOf(type) {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const item = valueOf(inner.ofType);
    return item === null ? null : `[${item}]`;
  }
  if (isEnumType(inner)) return valuesOf(inner).at(-1);
  if (inner.name in VALUES) return VALUES[inner.name];
  const equal = inner.getFields?.().eq;
  const chosen = equal === undefined ? null : valueOf(equal.type);
  return chosen === null ? null : `{ eq: ${chosen} }`;
}

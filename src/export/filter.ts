import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql';
import { inputFault } from '../domain/input-fault.js';
import { badInput, type ClientError } from '../errors.js';

/** The maximum number of faults reported for a filter. */
const MAX_FAULTS = 5;

/** A validated filter of the API. */
export type FilterValues = Readonly<Record<string, unknown>>;

/** The filter is invalid. */
export class FilterFault extends Error {
  override readonly name = 'FilterFault';
  readonly faults: readonly ClientError[];

  constructor(faults: readonly ClientError[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.faults = faults;
  }
}

/** Reads a value of an enum of the API; null if there is none. */
export function readChoice(
  schema: GraphQLSchema,
  typeName: string,
  argument: string,
  text: string | null,
): string | null {
  return text === null ? null : (coerced(schema, typeName, text, [argument]) as string);
}

/** Reads the JSON of a filter as values of its API input type. Null is a filter without conditions. */
export function readFilter(
  schema: GraphQLSchema,
  typeName: string,
  text: string | null,
): FilterValues {
  return (coerced(schema, typeName, parse(text ?? '{}'), ['filter']) ?? {}) as FilterValues;
}

function coerced(
  schema: GraphQLSchema,
  typeName: string,
  value: unknown,
  place: readonly string[],
): unknown {
  const type = schema.getType(typeName);
  if (!isInputType(type)) throw new Error(`The schema has no input type ${typeName}.`);
  const unsound = inputFault(value);
  if (unsound !== null) {
    const inputPath = [...place, ...unsound.path];
    throw new FilterFault([badInput(`${pathText(inputPath)} ${unsound.text}`, inputPath)]);
  }
  const faults: ClientError[] = [];
  const values: unknown = coerceInputValue(value, type, (path, _value, error) => {
    const inputPath = [...place, ...path];
    faults.push(badInput(`${pathText(inputPath)}: ${error.message}`, inputPath));
  });
  if (faults.length > 0) throw new FilterFault(faults.slice(0, MAX_FAULTS));
  return values;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FilterFault([
      badInput(`'filter' is not valid JSON: ${(error as Error).message}.`, ['filter']),
    ]);
  }
}

function pathText(path: readonly (string | number)[]): string {
  return `'${path.join('.')}'`;
}

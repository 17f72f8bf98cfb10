import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql';
import { inputFault } from '../domain/input-fault.js';
import { badInput, type ClientError } from '../errors.js';

/** How many faults of a filter are told at once. */
const MAX_FAULTS = 5;

/** What a filter of the API says, once it is known to be one. */
export type FilterValues = Readonly<Record<string, unknown>>;

/** A filter that cannot be meant. */
export class FilterFault extends Error {
  override readonly name = 'FilterFault';
  readonly faults: readonly ClientError[];

  constructor(faults: readonly ClientError[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.faults = faults;
  }
}

/** A value of an enum of the API; null for none. */
export function readChoice(
  schema: GraphQLSchema,
  typeName: string,
  argument: string,
  text: string | null,
): string | null {
  return text === null ? null : (coerced(schema, typeName, text, [argument]) as string);
}

/** The JSON text of a filter as the values of the API's own input type; nothing is no condition. */
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
      badInput(`'filter' is no valid JSON: ${(error as Error).message}.`, ['filter']),
    ]);
  }
}

function pathText(path: readonly (string | number)[]): string {
  return `'${path.join('.')}'`;
}

import {
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Variables } from '../planner/values.js';
import { costOf, type NetworkSize, type OperationCost } from './cost.js';
import { refuseFaultyVariables } from './inputs.js';
import { refuseTooCostly } from './limits.js';

/** The maximum number of errors reported at once for a document or its variables. */
export const MAX_ERRORS = 5;

/** The result of checking an operation with the variables of one request, before it runs. */
export interface Checked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The variables, coerced to their types. */
  readonly variables: Variables;
  readonly cost: OperationCost;
}

/** Checks the operations of valid documents before they run. */
export class OperationChecks {
  readonly limit: number;
  readonly #schema: GraphQLSchema;
  readonly #costs = new Costs();

  readonly #networkSize: () => NetworkSize | null;

  constructor(schema: GraphQLSchema, limit: number, networkSize: () => NetworkSize | null) {
    this.#schema = schema;
    this.limit = limit;
    this.#networkSize = networkSize;
  }

  /** Throws if the operation costs too much. Returns null if the variables are invalid; execution reports them. */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Variables,
  ): Checked | null {
    const missing = missingRoot(this.#schema, operation);
    if (missing !== null) throw missing;
    refuseFaultyVariables(operation, given);
    const { variableDefinitions = [] } = operation;
    const { coerced } = getVariableValues(this.#schema, variableDefinitions, given, {
      maxErrors: MAX_ERRORS,
    });
    if (coerced === undefined) return null;
    const size = rounded(this.#networkSize());
    const cost = this.#costs.of(operation, size, given, () =>
      costOf(this.#schema, document, operation, coerced, size),
    );
    refuseTooCostly(cost, this.limit);
    return { document, operation, variables: coerced, cost };
  }
}

/** The error of an operation of a type that the schema does not have; graphql-js would fail during execution. */
export function missingRoot(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): GraphQLError | null {
  if (schema.getRootType(operation.operation)) return null;
  return new GraphQLError(`This API has no ${operation.operation}s, only queries.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}

/** A size with one significant digit, so that a cost stays the same while the network hardly grows. */
function rounded(size: NetworkSize | null): NetworkSize | null {
  if (size === null) return null;
  const up = (count: number) => {
    const unit = 10 ** Math.floor(Math.log10(Math.max(count, 1)));
    return Math.ceil(count / unit) * unit;
  };
  return { organizations: up(size.organizations), ties: up(size.ties) };
}

/** Caches the costs of operations by everything that they depend on. */
class Costs {
  readonly #known = new WeakMap<OperationDefinitionNode, Map<string, OperationCost>>();

  of(
    operation: OperationDefinitionNode,
    network: NetworkSize | null,
    variables: Variables,
    workOut: () => OperationCost,
  ): OperationCost {
    const known = this.#known.get(operation) ?? new Map<string, OperationCost>();
    const key = `${JSON.stringify(network)} ${keyOf(operation, variables)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const cost = workOut();
    if (known.size >= MAX_COSTS) known.clear();
    // Long keys are rare and would only fill memory.
    if (key.length < MAX_KEY) this.#known.set(operation, known.set(key, cost));
    return cost;
  }
}

/** String types that cannot affect the cost. Days and enum names can. */
const FORGOTTEN: ReadonlySet<string> = new Set(['ID', 'String']);

const isListOfValues = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((item) => typeof item !== 'object');

/** Everything that the cost depends on: for lists of plain values only their length, for numbers their value. */
function keyOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables) {
  const texts = variableDefinitions.flatMap(({ type, variable }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const value = variables[variable.name.value];
    const isKept = named.kind === Kind.NAMED_TYPE && !FORGOTTEN.has(named.name.value);
    return isKept && typeof value === 'string' ? [value] : [];
  });
  const rest = JSON.stringify(variables, (_name, value: unknown) =>
    typeof value === 'string' ? '' : isListOfValues(value) ? `[${value.length}]` : value,
  );
  return `${texts.join(' ')} ${rest}`;
}

const MAX_COSTS = 100;
const MAX_KEY = 2000;

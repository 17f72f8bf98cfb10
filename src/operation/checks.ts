import {
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Variables } from '../plan/values.js';
import { costOf, type OperationCost } from './cost.js';
import { refuseFaultyVariables } from './inputs.js';
import { refuseTooCostly } from './limits.js';

/** How many faults of a document or of its variables are told at once. */
export const MAX_ERRORS = 5;

/** What an operation is found to be, with the variables of one request, before it runs. */
export interface Checked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the types of the variables take them. */
  readonly variables: Variables;
  readonly cost: OperationCost;
}

/** Checks the operations of valid documents before they run. */
export class OperationChecks {
  readonly limit: number;
  readonly #schema: GraphQLSchema;
  readonly #costs = new Costs();

  constructor(schema: GraphQLSchema, limit: number) {
    this.#schema = schema;
    this.limit = limit;
  }

  /** Refuses what costs too much. Null where the variables are wrong, of which execution says what. */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Variables,
  ): Checked | null {
    this.#refuseWithoutRoot(operation);
    refuseFaultyVariables(operation, given);
    const { variableDefinitions = [] } = operation;
    const { coerced } = getVariableValues(this.#schema, variableDefinitions, given, {
      maxErrors: MAX_ERRORS,
    });
    if (coerced === undefined) return null;
    const cost = this.#costs.of(operation, given, () =>
      costOf(this.#schema, document, operation, coerced),
    );
    refuseTooCostly(cost, this.limit);
    return { document, operation, variables: coerced, cost };
  }

  /** graphql-js would find out while it executes, with an error that looks like one of ours. */
  #refuseWithoutRoot(operation: OperationDefinitionNode): void {
    if (this.#schema.getRootType(operation.operation)) return;
    throw new GraphQLError(`This API has no ${operation.operation}s, only queries.`, {
      nodes: operation,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }
}

/** The costs of operations that are kept, each worked out once for what it depends on. */
class Costs {
  readonly #known = new WeakMap<OperationDefinitionNode, Map<string, OperationCost>>();

  of(
    operation: OperationDefinitionNode,
    variables: Variables,
    workOut: () => OperationCost,
  ): OperationCost {
    const known = this.#known.get(operation) ?? new Map<string, OperationCost>();
    const key = keyOf(operation, variables);
    const found = known.get(key);
    if (found !== undefined) return found;
    const cost = workOut();
    if (known.size >= MAX_COSTS) known.clear();
    // What is long is rare, and would only fill memory.
    if (key.length < MAX_KEY) this.#known.set(operation, known.set(key, cost));
    return cost;
  }
}

/** Types of texts that cannot decide on the cost; days and names of enums can. */
const FORGOTTEN: ReadonlySet<string> = new Set(['ID', 'String']);

/** What the cost depends on. Of lists only how long they are; of numbers, any can decide. */
function keyOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables) {
  const texts = variableDefinitions.flatMap(({ type, variable }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const value = variables[variable.name.value];
    const isKept = named.kind === Kind.NAMED_TYPE && !FORGOTTEN.has(named.name.value);
    return isKept && typeof value === 'string' ? [value] : [];
  });
  const rest = JSON.stringify(variables, (_name, value: unknown) =>
    typeof value === 'string' ? '' : Array.isArray(value) ? `[${value.length}]` : value,
  );
  return `${texts.join(' ')} ${rest}`;
}

const MAX_COSTS = 100;
const MAX_KEY = 2000;

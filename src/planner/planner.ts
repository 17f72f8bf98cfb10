import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { compile, type Mapping, type Plan } from './compile.js';
import { NotPlannable } from './not-plannable.js';
import { SchemaTypes } from './schema-types.js';
import type { Variables } from './values.js';
import { variantsOf, type VariantOf } from './variants.js';

/** A plan and its values for one request. */
export interface Planned {
  /** Identifies the plan. */
  readonly id: number;
  readonly text: string;
  readonly parts: number;
  readonly values: readonly unknown[];
}

interface NumberedPlan extends Plan {
  readonly id: number;
}

interface Shape {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variantOf: VariantOf;
  readonly number: number;
}

const MAX_PLANS = 2000;
/** The total for all texts; the database keeps the same amount again for each connection. */
const MAX_CHARACTERS = 20_000_000;

/** Plans operations and caches the plans by everything that they depend on. */
export class Planner {
  readonly #mapping: Mapping;
  /** Lives as long as the cached document. */
  readonly #shapes = new WeakMap<OperationDefinitionNode, Shape>();
  readonly #plans = new LRUCache<string, NumberedPlan | NotPlannable>({
    max: MAX_PLANS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (plan) => (plan instanceof NotPlannable ? 100 : plan.text.length),
  });
  #lastNumber = 0;
  #lastPlan = 0;

  constructor(mapping: Omit<Mapping, 'types'>) {
    this.#mapping = { ...mapping, types: new SchemaTypes(mapping.schema) };
  }

  /** The number of cached plans. */
  get size(): number {
    return this.#plans.size;
  }

  /** The operation as one statement; null if resolvers have to execute it. */
  plan(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): Planned | null {
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    const shape = this.#shapeOf(document, operation);
    const key = `${shape.number} ${shape.variantOf(variables)}`;
    try {
      let plan = this.#plans.get(key);
      if (plan === undefined) {
        plan = this.#compile(operation, shape, variables);
        this.#plans.set(key, plan);
      }
      return plan instanceof NotPlannable
        ? null
        : { id: plan.id, text: plan.text, parts: plan.parts, values: plan.values(variables) };
    } catch (error) {
      // Resolvers report an invalid argument at the right path of the response.
      if (error instanceof NotPlannable || error instanceof GraphQLError) return null;
      throw error;
    }
  }

  #compile(
    operation: OperationDefinitionNode,
    shape: Shape,
    variables: Variables,
  ): NumberedPlan | NotPlannable {
    try {
      const plan = compile(this.#mapping, operation, shape.fragments, variables);
      this.#lastPlan += 1;
      return { id: this.#lastPlan, ...plan };
    } catch (error) {
      if (error instanceof NotPlannable && error.isLasting) return error;
      throw error;
    }
  }

  #shapeOf(document: DocumentNode, operation: OperationDefinitionNode): Shape {
    const known = this.#shapes.get(operation);
    if (known !== undefined) return known;
    this.#lastNumber += 1;
    const shape: Shape = {
      fragments: new Map(
        document.definitions.flatMap((definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
        ),
      ),
      variantOf: variantsOf(this.#mapping.schema, operation),
      number: this.#lastNumber,
    };
    this.#shapes.set(operation, shape);
    return shape;
  }
}

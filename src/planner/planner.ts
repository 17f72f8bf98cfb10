import {
  GraphQLError,
  Kind,
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

/** What comes of planning an operation: a statement, or the reason why resolvers have to execute it. */
export type Planning = Planned | NotPlanned;

/** A plan and its values for one request. */
export interface Planned {
  readonly kind: 'PLANNED';
  /** Identifies the plan. */
  readonly id: number;
  readonly text: string;
  readonly parts: number;
  readonly values: readonly unknown[];
}

interface NotPlanned {
  readonly kind: 'NOT_PLANNED';
  readonly reason: string;
}

interface NumberedPlan extends Plan {
  readonly kind: 'PLAN';
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
  readonly #plans = new LRUCache<string, NumberedPlan | NotPlanned>({
    max: MAX_PLANS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (plan) => (plan.kind === 'PLAN' ? plan.text.length : 100),
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

  /** The operation as one statement, if it can be one. */
  plan(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Planning {
    const shape = this.#shapeOf(document, operation);
    const key = `${shape.number} ${shape.variantOf(variables)}`;
    try {
      let plan = this.#plans.get(key);
      if (plan === undefined) {
        plan = this.#compile(operation, shape, variables);
        this.#plans.set(key, plan);
      }
      if (plan.kind === 'NOT_PLANNED') return plan;
      const { id, text, parts } = plan;
      return { kind: 'PLANNED', id, text, parts, values: plan.values(variables) };
    } catch (error) {
      // Resolvers report an invalid argument at the right path of the response.
      if (error instanceof NotPlannable || error instanceof GraphQLError) return notPlanned(error);
      throw error;
    }
  }

  #compile(
    operation: OperationDefinitionNode,
    shape: Shape,
    variables: Variables,
  ): NumberedPlan | NotPlanned {
    try {
      const plan = compile(this.#mapping, operation, shape.fragments, variables);
      this.#lastPlan += 1;
      return { kind: 'PLAN', id: this.#lastPlan, ...plan };
    } catch (error) {
      if (error instanceof NotPlannable && error.isLasting) return notPlanned(error);
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

const notPlanned = ({ message }: Error): NotPlanned => ({ kind: 'NOT_PLANNED', reason: message });

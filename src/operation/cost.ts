import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { conditionCount, type FilterValues } from '../fields/filter.js';
import { PAGE_SIZE } from '../fields/page-request.js';
import { EDGES_PER_NODE } from '../network/answers.js';
import { ListText } from '../network/list-texts.js';
import type { Tally } from '../network/list-text.js';
import { NODE_METRIC_FIELDS, NODE_METRICS, type NodeMetric } from '../network/metrics.js';
import {
  collect,
  type CollectedField,
  type Document,
  operationAsField,
} from '../planner/collect.js';
import type { Variables } from '../planner/values.js';
import { DEFAULT_WEIGHTS, WEIGHTS, type Weights } from './cost-weights.js';
import {
  LIST_SIZE,
  MEASURED,
  momentsOf,
  mostOf,
  OF_WHOLE,
  scaled,
  type HistoryArgs,
  type NetworkSize,
} from './network-cost.js';
import { firstOf } from '../domain/present.js';

export type { NetworkSize };

/** The points of one path in the operation. */
export interface PathCost {
  readonly path: string;
  readonly points: number;
}

/** The cost of one field and its contents. */
interface CostNode {
  readonly key: string;
  /** Once, regardless of the number of parents. */
  readonly once: number;
  /** Per parent. */
  readonly group: number;
  /** The maximum number of objects per parent. */
  readonly size: number;
  /** Per object, its plain values included. */
  readonly row: number;
  /** The fields of an object that have their own cost, for each possible type. */
  readonly variants: readonly (readonly CostNode[])[];
}

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** The surroundings of a field, which determine its maximum number of entries. */
interface Around {
  readonly args: Args;
  readonly weights: Weights;
}

/** Almost every tie has one period. */
const PERIODS_SIZE = 1;

/** The cost of an operation with the variables of one request: the maximum, and the actual cost of its response. */
export class OperationCost {
  readonly requested: number;
  readonly #roots: readonly CostNode[];

  constructor(roots: readonly CostNode[]) {
    this.#roots = roots;
    this.requested = points(requestedOf(roots, 1));
  }

  /** The paths with the highest cost, the costliest first. */
  costliest(count: number): PathCost[] {
    const found = new Map<string, number>();
    const visit = (nodes: readonly CostNode[], parents: number, path: readonly string[]): void => {
      for (const node of nodes) {
        const own = [...path, node.key];
        const known = found.get(own.join('.')) ?? 0;
        found.set(own.join('.'), Math.max(known, points(ownCost(node, parents))));
        for (const variant of node.variants) visit(variant, parents * node.size, own);
      }
    };
    visit(this.#roots, 1, []);
    return Array.from(found, ([path, cost]) => ({ path, points: cost }))
      .sort((left, right) => right.points - left.points)
      .slice(0, count);
  }

  /** The cost by the sizes of the lists in the response. */
  actual(data: unknown): number {
    if (data == null) return 0;
    return Math.min(points(actualOf(this.#roots, data)), this.requested);
  }
}

/** Capped at the largest safe integer, which is beyond every limit. */
function points(sum: number): number {
  // Corrects floating-point errors of sums of tenths.
  return Math.min(Math.ceil(sum - 1e-6), Number.MAX_SAFE_INTEGER);
}

function ownCost({ once, group, size, row }: CostNode, parents: number): number {
  return once + parents * (group + size * row);
}

function requestedOf(nodes: readonly CostNode[], parents: number): number {
  return nodes.reduce((sum, node) => {
    const inner = node.variants.map((variant) => requestedOf(variant, parents * node.size));
    return sum + ownCost(node, parents) + Math.max(0, ...inner);
  }, 0);
}

function actualOf(nodes: readonly CostNode[], parent: unknown): number {
  let sum = 0;
  for (const node of nodes) {
    const value = (parent as Readonly<Record<string, unknown>>)[node.key];
    // The object is not of the type on which this field was selected.
    if (value === undefined) continue;
    sum += node.once + node.group;
    if (node.size === 0 || value === null) continue;
    if (Array.isArray(value)) for (const entry of value) sum += actualRow(node, entry);
    else if (value instanceof ListText) sum += actualOfTally(node, value.tally);
    else sum += actualRow(node, value);
  }
  return sum;
}

/** The cost of objects that are only counted. */
function actualOfTally({ row, variants }: CostNode, { count, within }: Tally): number {
  const inner = variants.map((nodes) =>
    nodes.reduce((sum, node) => {
      const counted = within[node.key];
      const own = count * (node.once + node.group);
      return sum + own + (counted === undefined ? 0 : actualOfTally(node, counted));
    }, 0),
  );
  return count * row + Math.max(0, ...inner);
}

function actualRow({ row, variants }: CostNode, entry: unknown): number {
  if (variants.length === 0 || entry === null) return row;
  let most = 0;
  for (const variant of variants) most = Math.max(most, actualOf(variant, entry));
  return row + most;
}

/** Computes the cost before anything is read. Throws if graphql-js finds an invalid directive. */
export function costOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  network: NetworkSize | null = null,
): OperationCost {
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const compiler = new CostCompiler({ schema, fragments, variables }, network ?? MEASURED);
  try {
    const [roots = []] = compiler.variants([root], [operationAsField(operation)], {
      args: {},
      weights: {},
    }).variants;
    return new OperationCost(roots);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      nodes: error.nodes ?? null,
      extensions: { code: 'BAD_USER_INPUT', ...error.extensions },
    });
  }
}

class CostCompiler {
  readonly #document: Document;
  readonly #network: NetworkSize;

  constructor(document: Document, network: NetworkSize) {
    this.#document = document;
    this.#network = network;
  }

  /** The fields selected on an object of these possible types, and the cost of its plain values. */
  variants(
    types: readonly GraphQLObjectType[],
    nodes: readonly FieldNode[],
    around: Around,
  ): { readonly variants: readonly (readonly CostNode[])[]; readonly values: number } {
    const fields = collect(this.#document, types, nodes);
    const compiled = fields.map((field) => this.#field(field, around));
    // Types with the same selection share a variant.
    const variants = new Map<string, CostNode[]>();
    let values = 0;
    for (const type of types) {
      const own = fields.flatMap((field, at) => (field.types.has(type) ? [at] : []));
      const costs = own.flatMap((at) => compiled[at] ?? []);
      variants.set(own.join(), costs);
      values = Math.max(values, (own.length - costs.length) * DEFAULT_WEIGHTS.value);
    }
    const some = [...variants.values()].filter((variant) => variant.length > 0);
    return { variants: some, values };
  }

  /** What the metrics in the arguments cost, as fields of nodes do. */
  #metrics(args: Args): number {
    return metricsIn(args).reduce((sum, metric) => {
      const weights = WEIGHTS[`NetworkNode.${metric}`] ?? NO_WEIGHTS;
      return sum + (scaled(weights, this.#network, { isOfWhole: true }).once ?? 0);
    }, 0);
  }

  /** Null for a plain value. */
  #field({ key, types, nodes }: CollectedField, around: Around): CostNode | null {
    const [node] = nodes as readonly [FieldNode];
    const type = firstOf(types);
    const field = type.getFields()[node.name.value];
    if (field === undefined) return null;
    const args = argumentsOf(field, node, this.#document.variables);
    // Execution reports the invalid field and answers the others.
    if (args === null) return null;
    const isInNetwork = type.name.startsWith('Network') || named(type, field) === 'Query.network';
    const measured = weightsOf([...types], field, around);
    const isOfWhole = OF_WHOLE.has(type.name);
    const weights = isInNetwork
      ? scaled(measured, this.#network, { isOfWhole, isHistory: field.name === 'history' })
      : measured;
    const { group = 0, row = 0, filter = 0 } = weights;
    const once = (weights.once ?? 0) + (isOfWhole ? this.#metrics(args) : 0);
    const whole =
      group * shareOf(args) +
      filter * conditionCount(args.filter as FilterValues | null | undefined);
    const fieldType = getNamedType(field.type);
    if (isLeafType(fieldType)) {
      return measured === NO_WEIGHTS
        ? null
        : { key, once, group: whole, size: 0, row: 0, variants: [] };
    }
    const inner = isAbstractType(fieldType)
      ? this.#document.schema.getPossibleTypes(fieldType)
      : isObjectType(fieldType)
        ? [fieldType]
        : [];
    const { variants, values } = this.variants(inner, nodes, { args, weights });
    // The rows of a connection are counted at its `nodes` and `edges`.
    const own = isConnection(fieldType.name) ? 0 : row;
    const most = isInNetwork ? mostOf(fieldType.name, this.#network) : Infinity;
    const size = Math.min(sizeOf(field, args, around), most);
    return { key, once, group: whole, size, row: own + values, variants };
  }
}

const named = (type: GraphQLObjectType, { name }: Field) => `${type.name}.${name}`;

/** The metrics that nodes are ranked and filtered by, each once. */
function metricsIn({ by, orderBy, where }: Args): readonly NodeMetric[] {
  const bounds = (where ?? []) as readonly { readonly metric: string }[];
  const names = new Set([by, orderBy, ...bounds.map(({ metric }) => metric)]);
  return NODE_METRIC_FIELDS.filter((metric) => names.has(NODE_METRICS[metric].name));
}

/** Null if the arguments are invalid. */
function argumentsOf(field: Field, node: FieldNode, variables: Variables): Args | null {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

const NO_WEIGHTS: Weights = {};

/** The highest weights of a field among its possible types. */
function weightsOf(types: readonly GraphQLObjectType[], field: Field, around: Around): Weights {
  const named = types.flatMap((type) => weightsNamed(type, field.name) ?? []);
  const defaults = defaultsOf(field, around);
  if (named.length === 0) return defaults;
  const most = (part: keyof Weights) =>
    Math.max(...named.map((weights) => weights[part] ?? defaults[part] ?? 0));
  return {
    once: most('once'),
    group: most('group'),
    row: most('row'),
    ...(defaults.count !== undefined && { count: most('count') }),
    filter: most('filter'),
  };
}

function weightsNamed(type: GraphQLObjectType, field: string): Weights | undefined {
  return [type, ...type.getInterfaces()]
    .map(({ name }) => WEIGHTS[`${name}.${field}`])
    .find((weights) => weights !== undefined);
}

function defaultsOf({ name, type }: Field, { weights }: Around): Weights {
  const named = getNamedType(type);
  if (isConnection(named.name)) return DEFAULT_WEIGHTS.connection;
  // The fields of a page have the weights of their connection.
  if (weights.count !== undefined) {
    if (name === 'totalCount') return { group: weights.count };
    if (name === 'nodes' || name === 'edges') return { row: weights.row ?? 0 };
  }
  if (isLeafType(named)) return NO_WEIGHTS;
  // Money is built from columns of the surrounding row.
  if (named.name === 'Money') return { row: 0 };
  return isListType(getNullableType(type)) ? DEFAULT_WEIGHTS.list : DEFAULT_WEIGHTS.object;
}

const isConnection = (type: string) => type.endsWith('Connection');

/** The number of measures of grants. Weights are measured for all of them; fewer cost less, but the grants are searched once. */
const MEASURES = 5;

function shareOf({ measures }: Args): number {
  return measures == null ? 1 : (1 + (measures as []).length) / (1 + MEASURES);
}

/** The maximum number of objects of a field per parent. */
function sizeOf({ name, type }: Field, args: Args, around: Around): number {
  const nullable = getNullableType(type);
  if (isConnection(getNamedType(type).name) || !isListType(nullable)) return 1;
  const given = (argument: string) => args[argument] as number | undefined;
  const listed = (args.ids ?? args.representations) as readonly unknown[] | undefined;
  if (listed !== undefined) return listed.length;
  if (name === 'history') return momentsOf(args as Args & HistoryArgs);
  const own = given('first');
  if (own !== undefined) return Math.max(own, 0);
  if (around.weights.count !== undefined) return pageSize(around.args);
  if (name === 'periods') return PERIODS_SIZE;
  if (!['nodes', 'edges', 'links'].includes(name)) return LIST_SIZE;
  const { first = LIST_SIZE, through } = around.args as { first?: number; through?: [] };
  // Each column has its largest nodes and one for all others.
  const nodes = through === undefined ? first : (first + 1) * through.length;
  return Math.max(nodes, 0) * (name === 'nodes' ? 1 : EDGES_PER_NODE);
}

/** A size out of range is refused when the page is read, with a better message. */
function pageSize({ first, last }: Args): number {
  const size = (first ?? last ?? PAGE_SIZE.default) as number;
  return Math.min(Math.max(size, 0), PAGE_SIZE.max);
}

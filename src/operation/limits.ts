import { createRequire } from 'node:module';
import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  isListType,
  isLeafType,
  getNamedType,
  getNullableType,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { ComplexityEstimator, ComplexityEstimatorArgs } from 'graphql-query-complexity';
import type { Limits } from '../config.js';
import { ClientError } from '../errors.js';
import { PAGE_SIZE } from '../graph/page.js';
import { selectionOf, type Fragments } from '../graph/selection.js';
import { EDGES_PER_NODE } from '../network/shown.js';

/** Its ES modules bring a second graphql-js along, which knows nothing of our types. */
const { getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof import('graphql-query-complexity');

/** How large a document is, whatever its variables. Fragments count wherever they are spread. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, selections: 0 };

/** Fragments within fragments can make a short document huge; no honest one gets near. */
const MAX_SELECTIONS = 5000;

/** Refuses documents that are too deep or have too many aliases and the like, in one pass. */
export function documentLimits(limits: Limits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    Document(document) {
      const size = sizeOf(document);
      for (const [measure, limit] of [
        ['depth', limits.depth],
        ['aliases', limits.aliases],
        ['directives', limits.directives],
        ['selections', MAX_SELECTIONS],
      ] as const) {
        const value = size[measure];
        if (value <= limit) continue;
        const message =
          measure === 'depth'
            ? `The operation is ${value} levels deep; at most ${limit} are allowed. Ask for fewer levels at once.`
            : `The operation has ${value} ${measure}; at most ${limit} are allowed. Split it.`;
        context.reportError(new ClientError('QUERY_TOO_LARGE', message, { measure, limit, value }));
      }
    },
  });
}

function sizeOf(document: DocumentNode): Size {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const known = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    if (size !== undefined) return size;
    // A fragment inside itself is another rule's to refuse; here it only must come to an end.
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const found = fragment === undefined ? NOTHING : ofSelections(fragment.selectionSet);
    known.set(name, found);
    return found;
  };
  const ofSelections = ({ selections }: SelectionSetNode): Size =>
    selections.reduce((all, selection) => {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSelections(selection.selectionSet)
            : NOTHING;
      return together(all, {
        depth: inner.depth + (isField ? 1 : 0),
        aliases: inner.aliases + (isField && selection.alias ? 1 : 0),
        directives: inner.directives + (selection.directives?.length ?? 0),
        selections: inner.selections + 1,
      });
    }, NOTHING);
  return document.definitions
    .map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? ofSelections(definition.selectionSet)
        : NOTHING,
    )
    .reduce(together, NOTHING);
}

function together(left: Size, right: Size): Size {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: sum(left.aliases, right.aliases),
    directives: sum(left.directives, right.directives),
    selections: sum(left.selections, right.selections),
  };
}

/** Doubled often enough, a number is none any more. */
function sum(left: number, right: number): number {
  return Math.min(left + right, Number.MAX_SAFE_INTEGER);
}

/** Lists that are whole are short: what they count for is a guess at their length. */
const LIST_SIZE = 10;

/** For how many nodes the nodes and edges of a network are asked. */
type NodeLimits = ReadonlyMap<FieldNode, number>;

/**
 * What an operation can cost: one for each object that its answer can hold. A connection counts its
 * page, a list by ids its ids, the nodes of a network those it is limited to and its edges ten times
 * as many, any other list what is asked of it or else ten.
 */
const estimator =
  (nodeLimits: NodeLimits): ComplexityEstimator =>
  ({ field, node, args, childComplexity }: ComplexityEstimatorArgs) => {
    const type = getNullableType(field.type);
    if (isLeafType(getNamedType(type))) return 0;
    const page = (args.first ?? args.last ?? null) as number | null;
    if (getNamedType(type).name.endsWith('Connection')) {
      return 1 + inPage(page ?? PAGE_SIZE.default) * childComplexity;
    }
    const nodeLimit = nodeLimits.get(node);
    if (nodeLimit !== undefined) {
      const most = field.name === 'edges' ? nodeLimit * EDGES_PER_NODE : nodeLimit;
      return most * (1 + childComplexity);
    }
    if (field.name === 'edges' || field.name === 'nodes') {
      const ids = args.ids as readonly unknown[] | undefined;
      return ids === undefined ? 1 + childComplexity : ids.length * (1 + childComplexity);
    }
    const representations = args.representations as readonly unknown[] | undefined;
    if (representations !== undefined) return representations.length * (1 + childComplexity);
    if (!isListType(type)) return 1 + childComplexity;
    const limit = args.limit as number | undefined;
    const size = limit === undefined ? inPage(page ?? LIST_SIZE) : Math.max(limit, 0);
    return size * (1 + childComplexity);
  };

/** What is limited on a network or a neighbourhood, by the places where its parts are asked. */
function nodeLimitsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): NodeLimits {
  const limits = new Map<FieldNode, number>();
  const fragments: Fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const note = (
    type: string,
    field: string,
    asked: readonly FieldNode[],
    values: Readonly<Record<string, unknown>>,
  ): void => {
    const { [field]: definition } = (schema.getType(type) as GraphQLObjectType).getFields();
    if (definition === undefined) return;
    for (const node of asked) {
      const { limit } = getArgumentValues(definition, node, values) as { limit: number };
      const parts = selectionOf([node], fragments);
      for (const part of ['nodes', 'edges'].flatMap((name) => parts.get(name) ?? [])) {
        limits.set(part, Math.max(limit, limits.get(part) ?? 0));
      }
      note('Network', 'neighbourhood', parts.get('neighbourhood') ?? [], values);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
    if (coerced === undefined) continue;
    const root = selectionOf([definition as unknown as FieldNode], fragments);
    note('Query', 'network', root.get('network') ?? [], coerced);
  }
  return limits;
}

/** A size out of bounds is refused where the page is read, with better words. */
function inPage(size: number): number {
  return Math.min(Math.max(size, 0), PAGE_SIZE.max);
}

/** Before anything is read. What graphql-js finds wrong with an argument on the way is refused here. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | null,
): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      ...(operationName === null ? {} : { operationName }),
      estimators: [estimator(nodeLimitsOf(schema, document, variables))],
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      nodes: error.nodes ?? null,
      extensions: { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400 } },
    });
  }
}

export function refuseTooCostly(value: number, limit: number): void {
  if (value <= limit) return;
  throw new ClientError(
    'QUERY_TOO_COSTLY',
    `The operation can return ${value} objects; at most ${limit} are allowed. Ask for smaller pages or fewer levels at once.`,
    { measure: 'cost', limit, value, http: { status: 400 } },
  );
}

import { createRequire } from 'node:module';
import {
  isListType,
  isLeafType,
  getNamedType,
  getNullableType,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { ComplexityEstimator, ComplexityEstimatorArgs } from 'graphql-query-complexity';
import type { Limits } from './config.js';
import { ClientError } from './errors.js';
import { PAGE_SIZE } from './graph/page.js';

/** Its ES modules bring a second graphql-js along, which knows nothing of our types. */
const { getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof import('graphql-query-complexity');

/** How large a document is, whatever its variables. Fragments count wherever they are spread. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };

/** Refuses documents that are too deep or have too many aliases or directives, in one pass. */
export function documentLimits(limits: Limits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    Document(document) {
      const size = sizeOf(document);
      for (const [what, limit, remedy] of [
        ['depth', limits.depth, 'Ask for fewer levels at once.'],
        ['aliases', limits.aliases, 'Split the operation.'],
        ['directives', limits.directives, 'Split the operation.'],
      ] as const) {
        if (size[what] > limit) {
          context.reportError(
            new ClientError(
              'QUERY_TOO_LARGE',
              `The operation has ${what === 'depth' ? 'a depth of' : `${what}:`} ${String(size[what])}; at most ${String(limit)} ${what === 'depth' ? 'is' : 'are'} allowed. ${remedy}`,
              { limit, [what]: size[what] },
            ),
          );
        }
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
  const ofSelections = ({ selections }: SelectionSetNode): Size => {
    const all = { depth: 0, aliases: 0, directives: 0 };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSelections(selection.selectionSet)
            : NOTHING;
      all.depth = Math.max(all.depth, inner.depth + (isField ? 1 : 0));
      all.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      all.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return all;
  };
  return document.definitions
    .map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? ofSelections(definition.selectionSet)
        : NOTHING,
    )
    .reduce(
      (left, right) => ({
        depth: Math.max(left.depth, right.depth),
        aliases: left.aliases + right.aliases,
        directives: left.directives + right.directives,
      }),
      NOTHING,
    );
}

/** Lists that are whole are short: what they count for is a guess at their length. */
const LIST_SIZE = 10;

/**
 * What an operation can cost: one for each object that its answer can hold. A connection counts its
 * page, a list by ids its ids, any other list ten.
 */
const estimate: ComplexityEstimator = ({
  field,
  args,
  childComplexity,
}: ComplexityEstimatorArgs) => {
  const type = getNullableType(field.type);
  if (isLeafType(getNamedType(type))) return 0;
  if (getNamedType(type).name.endsWith('Connection')) {
    const size = (args.first ?? args.last ?? PAGE_SIZE.default) as number;
    return 1 + Math.min(Math.max(size, 0), PAGE_SIZE.max) * childComplexity;
  }
  if (field.name === 'edges' || field.name === 'nodes') {
    const ids = args.ids as readonly unknown[] | undefined;
    return ids === undefined ? 1 + childComplexity : ids.length * (1 + childComplexity);
  }
  const representations = args.representations as readonly unknown[] | undefined;
  if (representations !== undefined) return representations.length * (1 + childComplexity);
  return isListType(type) ? LIST_SIZE * (1 + childComplexity) : 1 + childComplexity;
};

export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): number {
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    ...(operationName === undefined ? {} : { operationName }),
    estimators: [estimate],
  });
}

export function refuseTooCostly(cost: number, limit: number): void {
  if (cost <= limit) return;
  throw new ClientError(
    'QUERY_TOO_COSTLY',
    `The operation can return ${String(cost)} objects; at most ${String(limit)} are allowed. Ask for smaller pages or fewer levels at once.`,
    { cost: { requested: cost, limit } },
  );
}

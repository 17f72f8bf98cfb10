import {
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Limits } from '../config.js';
import { ClientError } from '../errors.js';
import type { OperationCost } from './cost.js';

/** The size of a document, independent of its variables. A fragment counts each time it is spread. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, selections: 0 };

/** Nested fragments can make a short document huge; real operations have far fewer selections. */
const MAX_SELECTIONS = 5000;

/** Refuses documents with too many levels, aliases, directives or selections, in one pass. */
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
            ? `The operation has ${value} levels; the maximum is ${limit}. Request fewer levels at once.`
            : `The operation has ${value} ${measure}; the maximum is ${limit}. Split it into several operations.`;
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
    // Another rule refuses a fragment that contains itself; here the recursion only has to end.
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

/** Nested fragments can double a number beyond what is exact. */
function sum(left: number, right: number): number {
  return Math.min(left + right, Number.MAX_SAFE_INTEGER);
}

/** How many of the costliest paths the message names. */
const NAMED_PATHS = 3;

export function refuseTooCostly(cost: OperationCost, limit: number): void {
  const { requested: value } = cost;
  if (value <= limit) return;
  const costliest = cost.costliest(NAMED_PATHS);
  const named = costliest.map(({ path, points }) => `${path} (${points})`).join(', ');
  throw new ClientError(
    'QUERY_TOO_COSTLY',
    `The operation can cost ${value} points; the maximum is ${limit}. Request smaller pages or fewer levels at once. Highest cost: ${named}.`,
    { measure: 'cost', limit, value, costliest },
  );
}

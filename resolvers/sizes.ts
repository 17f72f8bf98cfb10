import { badInput } from '../src/errors.js';

/** How long a list without pages is: what it is when nobody says, and at most. */
export interface ListSize {
  readonly default: number;
  readonly max: number;
}

/** The same for all lists without pages. Connections have pages of their own (`src/graph/page.ts`). */
const LIST_SIZE: ListSize = { default: 20, max: 1000 };
/** What is drawn: nodes, and with each of them up to ten edges. */
export const DRAWN_SIZE: ListSize = { default: 100, max: 5000 };

/** An argument `first`; `what` says of what, and what comes first. */
export function sizeArgument(what: string, { default: size, max }: ListSize = LIST_SIZE) {
  return {
    defaultValue: size,
    description: `${what} (default ${String(size)}, maximum ${String(max)}).`,
  };
}

export function refuseSize(first: number, { max }: ListSize = LIST_SIZE): void {
  if (first >= 1 && first <= max) return;
  throw badInput(
    `'first' must be between 1 and ${String(max)}; got ${String(first)}. For more, narrow the filter or use an export.`,
    ['first'],
  );
}

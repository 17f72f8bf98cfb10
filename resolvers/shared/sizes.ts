import { badInput } from '../../src/errors.js';

/** The default and maximum size of a list without pages. */
export interface ListSize {
  readonly default: number;
  readonly max: number;
}

/** The sizes of lists without pages. Connections have their own limits (`src/fields/page-request.ts`). */
export const LIST_SIZE: ListSize = { default: 20, max: 1000 };
/** The sizes of networks to draw: nodes, and up to ten edges for each. */
export const DRAWN_SIZE: ListSize = { default: 100, max: 5000 };

/** An argument `first`; `what` describes the entries and their order. */
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

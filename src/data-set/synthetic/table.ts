import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** The rows of one table, and their number without making them. */
export interface Table {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly count: () => number;
  readonly rows: () => Iterable<ObjectLiteral>;
}

/**
 * A table of rows that belong to parents 0, 1, …; each parent decides its number of rows. The arguments
 * of `make` are the parent, the child of the parent from 0, and the row of the table from 0.
 */
export function table<Row extends ObjectLiteral>(
  entity: EntityTarget<Row>,
  parents: number,
  childrenOf: (parent: number) => number,
  make: (parent: number, child: number, row: number) => Partial<Row>,
): Table {
  return {
    entity,
    count: () => {
      let count = 0;
      for (let parent = 0; parent < parents; parent++) count += childrenOf(parent);
      return count;
    },
    *rows() {
      let row = 0;
      for (let parent = 0; parent < parents; parent++) {
        const children = childrenOf(parent);
        for (let child = 0; child < children; child++) yield make(parent, child, row++);
      }
    },
  };
}

/** For a table with one row for each parent. */
export const one = () => 1;

import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** The rows of one table, and how many there are without making them. */
export interface Table {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly count: () => number;
  readonly rows: () => Iterable<ObjectLiteral>;
}

/**
 * A table of rows that belong to parents 0, 1, … in a number that each parent decides by itself.
 * `make` is called in this order: parent, child of the parent from 0 on, row of the table from 0 on.
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

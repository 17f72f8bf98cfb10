import { graphOf } from '../../src/network/build-graph.js';
import type { Graph } from '../../src/network/graph.js';
import type { NetworkTieKind } from '../../src/network/tie-kinds.js';

/** Builds a graph from ties that are added one by one, each of a record of its own. */
export class GraphBuilder {
  readonly #order: number;
  readonly #weightOf: Readonly<Record<NetworkTieKind, number>>;
  readonly #ties: (readonly [
    a: number,
    b: number,
    kind: number,
    row: number,
    from: number,
    to: number,
  ])[] = [];

  constructor(order: number, weightOf: Readonly<Record<NetworkTieKind, number>>) {
    this.#order = order;
    this.#weightOf = weightOf;
  }

  add(a: number, b: number, kind: number, row: number, from: number, to: number): void {
    this.#ties.push([a, b, kind, row, from, to]);
  }

  build(isDirected = false): Graph {
    const column = (index: 0 | 1 | 2 | 3 | 4 | 5) =>
      Int32Array.from(this.#ties, (tie) => tie[index]);
    const from = column(4);
    return graphOf(
      this.#order,
      {
        length: this.#ties.length,
        a: column(0),
        b: column(1),
        kind: column(2),
        row: column(3),
        record: Int32Array.from(this.#ties.keys()),
        from,
        to: column(5),
        undated: from.map((day) => Number(day === 0)),
      },
      { ofKind: this.#weightOf, amounts: null, isFractional: false, parties: null },
      isDirected,
    );
  }
}

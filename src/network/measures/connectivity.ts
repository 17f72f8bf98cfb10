import type { Graph } from '../graph.js';

/** What holds a network together; directions are ignored. */
export interface WeakPoints {
  /** The edges whose removal would disconnect nodes, ascending. */
  readonly bridges: Int32Array;
  /** The nodes whose removal would disconnect other nodes, ascending. */
  readonly articulationPoints: Int32Array;
}

const NONE = -1;

/** Bridges and articulation points (Tarjan), without recursion, because paths can have as many nodes as the network. */
export function weakPointsOf({ order, size, offsets, neighbours, edges }: Graph): WeakPoints {
  /** The number of each node in the order of the search, and the lowest that it or a node below it has an edge to. */
  const [numbers, lowest] = [new Int32Array(order).fill(NONE), new Int32Array(order)];
  const [path, edgeTo] = [new Int32Array(order), new Int32Array(order)];
  const nextSlot = Int32Array.from(offsets);
  const [isBridge, isArticulation] = [new Uint8Array(size), new Uint8Array(order)];
  let number = 0;
  for (let root = 0; root < order; root += 1) {
    if (numbers[root] !== NONE) continue;
    let [depth, branches] = [0, 0];
    path[0] = root;
    edgeTo[0] = NONE;
    numbers[root] = lowest[root] = number++;
    while (depth >= 0) {
      const node = path[depth] as number;
      const slot = nextSlot[node] as number;
      if (slot < (offsets[node + 1] as number)) {
        nextSlot[node] = slot + 1;
        const other = neighbours[slot] as number;
        const known = numbers[other] as number;
        if (known === NONE) {
          depth += 1;
          path[depth] = other;
          edgeTo[depth] = edges[slot] as number;
          numbers[other] = lowest[other] = number++;
          if (node === root) branches += 1;
        } else if (edges[slot] !== edgeTo[depth]) {
          lowest[node] = Math.min(lowest[node] as number, known);
        }
        continue;
      }
      depth -= 1;
      if (depth < 0) break;
      const above = path[depth] as number;
      const reached = lowest[node] as number;
      lowest[above] = Math.min(lowest[above] as number, reached);
      if (reached > (numbers[above] as number)) isBridge[edgeTo[depth + 1] as number] = 1;
      if (above !== root && reached >= (numbers[above] as number)) isArticulation[above] = 1;
    }
    if (branches > 1) isArticulation[root] = 1;
  }
  return { bridges: indexesOf(isBridge), articulationPoints: indexesOf(isArticulation) };
}

function indexesOf(flags: Uint8Array): Int32Array {
  return Int32Array.from(flags.keys()).filter((index) => flags[index] === 1);
}

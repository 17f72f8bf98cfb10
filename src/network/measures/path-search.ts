import type { Adjacency } from './adjacency.js';
import { Dijkstra, isShortest, lengthsOf } from './lengths.js';

/**
 * The shortest paths from one node, in terms of the places of nodes in the order in which they are reached: the next
 * steps of the node at place p are at starts[p] to starts[p + 1]. Places instead of nodes keep memory accesses close.
 */
interface Paths {
  readonly visited: Int32Array;
  readonly starts: Int32Array;
  readonly nextSteps: Int32Array;
  /** The number of shortest paths to each; as a floating-point number, since 32 bits are too few. */
  readonly counts: Float64Array;
  /** The distance of each. */
  readonly distances: Float64Array;
  /** A scratch: what each path to the node adds to the nodes before. */
  readonly shares: Float64Array;
  readonly count: number;
}

/**
 * Brandes' accumulation, from the last node to the first: adds the fractions of the paths that pass through each node.
 * @param sizes How many nodes each node stands for as an end
 * @param sources How many nodes the first node stands for
 */
export function addDependencies(
  { visited, starts, nextSteps, counts, shares, count }: Paths,
  sizes: Float64Array,
  sources: number,
  through: Float64Array,
): void {
  for (let place = count - 1; place > 0; place -= 1) {
    const node = visited[place] as number;
    const paths = counts[place] as number;
    const end = starts[place + 1] as number;
    let sum = 0;
    for (let index = starts[place] as number; index < end; index += 1) {
      sum += shares[nextSteps[index] as number] as number;
    }
    const dependency = paths * sum;
    shares[place] = ((sizes[node] as number) + dependency) / paths;
    if (sum !== 0) through[node] = (through[node] as number) + sources * dependency;
  }
}

/** Shortest paths by the number of steps (breadth-first search). */
export class StepSearch implements Paths {
  readonly #adjacency: Adjacency;
  /** The place of each node that the search has reached; -1 between searches. */
  readonly #placeOf: Int32Array;
  readonly visited: Int32Array;
  readonly starts: Int32Array;
  readonly nextSteps: Int32Array;
  readonly counts: Float64Array;
  readonly distances: Float64Array;
  readonly shares: Float64Array;
  count = 0;

  constructor(adjacency: Adjacency) {
    const order = adjacency.offsets.length - 1;
    this.#adjacency = adjacency;
    this.#placeOf = new Int32Array(order).fill(-1);
    this.visited = new Int32Array(order);
    this.starts = new Int32Array(order + 1);
    this.nextSteps = new Int32Array(adjacency.others.length + 1);
    this.counts = new Float64Array(order);
    this.distances = new Float64Array(order);
    this.shares = new Float64Array(order);
  }

  run(source: number): void {
    const { offsets, others } = this.#adjacency;
    const [placeOf, visited, starts] = [this.#placeOf, this.visited, this.starts];
    const [nextSteps, counts, distances] = [this.nextSteps, this.counts, this.distances];
    placeOf[source] = 0;
    visited[0] = source;
    counts[0] = 1;
    let [count, steps] = [1, 0];
    for (let [place, levelEnd, level] = [0, 1, 0]; place < count; level += 1) {
      for (; place < levelEnd; place += 1) {
        const node = visited[place] as number;
        const paths = counts[place] as number;
        starts[place] = steps;
        distances[place] = level;
        const end = offsets[node + 1] as number;
        for (let slot = offsets[node] as number; slot < end; slot += 1) {
          const other = others[slot] as number;
          let next = placeOf[other] as number;
          if (next < 0) {
            next = count++;
            placeOf[other] = next;
            visited[next] = other;
            counts[next] = 0;
          }
          // Keeps it if it is beyond this level. A processor cannot predict that, so it is not a condition.
          nextSteps[steps] = next;
          steps += (levelEnd - 1 - next) >>> 31;
        }
        for (let index = starts[place] as number; index < steps; index += 1) {
          const next = nextSteps[index] as number;
          counts[next] = (counts[next] as number) + paths;
        }
      }
      levelEnd = count;
    }
    starts[count] = steps;
    this.count = count;
    for (let place = 0; place < count; place += 1) placeOf[visited[place] as number] = -1;
  }
}

/** Shortest paths by the lengths of arcs. */
export class WeightedSearch implements Paths {
  readonly #adjacency: Adjacency;
  readonly #lengths: Float64Array;
  readonly #dijkstra: Dijkstra;
  readonly visited: Int32Array;
  readonly starts: Int32Array;
  readonly nextSteps: Int32Array;
  readonly counts: Float64Array;
  readonly distances: Float64Array;
  readonly shares: Float64Array;
  count = 0;

  constructor(adjacency: Adjacency) {
    const order = adjacency.offsets.length - 1;
    this.#adjacency = adjacency;
    this.#lengths = lengthsOf(adjacency);
    this.#dijkstra = new Dijkstra(adjacency, this.#lengths);
    this.visited = this.#dijkstra.visited;
    this.starts = new Int32Array(order + 1);
    this.nextSteps = new Int32Array(adjacency.others.length);
    this.counts = new Float64Array(order);
    this.distances = new Float64Array(order);
    this.shares = new Float64Array(order);
  }

  run(source: number): void {
    const dijkstra = this.#dijkstra;
    dijkstra.run(source);
    const { distances: far, placeOf, visited, count } = dijkstra;
    const { offsets, others } = this.#adjacency;
    const [lengths, starts, nextSteps] = [this.#lengths, this.starts, this.nextSteps];
    const [counts, distances] = [this.counts, this.distances];
    counts.fill(0, 0, count);
    counts[0] = 1;
    let steps = 0;
    for (let place = 0; place < count; place += 1) {
      const node = visited[place] as number;
      const distance = far[node] as number;
      const paths = counts[place] as number;
      starts[place] = steps;
      distances[place] = distance;
      const end = offsets[node + 1] as number;
      for (let slot = offsets[node] as number; slot < end; slot += 1) {
        const other = others[slot] as number;
        const next = placeOf[other] as number;
        if (next <= place) continue;
        if (!isShortest(distance + (lengths[slot] as number), far[other] as number)) continue;
        counts[next] = (counts[next] as number) + paths;
        nextSteps[steps++] = next;
      }
    }
    starts[count] = steps;
    this.count = count;
  }
}

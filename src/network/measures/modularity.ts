import type { Random } from '../../domain/random.js';
import { strengthsOf, type Adjacency } from './adjacency.js';

/**
 * Partitions of a network with high modularity: Louvain (Blondel et al. 2008) and Leiden (Traag, Waltman and van Eck,
 * "From Louvain to Leiden", Scientific Reports 9, 2019), which shares its first phase and adds a refinement. Our own
 * code, because libraries for Node work on graphs of objects: to convert a large graph takes longer than to divide it.
 */
export type CommunityMethod = 'LEIDEN' | 'LOUVAIN';

/** Nodes are groups of nodes of the level below. Edges within a node count in its strength only. */
interface Level extends Adjacency {
  readonly strengths: Float64Array;
}

/** How far the refinement departs from the best choice, in mean edge weights. The paper's value. */
const RANDOMNESS = 0.01;
/** Sums of weights that differ by less, relative to the strength of the node, are equal. */
const TOLERANCE = 1e-12;
/** Leiden starts again from its result until that no longer improves it. */
const MAX_ROUNDS = 10;
const MIN_IMPROVEMENT = 1e-7;

/** A community for each node; the numbers are below the number of nodes, without gaps. */
export function partition(
  adjacency: Adjacency,
  method: CommunityMethod,
  resolution: number,
  random: Random,
): Int32Array {
  const base: Level = { ...adjacency, strengths: strengthsOf(adjacency) };
  const search = new Search(base, resolution, random);
  const start = Int32Array.from({ length: base.strengths.length }, (_, node) => node);
  if (method === 'LOUVAIN') return search.pass(start, false);
  let labels = search.pass(start, true);
  let reached = modularityOf(base, labels, resolution);
  for (let round = 1; round < MAX_ROUNDS; round += 1) {
    const next = search.pass(labels, true);
    const modularity = modularityOf(base, next, resolution);
    if (modularity > reached) labels = next;
    if (modularity < reached + MIN_IMPROVEMENT) break;
    reached = modularity;
  }
  return connectedParts(base, labels);
}

/** The fraction of the weight within communities, minus the expected one times the resolution. */
export function modularityOf(adjacency: Adjacency, labels: Int32Array, resolution: number): number {
  const { offsets, others, weights } = adjacency;
  const strengths = new Float64Array(labels.length);
  let [within, total] = [0, 0];
  for (let node = 0; node < labels.length; node += 1) {
    const own = labels[node] as number;
    let strength = 0;
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      const weight = weights[slot] as number;
      strength += weight;
      if (labels[others[slot] as number] === own) within += weight;
    }
    strengths[own] = (strengths[own] as number) + strength;
    total += strength;
  }
  let expected = 0;
  for (const strength of strengths) expected += (strength / total) ** 2;
  return within / total - resolution * expected;
}

class Search {
  readonly #base: Level;
  readonly #random: Random;
  /** The resolution divided by the sum of all strengths. */
  readonly #factor: number;
  /** A difference of gains that makes a choice e times as likely. */
  readonly #temperature: number;
  /** The weight of the edges from the current node to each community; all are 0 between nodes. */
  readonly #toward: Float64Array;
  readonly #touched: Int32Array;
  readonly #totals: Float64Array;
  readonly #counts: Int32Array;
  readonly #queue: Int32Array;
  readonly #isQueued: Uint8Array;
  /** The memory of one phase, which is used again in the next. */
  readonly #outward: Float64Array;
  readonly #likely: Float64Array;
  readonly #others: Int32Array;
  readonly #weights: Float64Array;

  constructor(base: Level, resolution: number, random: Random) {
    const order = base.strengths.length;
    const total = base.strengths.reduce((sum, strength) => sum + strength, 0);
    this.#base = base;
    this.#random = random;
    this.#factor = resolution / total;
    this.#temperature = (RANDOMNESS * total) / base.others.length;
    this.#toward = new Float64Array(order);
    this.#touched = new Int32Array(order);
    this.#totals = new Float64Array(order);
    this.#counts = new Int32Array(order);
    this.#queue = new Int32Array(order);
    this.#isQueued = new Uint8Array(order);
    this.#outward = new Float64Array(order);
    this.#likely = new Float64Array(order);
    this.#others = new Int32Array(base.others.length);
    this.#weights = new Float64Array(base.others.length);
  }

  /** Improves the partition: moves nodes, then moves groups of nodes, and groups of groups, until nothing moves. */
  pass(start: Int32Array, isRefined: boolean): Int32Array {
    let level = this.#base;
    let labels: Int32Array = Int32Array.from(start);
    const memberOf = Int32Array.from(start.keys());
    for (;;) {
      this.#moveNodes(level, labels);
      const count = renumber(labels);
      if (count === labels.length) return through(memberOf, labels);
      let groups = labels;
      let groupCount = count;
      if (isRefined) {
        const refined = this.#refine(level, labels, count);
        const refinedCount = renumber(refined);
        // If the refinement joins no nodes, continue with the communities themselves.
        if (refinedCount < labels.length) [groups, groupCount] = [refined, refinedCount];
      }
      const next = new Int32Array(groupCount);
      for (let node = 0; node < groups.length; node += 1) {
        next[groups[node] as number] = labels[node] as number;
      }
      through(memberOf, groups);
      level = this.#aggregate(level, groups, groupCount);
      labels = next;
    }
  }

  /** Moves each node to the community with the highest gain; after a move, its neighbors are visited again. */
  #moveNodes({ offsets, others, weights, strengths }: Level, labels: Int32Array): void {
    const order = labels.length;
    const [factor, toward, touched] = [this.#factor, this.#toward, this.#touched];
    const [totals, counts, isQueued] = [this.#totals, this.#counts, this.#isQueued];
    const queue = this.#shuffled(order);
    totals.fill(0, 0, order);
    counts.fill(0, 0, order);
    isQueued.fill(1, 0, order);
    for (let node = 0; node < order; node += 1) {
      const own = labels[node] as number;
      totals[own] = (totals[own] as number) + (strengths[node] as number);
      counts[own] = (counts[own] as number) + 1;
    }
    let empty = 0;
    for (let [place, waiting] = [0, order]; waiting > 0; waiting -= 1) {
      const node = queue[place] as number;
      place = place + 1 === order ? 0 : place + 1;
      isQueued[node] = 0;
      const [first, end] = [offsets[node] as number, offsets[node + 1] as number];
      const own = labels[node] as number;
      let found = 0;
      for (let slot = first; slot < end; slot += 1) {
        const community = labels[others[slot] as number] as number;
        const before = toward[community] as number;
        if (before === 0) touched[found++] = community;
        toward[community] = before + (weights[slot] as number);
      }
      const strength = strengths[node] as number;
      const expected = factor * strength;
      totals[own] = (totals[own] as number) - strength;
      let best = own;
      let gain = (toward[own] as number) - expected * totals[own];
      gain += TOLERANCE * strength;
      for (let index = 0; index < found; index += 1) {
        const community = touched[index] as number;
        const other = (toward[community] as number) - expected * (totals[community] as number);
        toward[community] = 0;
        if (other <= gain || community === own) continue;
        best = community;
        gain = other;
      }
      if (gain < 0 && (counts[own] as number) > 1) {
        // Alone is better than with any neighbor.
        while ((counts[empty] as number) > 0) empty = empty + 1 === order ? 0 : empty + 1;
        best = empty;
      }
      totals[best] = (totals[best] as number) + strength;
      if (best === own) continue;
      counts[own] = (counts[own] as number) - 1;
      counts[best] = (counts[best] as number) + 1;
      labels[node] = best;
      for (let slot = first; slot < end; slot += 1) {
        const other = others[slot] as number;
        if (isQueued[other] === 1 || labels[other] === best) continue;
        isQueued[other] = 1;
        const last = place + waiting - 1;
        queue[last < order ? last : last - order] = other;
        waiting += 1;
      }
    }
  }

  /**
   * Divides each community into well-connected parts: joins single nodes to parts at random, those with a higher gain
   * more often. Only neighbors are joined, so that each part is connected.
   */
  #refine(level: Level, labels: Int32Array, count: number): Int32Array {
    const { offsets, others, weights, strengths } = level;
    const order = labels.length;
    const [factor, toward, touched] = [this.#factor, this.#toward, this.#touched];
    const [totals, counts] = [this.#totals, this.#counts];
    const ofCommunity = new Float64Array(count);
    /** The weight of the edges from each part to the rest of its community. */
    const outward = this.#outward;
    for (let node = 0; node < order; node += 1) {
      const own = labels[node] as number;
      ofCommunity[own] = (ofCommunity[own] as number) + (strengths[node] as number);
      let sum = 0;
      for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
        if (labels[others[slot] as number] === own) sum += weights[slot] as number;
      }
      outward[node] = sum;
    }
    totals.set(strengths);
    counts.fill(1, 0, order);
    const parts = Int32Array.from(labels.keys());
    const likely = this.#likely;
    const temperature = this.#temperature;
    const nodes = this.#shuffled(order);
    for (let place = 0; place < order; place += 1) {
      const node = nodes[place] as number;
      if (parts[node] !== node || counts[node] !== 1) continue;
      const own = labels[node] as number;
      const [strength, all] = [strengths[node] as number, ofCommunity[own] as number];
      const slack = TOLERANCE * all;
      // It is alone, and not well connected to the rest of its community.
      if ((outward[node] as number) + slack < factor * strength * (all - strength)) continue;
      let found = 0;
      for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
        const other = others[slot] as number;
        if (labels[other] !== own) continue;
        const part = parts[other] as number;
        const before = toward[part] as number;
        if (before === 0) touched[found++] = part;
        toward[part] = before + (weights[slot] as number);
      }
      // To stay alone has no gain.
      let best = 0;
      for (let index = 0; index < found; index += 1) {
        const part = touched[index] as number;
        const total = totals[part] as number;
        const gain = (toward[part] as number) - factor * strength * total;
        const isWellConnected =
          gain >= 0 && (outward[part] as number) + slack >= factor * total * (all - total);
        likely[index] = isWellConnected ? gain : -1;
        if (isWellConnected && gain > best) best = gain;
      }
      const alone = chance(-best / temperature);
      let sum = alone;
      for (let index = 0; index < found; index += 1) {
        const gain = likely[index] as number;
        if (gain >= 0) sum += chance((gain - best) / temperature);
        likely[index] = gain >= 0 ? sum : -1;
      }
      const drawn = this.#random.fraction() * sum;
      let chosen = node;
      if (drawn >= alone) {
        for (let index = 0; index < found && chosen === node; index += 1) {
          if (drawn < (likely[index] as number)) chosen = touched[index] as number;
        }
      }
      if (chosen !== node) {
        parts[node] = chosen;
        counts[node] = 0;
        counts[chosen] = (counts[chosen] as number) + 1;
        totals[chosen] = (totals[chosen] as number) + strength;
        outward[chosen] =
          (outward[chosen] as number) + (outward[node] as number) - 2 * (toward[chosen] as number);
      }
      for (let index = 0; index < found; index += 1) toward[touched[index] as number] = 0;
    }
    return parts;
  }

  /** The level whose nodes are the groups. */
  #aggregate(level: Level, groups: Int32Array, count: number): Level {
    const [toward, touched] = [this.#toward, this.#touched];
    const { starts, members } = membersOf(groups, count);
    const offsets = new Int32Array(count + 1);
    const [others, weights] = [this.#others, this.#weights];
    const strengths = new Float64Array(count);
    let size = 0;
    for (let group = 0; group < count; group += 1) {
      let [found, strength] = [0, 0];
      for (let at = starts[group] as number; at < (starts[group + 1] as number); at += 1) {
        const node = members[at] as number;
        strength += level.strengths[node] as number;
        const end = level.offsets[node + 1] as number;
        for (let slot = level.offsets[node] as number; slot < end; slot += 1) {
          const other = groups[level.others[slot] as number] as number;
          if (other === group) continue;
          const before = toward[other] as number;
          if (before === 0) touched[found++] = other;
          toward[other] = before + (level.weights[slot] as number);
        }
      }
      for (let index = 0; index < found; index += 1) {
        const other = touched[index] as number;
        others[size] = other;
        weights[size] = toward[other] as number;
        toward[other] = 0;
        size += 1;
      }
      strengths[group] = strength;
      offsets[group + 1] = size;
    }
    return {
      offsets,
      others: others.slice(0, size),
      weights: weights.slice(0, size),
      strengths,
    };
  }

  /** The numbers below the order, shuffled, in the queue's memory. */
  #shuffled(order: number): Int32Array {
    const list = this.#queue.subarray(0, order);
    for (let place = 0; place < order; place += 1) list[place] = place;
    for (let place = order - 1; place > 0; place -= 1) {
      const other = this.#random.below(place + 1);
      const kept = list[place] as number;
      list[place] = list[other] as number;
      list[other] = kept;
    }
    return list;
  }
}

/** Below it, e to the power of the exponent changes no sum with 1 in it. */
const MIN_EXPONENT = -40;
const chance = (exponent: number) => (exponent < MIN_EXPONENT ? 0 : Math.exp(exponent));

/** Replaces each number by the one at its place in the list. */
function through(places: Int32Array, list: Int32Array): Int32Array {
  for (let index = 0; index < places.length; index += 1) {
    places[index] = list[places[index] as number] as number;
  }
  return places;
}

/** The nodes of each group: those of group g are at starts[g] to starts[g + 1]. */
function membersOf(groups: Int32Array, count: number) {
  const starts = new Int32Array(count + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < count; group += 1) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  const next = starts.slice();
  const members = new Int32Array(groups.length);
  for (let node = 0; node < groups.length; node += 1) {
    const group = groups[node] as number;
    members[next[group] as number] = node;
    next[group] = (next[group] as number) + 1;
  }
  return { starts, members };
}

/** Renumbers labels in the order of their first node, in place; returns their number. */
export function renumber(labels: Int32Array): number {
  const numberOf = new Int32Array(labels.length).fill(-1);
  let count = 0;
  for (let node = 0; node < labels.length; node += 1) {
    const label = labels[node] as number;
    if (numberOf[label] === -1) numberOf[label] = count++;
    labels[node] = numberOf[label] as number;
  }
  return count;
}

/** Splits communities that are not connected, which raises the modularity: the last moves can have left such ones. */
function connectedParts({ offsets, others }: Adjacency, labels: Int32Array): Int32Array {
  const parts = new Int32Array(labels.length).fill(-1);
  const open = new Int32Array(labels.length);
  let count = 0;
  for (let start = 0; start < labels.length; start += 1) {
    if (parts[start] !== -1) continue;
    parts[start] = count;
    open[0] = start;
    for (let waiting = 1; waiting > 0;) {
      waiting -= 1;
      const node = open[waiting] as number;
      for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
        const other = others[slot] as number;
        if (parts[other] !== -1 || labels[other] !== labels[node]) continue;
        parts[other] = count;
        open[waiting] = other;
        waiting += 1;
      }
    }
    count += 1;
  }
  return parts;
}

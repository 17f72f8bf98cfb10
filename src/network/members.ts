import type { NetworkData } from './answers.js';
import type { Communities } from './measures/communities.js';
import { weightAt, at, numbers, numbersFrom, type Numbers } from './shared-arrays.js';
import { NONE } from './snapshot.js';

/** Communities with the members of each: those of community c are at offsets[c] to offsets[c + 1]. */
export interface CommunityMembers {
  readonly labels: Numbers;
  readonly sizes: Numbers;
  readonly modularity: number | null;
  readonly offsets: Numbers;
  /** The most central first, by PageRank. */
  readonly members: Numbers;
}

export function withMembers(
  { labels, sizes, modularity }: Communities,
  pageRank: Float64Array,
): CommunityMembers {
  const byRank = Array.from(labels.keys()).sort(
    (left, right) => weightAt(pageRank, right) - weightAt(pageRank, left) || left - right,
  );
  const offsets = numbers(sizes.length + 1);
  sizes.forEach((size, community) => (offsets[community + 1] = at(offsets, community) + size));
  const members = numbers(labels.length);
  const next = Int32Array.from(offsets);
  for (const node of byRank) {
    const community = at(labels, node);
    members[at(next, community)] = node;
    next[community] = at(next, community) + 1;
  }
  return { labels: numbersFrom(labels), sizes: numbersFrom(sizes), modularity, offsets, members };
}

/** The communities of another network: those of its nodes, and where the nodes are in the snapshot. */
export interface OtherCommunities {
  readonly before: Numbers;
  readonly places: Numbers;
}

/** For each node, the number of its community in the other network, from 1; `NONE` if it was not there. */
export function numbersBefore(
  { nodes }: NetworkData,
  { before, places }: OtherCommunities,
): Int32Array {
  const numberAt = new Map<number, number>();
  places.forEach((place, node) => numberAt.set(place, at(before, node) + 1));
  return Int32Array.from(nodes.places, (place) => numberAt.get(place) ?? NONE);
}

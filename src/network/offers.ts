import type { NetworkData } from './answers.js';
import { listsOf, organizationOf, type Lists } from './snapshot.js';
import { itemAt } from '../domain/present.js';

/** Two nodes where one needs what the other offers. */
export interface OfferMatch {
  readonly low: number;
  readonly high: number;
  readonly needId: string;
  readonly offerId: string;
}

/** Offers are open until further notice if they have this end. */
const OPEN_END = 99_999_999;

/** Matches offers and needs that are open in the period of the network, in the same or a nested sector. */
export function offerMatches({
  snapshot,
  nodes,
  projection: { period },
}: NetworkData): OfferMatch[] {
  const lists = listsOf(snapshot);
  const nodeOf = new Map(Array.from(nodes.places, (place, node) => [place, node]));
  const sectorOf = new Map(lists.sectors.map(({ id }, place) => [id, place]));
  const offers = lists.offers
    .filter(({ from, to }) =>
      period === null ? to === OPEN_END : from <= period.to && to >= period.from,
    )
    .flatMap(({ organizationId, sectorIds, ...offer }) => {
      const node = nodeOf.get(organizationOf(snapshot, organizationId) ?? -1);
      const sectors = sectorIds.flatMap((id) => sectorOf.get(id) ?? []);
      return node === undefined ? [] : [{ ...offer, sectors, node }];
    });
  const above = ancestors(lists, sectorOf);
  const [exactly, within] = [new Places(), new Places()];
  for (const [index, { direction, sectors }] of offers.entries()) {
    if (direction !== 'OFFERS') continue;
    for (const sector of sectors) {
      exactly.add(sector, index);
      for (const each of [sector, ...above(sector)]) within.add(each, index);
    }
  }
  return offers.flatMap((need) => {
    if (need.direction !== 'NEEDS') return [];
    const fitting = new Set(
      need.sectors.flatMap((sector) => [
        ...within.of(sector),
        ...above(sector).flatMap((each) => exactly.of(each)),
      ]),
    );
    return [...fitting].flatMap((index) => {
      const offer = offers[index];
      if (offer === undefined || offer.node === need.node) return [];
      const [low, high] = [Math.min(need.node, offer.node), Math.max(need.node, offer.node)];
      return [{ low, high, needId: need.id, offerId: offer.id }];
    });
  });
}

class Places {
  readonly #lists = new Map<number, number[]>();

  add(key: number, value: number): void {
    const list = this.#lists.get(key) ?? [];
    list.push(value);
    this.#lists.set(key, list);
  }

  of(key: number): readonly number[] {
    return this.#lists.get(key) ?? [];
  }
}

/** The ancestors of each sector, the nearest first. */
function ancestors(
  { sectors }: Lists,
  placeOf: ReadonlyMap<string, number>,
): (sector: number) => number[] {
  const above = (sector: number): number[] => {
    const { parentId } = itemAt(sectors, sector);
    const parent = parentId === null ? undefined : placeOf.get(parentId);
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  return above;
}

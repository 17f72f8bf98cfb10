import type { NetworkView } from './network-view.js';
import { itemAt } from '../domain/present.js';

/** Two nodes where one needs what the other offers. */
export interface OfferMatch {
  readonly low: number;
  readonly high: number;
  readonly needId: string;
  readonly offerId: string;
}

/** Matches offers and needs that are open on the day of the network, in the same or a nested sector. */
export function offerMatches(view: NetworkView): OfferMatch[] {
  const { snapshot, request } = view;
  const { day } = request.projection;
  const offers = snapshot.offers
    .filter(({ from, to }) => (day === null ? to === 99_999_999 : from <= day && to >= day))
    .flatMap((offer) => {
      const node = view.nodeAt(offer.organization);
      return node === null ? [] : [{ ...offer, node }];
    });
  const above = ancestors(view);
  const [exactly, within] = [new Lists(), new Lists()];
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

class Lists {
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
function ancestors({ snapshot: { sectors } }: NetworkView): (sector: number) => number[] {
  const placeOf = new Map(sectors.map(({ id }, place) => [id, place]));
  const above = (sector: number): number[] => {
    const { parentId } = itemAt(sectors, sector);
    const parent = parentId === null ? undefined : placeOf.get(parentId);
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  return above;
}

import type { NetworkData } from './answers.js';
import { suggestionsOf, type Suggestion, type SuggestionMeasure } from './measures/suggest.js';
import { offerMatches, type OfferMatch } from './offers.js';

export interface SuggestionQuestion {
  readonly measure: SuggestionMeasure;
  readonly limit: number;
  /** Only pairs with this node; null for all. */
  readonly node: number | null;
  /** Only pairs of these nodes; null for all. */
  readonly among: Uint8Array | null;
  /** Only pairs where one offers what the other needs. */
  readonly matchingOffers: boolean;
}

export interface SuggestionWithOffers extends Suggestion {
  readonly matches: readonly OfferMatch[];
}

/** The maximum number of matches between the offers and needs of a pair in an answer. */
const MAX_MATCHES = 10;

/** Pairs of organizations that should meet, with what one needs and the other offers. */
export function suggest(
  data: NetworkData,
  { matchingOffers, ...question }: SuggestionQuestion,
): SuggestionWithOffers[] {
  const { order } = data.graph;
  const matches = new Map<number, OfferMatch[]>();
  for (const match of offerMatches(data)) {
    const key = match.low * order + match.high;
    const known = matches.get(key) ?? [];
    known.push(match);
    matches.set(key, known);
  }
  const pairs = matchingOffers ? Float64Array.from(matches.keys()) : null;
  return suggestionsOf(data.graph, { ...question, pairs }).map((suggestion) => {
    const key = Math.min(suggestion.a, suggestion.b) * order + Math.max(suggestion.a, suggestion.b);
    return { ...suggestion, matches: (matches.get(key) ?? []).slice(0, MAX_MATCHES) };
  });
}

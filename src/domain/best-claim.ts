/** The best claim about an indicator, with figures about all claims. */
export interface BestOf {
  readonly confidence: string;
  readonly asOf: string | null;
  /** The publication date of its source. */
  readonly publishedOn: string | null;
  /** The number of claims about the indicator, including the best. */
  readonly claims: number;
  /** The number of claims from sources with the same confidence as the best. */
  readonly equallyTrusted: number;
}

/**
 * Explains why a claim is the best: it is the newest among the most trusted. If none of these has a
 * date, the newest is unknown, and the reason does not call it the newest. The order itself is in SQL,
 * in `resolvers/best-claims.resolver.ts`.
 */
export function reasonForBest(best: BestOf): string {
  const { confidence, asOf, publishedOn, claims, equallyTrusted } = best;
  const source = `${confidence.toLowerCase()} source${equallyTrusted > 1 ? 's' : ''}`;
  const time =
    asOf !== null
      ? `is as of ${asOf}`
      : publishedOn !== null
        ? `was published in ${publishedOn}`
        : 'gives no date';
  if (claims === 1) return `The only claim; it comes from one ${source} and ${time}.`;
  const kept = `${String(claims - 1)} other claim${claims > 2 ? 's are' : ' is'} kept.`;
  if (equallyTrusted === 1) {
    return `The only one from the most trusted kind of source (${source}); it ${time}. ${kept}`;
  }
  return asOf === null && publishedOn === null
    ? `One of ${String(equallyTrusted)} from the most trusted kind of source (${source}), none of them dated. ${kept}`
    : `The newest of ${String(equallyTrusted)} from the most trusted kind of source (${source}); it ${time}. ${kept}`;
}

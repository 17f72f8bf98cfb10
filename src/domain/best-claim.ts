/** What is known of the claims about one indicator when the best of them has been found. */
export interface BestOf {
  readonly confidence: string;
  readonly asOf: string | null;
  /** When its source was published. */
  readonly publishedOn: string | null;
  /** All claims about the indicator, the best one among them. */
  readonly claims: number;
  /** Those from sources as trusted as the best one's. */
  readonly equallyTrusted: number;
}

/**
 * Why a claim is the best: it is the newest among the most trusted (the rule of the model). Where none
 * of those says as of when it is, nobody knows which is the newest, and the reason does not claim it.
 * The order itself is made in SQL, in `resolvers/best-claims.resolver.ts`.
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

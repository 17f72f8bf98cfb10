/** What is known of the claims about one indicator when the best of them has been found. */
export interface BestOf {
  readonly confidence: string;
  readonly asOf: string | null;
  /** All claims about the indicator, the best one among them. */
  readonly claims: number;
  /** Those from sources as trusted as the best one's. */
  readonly equallyTrusted: number;
}

/**
 * Why a claim is the best: it is the newest among the most trusted (the rule of the model). The order
 * itself is made in SQL, in `resolvers/best-claims.resolver.ts`.
 */
export function reasonForBest({ confidence, asOf, claims, equallyTrusted }: BestOf): string {
  const source = `${confidence.toLowerCase()} source${equallyTrusted > 1 ? 's' : ''}`;
  const time = asOf === null ? 'gives no date' : `is as of ${asOf}`;
  if (claims === 1) return `The only claim; it comes from one ${source} and ${time}.`;
  const kept = `${String(claims - 1)} other claim${claims > 2 ? 's are' : ' is'} kept.`;
  return equallyTrusted === 1
    ? `The only one from the most trusted kind of source (${source}); it ${time}. ${kept}`
    : `The newest of ${String(equallyTrusted)} from the most trusted kind of source (${source}); it ${time}. ${kept}`;
}

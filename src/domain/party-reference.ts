/** The scheme for organizations without an identifier: their slug in this graph, in 360Giving form. */
export const OWN_SCHEME = '360G-SCAN';

interface Identified {
  readonly slug: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** The identifier of an organization as one text, in the form of org-id.guide: `RS-APR-06115403`. */
export function partyReference({ slug, identifiers: [first] }: Identified): string {
  return first === undefined ? `${OWN_SCHEME}-${slug}` : `${first.scheme}-${first.value}`;
}

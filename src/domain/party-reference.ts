/** Where an organisation has no identifier, what this graph knows it by: the form of 360Giving for that. */
export const OWN_SCHEME = '360G-SCAN';

interface Identified {
  readonly slug: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** The identifier of an organisation as one text, as org-id.guide writes it: `RS-APR-06115403`. */
export function partyReference({ slug, identifiers: [first] }: Identified): string {
  return first === undefined ? `${OWN_SCHEME}-${slug}` : `${first.scheme}-${first.value}`;
}

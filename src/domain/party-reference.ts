import { isOrgIdList } from './organization-identifier.js';

/** The scheme for organizations without an identifier: their slug in this graph, in 360Giving form. */
export const OWN_SCHEME = '360G-SCAN';

interface Identified {
  readonly slug: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** The first identifier of an organization that org-id.guide has a list for, as one text: `RS-APR-06115403`. */
export function partyReference({ slug, identifiers }: Identified): string {
  const first = identifiers.find(({ scheme }) => isOrgIdList(scheme));
  return first === undefined ? `${OWN_SCHEME}-${slug}` : `${first.scheme}-${first.value}`;
}

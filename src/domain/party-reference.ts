/** Where an organisation has no identifier, what this graph knows it by: the form of 360Giving for that. */
const OWN_SCHEME = '360G-SCAN';

interface Identified {
  readonly slug: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** The identifier of an organisation as one text, as org-id.guide writes it: `RS-APR-06115403`. */
export function partyReference({ slug, identifiers: [first] }: Identified): string {
  return first === undefined ? `${OWN_SCHEME}-${slug}` : `${first.scheme}-${first.value}`;
}

/**
 * The identifier of an activity that nobody has published but this graph. What an import makes of it
 * (small letters) becomes the same identifier again.
 */
export function ownActivityId(name: string): string {
  const own = name.toUpperCase();
  return own.startsWith(`${OWN_SCHEME}-`) ? own : `${OWN_SCHEME}-${own}`;
}

interface Numbered {
  readonly scheme: string;
  readonly identifier: string;
  readonly currency: string;
}

/**
 * The identifier of a grant in 360Giving: its own, or one that says where it is from. The standard
 * advises against slashes and blanks; they are percent-encoded, so that no two become the same.
 */
export function threeSixtyGivingId({ scheme, identifier, currency }: Numbered): string {
  if (scheme === 'THREE_SIXTY_GIVING') return identifier;
  const plain = identifier.replace(/[\s/\\%]/gu, encodeURIComponent);
  return `${OWN_SCHEME}-${scheme}-${plain}-${currency}`;
}

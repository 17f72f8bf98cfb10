import { OWN_SCHEME } from './party-reference.js';

/**
 * Identifiers that an export coins for what has none in its standard. Each can be taken apart again,
 * so that an import comes to the very thing that it stands for.
 */

/** What a grant is known by in the graph. */
export interface GrantNumber {
  readonly scheme: 'THREE_SIXTY_GIVING' | 'IATI' | 'SCAN';
  readonly identifier: string;
  readonly currency: string;
}

/** The identifier of a grant in 360Giving: its own, or one that says where it is from. */
export function threeSixtyGivingId({ scheme, identifier, currency }: GrantNumber): string {
  if (scheme === 'THREE_SIXTY_GIVING') return identifier;
  return `${OWN_SCHEME}-${scheme}-${encoded(identifier)}-${currency}`;
}

/** The grant that an identifier in 360Giving says. */
export function grantOfThreeSixtyGivingId(id: string, currency: string): GrantNumber {
  const [, scheme = '', text = ''] = /^360G-SCAN-(IATI|SCAN)-(.+)-[A-Z]{3}$/.exec(id) ?? [];
  const coined = { scheme, identifier: decoded(text), currency } as GrantNumber;
  return threeSixtyGivingId(coined) === id
    ? coined
    : { scheme: 'THREE_SIXTY_GIVING', identifier: id, currency };
}

/** What an activity that nobody has published stands for: an initiative by its slug, or a grant. */
export type Unpublished = { readonly slug: string } | GrantNumber;

/** Its identifier begins with that of who reports it, as IATI demands (rule 1.1.21). */
export function activityId(reporter: string, of: Unpublished): string {
  const own =
    'slug' in of ? of.slug.toUpperCase() : `${of.scheme}_${encoded(of.identifier)}_${of.currency}`;
  return `${reporter}-SCAN-${own}`;
}

/** What an identifier of `activityId` stands for; null for every other. */
export function unpublishedOf(id: string, reporter: string): Unpublished | null {
  const own = id.startsWith(`${reporter}-SCAN-`) ? id.slice(`${reporter}-SCAN-`.length) : '';
  // A slug has no low line in it.
  const [, scheme, text = '', currency] =
    /^(SCAN|THREE_SIXTY_GIVING)_(.+)_([A-Z]{3})$/.exec(own) ?? [];
  const of = (
    scheme === undefined
      ? { slug: own.toLowerCase() }
      : { scheme, identifier: decoded(text), currency }
  ) as Unpublished;
  const isPlain = !('slug' in of) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(of.slug);
  return isPlain && activityId(reporter, of) === id ? of : null;
}

/** The standards advise against these signs, or forbid them; encoded, no two become the same. */
const encoded = (identifier: string) => identifier.replace(/[\s/\\%&|?]/gu, encodeURIComponent);

const decoded = (text: string) =>
  text.replace(/(?:%[0-9A-F]{2})+/g, (signs) =>
    new TextDecoder().decode(
      Uint8Array.from(signs.slice(1).split('%'), (sign) => parseInt(sign, 16)),
    ),
  );

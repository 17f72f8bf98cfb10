import { OWN_SCHEME } from './party-reference.js';

/**
 * Identifiers that an export makes up for records that have none in its standard. They can be parsed,
 * so that an import finds the original record.
 */

/** The key of a grant in the graph. */
export interface GrantNumber {
  readonly scheme: 'THREE_SIXTY_GIVING' | 'IATI' | 'SCAN';
  readonly identifier: string;
  readonly currency: string;
  /**
   * Whose number it is, if it is unique only there: the slug of the funder, or for a share of an IATI activity the
   * country in lowercase.
   */
  readonly numberedBy?: string | null;
}

/** The identifier of a grant in 360Giving: its own, or a made-up one that contains its key. */
export function threeSixtyGivingId(number: GrantNumber): string {
  const { scheme, identifier, currency, numberedBy = null } = number;
  if (scheme === 'THREE_SIXTY_GIVING') return identifier;
  // A slug has no underscore.
  const within = numberedBy === null ? '-' : `_${numberedBy}_`;
  return `${OWN_SCHEME}-${scheme}${within}${encoded(identifier)}-${currency}`;
}

/** The key of the grant in a 360Giving identifier. */
export function grantOfThreeSixtyGivingId(id: string, currency: string): GrantNumber {
  const [, scheme = '', numberedBy, text = ''] =
    /^360G-SCAN-(IATI|SCAN)(?:-|_([a-z0-9]+(?:-[a-z0-9]+)*)_)(.+)-[A-Z]{3}$/.exec(id) ?? [];
  const number = { scheme, identifier: decoded(text), currency };
  const coined = (numberedBy === undefined ? number : { ...number, numberedBy }) as GrantNumber;
  return threeSixtyGivingId(coined) === id
    ? coined
    : { scheme: 'THREE_SIXTY_GIVING', identifier: id, currency };
}

/** The record behind an activity that was never published: an initiative, by slug, or a grant. */
export type Unpublished = { readonly slug: string } | GrantNumber;

/** The identifier of an activity. It begins with that of the reporter, as IATI requires (rule 1.1.21). */
export function activityId(reporter: string, of: Unpublished): string {
  const own =
    'slug' in of ? of.slug.toUpperCase() : `${of.scheme}_${encoded(of.identifier)}_${of.currency}`;
  return `${reporter}-SCAN-${own}`;
}

/** The record in an identifier from `activityId`; null for any other identifier. */
export function unpublishedOf(id: string, reporter: string): Unpublished | null {
  const own = id.startsWith(`${reporter}-SCAN-`) ? id.slice(`${reporter}-SCAN-`.length) : '';
  // A slug has no underscore.
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

/** The standards discourage or forbid these characters. Encoding keeps identifiers unique. */
const encoded = (identifier: string) => identifier.replace(/[\s/\\%&|?]/gu, encodeURIComponent);

const decoded = (text: string) =>
  text.replace(/(?:%[0-9A-F]{2})+/g, (signs) =>
    new TextDecoder().decode(
      Uint8Array.from(signs.slice(1).split('%'), (sign) => parseInt(sign, 16)),
    ),
  );

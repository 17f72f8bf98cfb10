import {
  splitIdentifier,
  tidyIdentifier,
  type OrganizationIdentifier,
} from '../../domain/organization-identifier.js';
import {
  COUNTRIES,
  KIND_CHANNELS,
  ORGANISATION_CHANNELS,
  ORGANISATION_LISTS,
} from './codelists.js';

/** An organization, as a record names it. */
export interface Party {
  /** As written; null if there is only an identifier. */
  readonly name: string | null;
  /** The name in another language, if the record has both. */
  readonly otherName: string | null;
  readonly identifier: OrganizationIdentifier | null;
  /** IATI OrganisationType. */
  readonly type: string | null;
}

/**
 * The identifier in a reference: an org-id.guide identifier (`GB-CHC-202918`), a five-digit DAC channel
 * code of one organization, or an identifier that IATI issued before org-id.guide existed (`SE-0`,
 * `US-USAGOV`). Null if it does not identify a single organization: DAC codes of kinds (22000 is any
 * NGO in a donor's country), a publisher's own numbers, placeholders.
 */
export function identifierOf(reference: string): OrganizationIdentifier | null {
  const text = tidyIdentifier(reference);
  const ofTheDac =
    /^(?:XM-DAC|DAC)-(\S+)$/.exec(text)?.[1] ?? (ORGANISATION_CHANNELS.has(text) ? text : null);
  if (ofTheDac !== null) {
    return KIND_CHANNELS.has(ofTheDac) ? null : { scheme: 'XM-DAC', value: ofTheDac };
  }
  if (ORGANISATION_LISTS.has(text) && text !== 'US-USAGOV') return null;
  const country = /^([A-Z]{2})-[A-Z0-9_]+$/.exec(text)?.[1];
  if (country !== undefined && COUNTRIES.has(country)) return { scheme: 'XI-IATI', value: text };
  return splitIdentifier(text);
}

/** Whether a reference is in an organization list that IATI knows. */
export function isOfKnownList(reference: string): boolean {
  const list = identifierOf(reference)?.scheme;
  return list !== undefined && ORGANISATION_LISTS.has(list);
}

/** Texts that publishers write in place of a missing or removed name. */
const NO_NAME =
  /^$|redacted|^(name )?(withheld|not (available|applicable|known)|unknown|n\/?a|none|-+|;|\.)$/i;

/** The party with a name and a reference; null if both are missing. */
export function partyOf({
  name,
  reference = '',
  type = '',
}: {
  readonly name: string;
  readonly reference?: string;
  readonly type?: string;
}): Party | null {
  const written = tidy(name);
  const ref = tidy(reference);
  // Some publishers write a name in two languages, or leave the second empty: `A*B`, `A*`.
  const [first = '', second = ''] = written.split('*', 2).map(tidy);
  const identifier = identifierOf(ref);
  const said = NO_NAME.test(first) ? '' : first;
  const known = said === '' && identifier === null && !NO_NAME.test(ref) ? ref : said;
  if (known === '' && identifier === null) return null;
  return {
    name: known || null,
    otherName: known !== '' && second !== '' && second !== known ? second : null,
    identifier,
    type: tidy(type) || null,
  };
}

/** Trims a text and collapses white space. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import {
  splitIdentifier,
  type OrganizationIdentifier,
} from '../../domain/organization-identifier.js';
import {
  COUNTRIES,
  KIND_CHANNELS,
  ORGANISATION_CHANNELS,
  ORGANISATION_LISTS,
} from './codelists.js';

/** An organisation as a record names it. */
export interface Party {
  /** As it is written; null where there is only an identifier. */
  readonly name: string | null;
  /** The same in another language, where the record has both. */
  readonly otherName: string | null;
  readonly identifier: OrganizationIdentifier | null;
  /** IATI OrganisationType. */
  readonly type: string | null;
}

/**
 * The identifier that a reference is: one of org-id.guide (`GB-CHC-202918`); five digits that are the
 * DAC's code of one organisation; or what IATI gave out before there were lists (`SE-0`, `US-USAGOV`),
 * as an identifier of its own list. Null for what names no single organisation: the DAC's codes of
 * kinds (22000 is any NGO of a donor's country), numbers of a publisher's own, placeholders.
 */
export function identifierOf(reference: string): OrganizationIdentifier | null {
  const text = reference.trim();
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

/** What stands where a name was taken out, or was never there. */
const NO_NAME =
  /^$|redacted|^(name )?(withheld|not (available|applicable|known)|unknown|n\/?a|none|-+|;|\.)$/i;

/** The party that a name and a reference say; null if they say none. */
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
  // Some write a name in two languages, and leave the second out where they have none: `A*B`, `A*`.
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

/** One line without blanks at its ends or twice within. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

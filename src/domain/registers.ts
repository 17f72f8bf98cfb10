import type { OrganizationIdentifier } from './organization-identifier.js';

/** The address of an entry, by the org-id.guide code of a register that has one page for each entry. */
const ENTRIES: Readonly<Record<string, (value: string) => string>> = {
  'GB-COH': (value) =>
    `https://find-and-update.company-information.service.gov.uk/company/${value}`,
  'NO-BRC': (value) => `https://virksomhet.brreg.no/nb/oppslag/enheter/${value}`,
  'XI-LEI': (value) => `https://search.gleif.org/#/record/${value}`,
  'XI-ROR': (value) => `https://ror.org/${value}`,
  'XI-WIKIDATA': (value) => `https://www.wikidata.org/entity/${value}`,
};

/** Numbers under which donors publish IATI data; its portal lists publishers by their whole identifier. */
const PUBLISHERS: ReadonlySet<string> = new Set(['US-GOV', 'XI-IATI', 'XM-DAC']);

/**
 * The page about an organization in a register; null if the register has no page for each of its entries, such as the
 * Serbian business register (`RS-APR`), which is only searched.
 */
export function entryUrl({ scheme, value }: OrganizationIdentifier): string | null {
  const encoded = encodeURIComponent(value);
  if (PUBLISHERS.has(scheme)) {
    return `https://d-portal.org/ctrack.html?publisher=${publisherReference(scheme, encoded)}`;
  }
  return ENTRIES[scheme]?.(encoded) ?? null;
}

/** Identifiers that IATI assigned before there were lists, such as `CH-4`, have no prefix. */
const publisherReference = (scheme: string, value: string) =>
  scheme === 'XI-IATI' && /^[A-Z]{2}-/.test(value) ? value : `${scheme}-${value}`;

/** The page about a register; null for numbers that are not in org-id.guide: those of publishers and of US agencies. */
export function registerUrl({ scheme }: Pick<OrganizationIdentifier, 'scheme'>): string | null {
  return scheme.startsWith('360G-') || scheme === 'US-GOV'
    ? null
    : `https://org-id.guide/list/${scheme}`;
}

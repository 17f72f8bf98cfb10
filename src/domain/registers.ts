import type { OrganizationIdentifier } from './organization-identifier.js';

/** The address of an entry, by the scheme of a register that has one page for each entry. */
const ENTRIES: Readonly<Record<string, (value: string) => string>> = {
  FUNDREF: (value) => `https://doi.org/10.13039/${value}`,
  'GB-COH': (value) =>
    `https://find-and-update.company-information.service.gov.uk/company/${value}`,
  ISNI: (value) => `https://isni.org/isni/${value}`,
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

/** Registers that org-id.guide does not list. */
const OTHER_REGISTERS: Readonly<Record<string, string>> = {
  FUNDREF: 'https://www.crossref.org/services/funder-registry/',
  ISNI: 'https://isni.org',
};

/** The page about a register; null for numbers of no register: those of publishers and of US agencies. */
export function registerUrl({ scheme }: Pick<OrganizationIdentifier, 'scheme'>): string | null {
  if (scheme.startsWith('360G-') || scheme === 'US-GOV') return null;
  return OTHER_REGISTERS[scheme] ?? `https://org-id.guide/list/${scheme}`;
}

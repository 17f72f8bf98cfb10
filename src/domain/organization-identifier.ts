/** The identifier of an organization in a register. */
export interface OrganizationIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** 360Giving publishers number organizations that are in no register: `360G-ABCT-17`. */
const OF_PUBLISHER = /^(360G-[A-Z0-9_]+)-(\S+)$/i;
/** Registers of Chinese provinces, the only list codes with three parts. */
const OF_PROVINCE = /^(CN-\d{2}-CR)-(\S+)$/i;
/** Lists of org-id.guide: a country (or XI, XM, XR), an optional subdivision, and the list. */
const OF_LIST = /^([A-Z]{2}(?:_[A-Z]{2})?-[A-Z0-9_]+)-(\S+)$/i;
/**
 * Numbers of organizations for which org-id.guide has no list, under the names that ROR gives them: the International
 * Standard Name Identifier, without spaces, and the funder registry of Crossref.
 */
const OF_OTHER_LIST = /^(ISNI|FUNDREF)-(\S+)$/i;

/** Whether a scheme is a list of org-id.guide by its form, or the prefix of a publisher of 360Giving. */
export const isOrgIdList = (scheme: string): boolean => scheme.includes('-');

/**
 * Splits an identifier in the form of org-id.guide, such as `GB-CHC-1164883` into `GB-CHC` and `1164883`; null if it is
 * not in that form. The list is recognized only by its form, because the register of lists (ODbL) is not
 * part of this program. The list is converted to uppercase; the value stays unchanged, with leading zeros.
 */
export function splitIdentifier(text: string): OrganizationIdentifier | null {
  const [, scheme, value] =
    FORMS.map((form) => form.exec(tidyIdentifier(text))).find(Boolean) ?? [];
  if (scheme === undefined || value === undefined) return null;
  const list = scheme.toUpperCase();
  return { scheme: list, value: UPPERCASE_LISTS.has(list) ? value.toUpperCase() : value };
}

const FORMS = [OF_PUBLISHER, OF_PROVINCE, OF_OTHER_LIST, OF_LIST];

/** Registers whose identifiers have letters, all of them uppercase. */
const UPPERCASE_LISTS: ReadonlySet<string> = new Set([
  'GB-COH',
  'GB-NIC',
  'GB-SC',
  'XI-EORI',
  'XI-LEI',
]);

/**
 * An identifier as people paste it, without what cannot be seen: no-break spaces, hyphens of typography, characters
 * without width, and spaces around hyphens.
 */
export function tidyIdentifier(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const joined = plain.replace(/ ?- ?/g, '-');
  // A name can have spaces and hyphens too; it has no number at its end.
  return /-\S*\d\S*$/.test(joined) && !joined.includes(' ') ? joined : plain;
}

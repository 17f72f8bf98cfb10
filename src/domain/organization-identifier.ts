/** The identifier of an organization in a register. */
export interface OrganizationIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** 360Giving publishers number organizations that are in no register: `360G-ABCT-17`. */
const OF_PUBLISHER = /^(360G-[A-Z0-9_]+)-(\S+)$/i;
/** Registers of Chinese provinces, the only list codes with three parts. */
const OF_PROVINCE = /^(CN-\d{2}-CR)-(\S+)$/i;
/** All other lists: a country (or XI, XM, XR), an optional subdivision, and the list. */
const OF_LIST = /^([A-Z]{2}(?:_[A-Z]{2})?-[A-Z0-9_]+)-(\S+)$/i;

/**
 * Splits an org-id.guide identifier, such as `GB-CHC-1164883` into `GB-CHC` and `1164883`; null if it is
 * not in that form. The list is recognized only by its form, because the register of lists (ODbL) is not
 * part of this program. The list is converted to uppercase; the value stays unchanged, with leading zeros.
 */
export function splitIdentifier(text: string): OrganizationIdentifier | null {
  const trimmed = text.trim();
  const [, scheme, value] =
    OF_PUBLISHER.exec(trimmed) ?? OF_PROVINCE.exec(trimmed) ?? OF_LIST.exec(trimmed) ?? [];
  if (scheme === undefined || value === undefined) return null;
  return { scheme: scheme.toUpperCase(), value };
}

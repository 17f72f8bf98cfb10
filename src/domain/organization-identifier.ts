/** By what a register knows an organisation. */
export interface OrganizationIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** Publishers of 360Giving number by themselves whom no register knows: `360G-ABCT-17`. */
const OF_PUBLISHER = /^(360G-[A-Z0-9_]+)-(\S+)$/i;
/** The registers of Chinese provinces: the only lists whose code has three parts. */
const OF_PROVINCE = /^(CN-\d{2}-CR)-(\S+)$/i;
/** All other lists: two letters of a country (or XI, XM, XR), perhaps a part of it, and the list. */
const OF_LIST = /^([A-Z]{2}(?:_[A-Z]{2})?-[A-Z0-9_]+)-(\S+)$/i;

/**
 * Takes an identifier of org-id.guide apart, `GB-CHC-1164883` into `GB-CHC` and `1164883`; null for
 * what has no such form. The list is told by its form alone: the register of lists (ODbL) is not part
 * of this program. Letters of the list are made large; the value stays as it is, zeros in front too.
 */
export function splitIdentifier(text: string): OrganizationIdentifier | null {
  const trimmed = text.trim();
  const [, scheme, value] =
    OF_PUBLISHER.exec(trimmed) ?? OF_PROVINCE.exec(trimmed) ?? OF_LIST.exec(trimmed) ?? [];
  if (scheme === undefined || value === undefined) return null;
  return { scheme: scheme.toUpperCase(), value };
}

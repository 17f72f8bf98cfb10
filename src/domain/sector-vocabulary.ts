/** Identifies our sector scheme in IATI if the standard's list of vocabularies has none for it. */
export const SECTOR_SCHEME_URN = 'urn:scan-graph:sector-scheme:';

/** What says in IATI which scheme of ours a sector is of, where its own list of vocabularies has none. */
export const SECTOR_SCHEME_URN = 'urn:scan-graph:sector-scheme:';

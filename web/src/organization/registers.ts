/** Registers with a page for each entry, by the code of the register (org-id.guide). */
const ENTRIES: Readonly<Record<string, (value: string) => string>> = {
  'XI-ROR': (value) => `https://ror.org/${value}`,
  'XI-LEI': (value) => `https://search.gleif.org/#/record/${value}`,
};

/** The page of an identifier in its register, or else what the register is. */
export function registerUrl(scheme: string, value: string): string {
  return (
    ENTRIES[scheme]?.(encodeURIComponent(value)) ??
    `https://org-id.guide/list/${encodeURIComponent(scheme)}`
  );
}

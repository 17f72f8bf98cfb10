import type { SectorPartsFragment } from '../generated/fragments.js';
import type { Language } from '../language.js';

/** The name of a region in the script of the page. */
export function regionName(
  { tag }: Pick<Language, 'tag'>,
  { name, nameCyrillic }: { readonly name: string; readonly nameCyrillic: string | null },
): string {
  return tag === 'sr-Cyrl' ? (nameCyrillic ?? name) : name;
}

/** The key of a sector in an address and in a filter: `NACE_REV2:62`. */
export const sectorKey = ({ scheme, code }: Pick<SectorPartsFragment, 'scheme' | 'code'>) =>
  `${scheme}:${code}`;

/** The page of a sector. */
export const sectorPath = ({ scheme, code }: Pick<SectorPartsFragment, 'scheme' | 'code'>) =>
  `/sectors/${scheme}/${encodeURIComponent(code)}`;

/** The page of a region. */
export const regionPath = ({ code }: { readonly code: string }) =>
  `/regions/${encodeURIComponent(code)}`;

import { Region } from '../../../entities/network/region.entity.js';
import { Sector } from '../../../entities/network/sector.entity.js';
import { Source } from '../../../entities/knowledge/source.entity.js';
import { idOfKey } from '../../domain/ids.js';
import type { Random } from '../../domain/random.js';
import { COUNTRY, FIELDS, type NetworkPlan, SOURCES, syntheticSourceSlugs } from './plan.js';
import { one, table, type Table } from './table.js';
import { word } from './values.js';

const BRANCHES = ['Design', 'Production', 'Trade', 'Services'] as const;

/** The number of children of a region, by level. */
const REGIONS_BELOW = [4, 3, 3] as const;

export function sources({ options }: NetworkPlan): Table {
  const { ties, seed, grants } = options;
  const slugs = syntheticSourceSlugs(options);
  return table<Source>(Source, SOURCES.length, one, (place) => ({
    id: idOfKey('Source', slugs[place] ?? ''),
    slug: slugs[place] ?? '',
    title: `Synthetic data (generator, seed ${String(seed)}, ${String(ties)} ties, ${String(grants)} grants): ${String(SOURCES[place])}`,
    confidence: 'SYNTHETIC',
  }));
}

/** The codes of an invented country, level by level: ZZ, ZZ1, …, ZZ11, …, ZZ111, … */
export const REGION_CODES: readonly string[] = (() => {
  const levels = [[COUNTRY]];
  for (const children of REGIONS_BELOW) {
    const digits = Array.from({ length: children }, (_, index) => String(index + 1));
    levels.push((levels.at(-1) ?? []).flatMap((code) => digits.map((digit) => code + digit)));
  }
  return levels.flat();
})();

export function regionId(code: string): string {
  return idOfKey('Region', code);
}

/** One in ten organizations has only a country. */
export function regionOf(random: Random): string {
  return regionId(random.oneIn(10) ? COUNTRY : random.pick(REGION_CODES));
}

export function regions(network: NetworkPlan): Table {
  return table<Region>(Region, REGION_CODES.length, one, (place) => {
    const code = REGION_CODES[place] ?? '';
    const level = code.length - COUNTRY.length;
    const { latin, cyrillic } = word(network.random('region', place));
    return {
      id: regionId(code),
      code,
      level,
      name: level === 0 ? 'Synthetic Country' : `Synthetic Region ${latin}`,
      nameCyrillic: level === 0 ? null : cyrillic,
      parentId: level === 0 ? null : regionId(code.slice(0, -1)),
      sourceId: network.sourceId(0),
    };
  });
}

/** SYN01 is the first field; SYN011, SYN012, … are its branches. */
export function sectorCode(field: number, branch: number | null): string {
  return `SYN0${String(field + 1)}${branch === null ? '' : String(branch + 1)}`;
}

export function sectorId(code: string): string {
  return idOfKey('Sector', `NACE_REV2:${code}`);
}

export function sectors(network: NetworkPlan): Table {
  return table<Sector>(
    Sector,
    FIELDS.length,
    () => 1 + BRANCHES.length,
    (field, child) => {
      const branch = child === 0 ? null : child - 1;
      const title = `Synthetic ${String(FIELDS[field])}`;
      const code = sectorCode(field, branch);
      return {
        id: sectorId(code),
        scheme: 'NACE_REV2',
        code,
        title: branch === null ? title : `${title} ${String(BRANCHES[branch])}`,
        parentId: branch === null ? null : sectorId(sectorCode(field, null)),
        sourceId: network.sourceId(0),
      };
    },
  );
}

/** The first sector is the field itself or a branch of it; the second is one of another field. */
export function someSectorId(field: number, child: number, random: Random): string {
  const branch = random.oneIn(4) ? null : random.below(BRANCHES.length);
  return sectorId(sectorCode((field + child) % FIELDS.length, branch));
}

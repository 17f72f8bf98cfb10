export interface MapRegion {
  readonly code: string;
  readonly level: number;
  readonly name: string;
  readonly nameCyrillic: string | null;
  readonly parent: { readonly code: string } | null;
}

export interface District<Region> {
  /** The region that is drawn. */
  readonly shape: string;
  /** The region that the value is of, and that the district leads to. */
  readonly region: Region;
  /** Null if it is not known. */
  readonly value: number | null;
  readonly shade: Shade;
}

/** The color of a district: 0 for nothing, then 1 to 4 by the class of its value. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 'unknown';

/** The values of one color. */
interface ValueClass {
  readonly shade: Shade;
  /** It is above this value, and not above the other. */
  readonly above: number;
  readonly upTo: number;
}

const DISTRICT_LEVEL = 3;
const SHADES = [1, 2, 3, 4] as const;
/** The widths that a class can have, times a power of ten. */
const WIDTHS = [1, 2, 3, 4, 5, 6, 8, 10];

/** The districts (NUTS 3) with their values. */
export function districtsOf<Region extends MapRegion>(
  regions: readonly Region[],
  valueOf: (region: Region) => number | null,
): readonly District<Region>[] {
  const counted = countedAs(regions);
  const districts = regions
    .filter(({ level }) => level === DISTRICT_LEVEL)
    .map((one) => {
      const region = counted(one);
      return { shape: one.code, region, value: valueOf(region) };
    });
  const classes = classesOf(districts.map(({ value }) => value));
  return districts.map((one) => ({ ...one, shade: shadeOf(one.value, classes) }));
}

/** A region with one part is that part, so the entries of either are those of both: the region stands for it. */
export function countedAs<Region extends MapRegion>(
  regions: readonly Region[],
): (region: Region) => Region {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const partCount = (code: string) => regions.filter(({ parent }) => parent?.code === code).length;
  return (region) => {
    const parent = byCode.get(region.parent?.code ?? '');
    return parent !== undefined && partCount(parent.code) === 1 ? parent : region;
  };
}

/** A region and all that are in it, at any level. */
export function withParts<Region extends MapRegion>(
  region: Region,
  regions: readonly Region[],
): readonly Region[] {
  const parts = regions.filter(({ parent }) => parent?.code === region.code);
  return [region, ...parts.flatMap((part) => withParts(part, regions))];
}

/** At most four classes of equal width with round limits. The last one has the highest value. */
export function classesOf(values: readonly (number | null)[]): readonly ValueClass[] {
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  const least = highest / SHADES.length;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const width = power * (WIDTHS.find((one) => one * power >= least) ?? 1);
  return SHADES.map((shade) => ({ shade, above: (shade - 1) * width, upTo: shade * width })).filter(
    ({ above }) => above < highest,
  );
}

function shadeOf(value: number | null, classes: readonly ValueClass[]): Shade {
  if (value === null) return 'unknown';
  return classes.find(({ above, upTo }) => value > above && value <= upTo)?.shade ?? 0;
}

/** How many entries are known by a region that is larger than a district, if each is in one region only. */
export function onlyInLarger<Region extends MapRegion>(
  regions: readonly Region[],
  countOf: (region: Region) => number,
): number {
  const sum = (of: readonly Region[]) => of.reduce((total, region) => total + countOf(region), 0);
  const codes = new Set(regions.map(({ code }) => code));
  const largest = regions.filter(({ parent }) => !codes.has(parent?.code ?? ''));
  return sum(largest) - sum(districtsOf(regions, countOf).map(({ region }) => region));
}

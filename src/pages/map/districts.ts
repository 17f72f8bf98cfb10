export interface MapRegion {
  readonly code: string;
  readonly level: number;
  readonly name: string;
  readonly nameCyrillic: string | null;
  readonly parent: { readonly code: string } | null;
}

export interface District<Region> {
  readonly region: Region;
  readonly value: number;
  /** 0 for nothing, and then 1 to 4 by equal parts of the highest value. */
  readonly shade: number;
}

const DISTRICT_LEVEL = 3;
const SHADES = 4;

/** The districts (NUTS 3) with their values. */
export function districtsOf<Region extends MapRegion>(
  regions: readonly Region[],
  valueOf: (region: Region) => number,
): readonly District<Region>[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const districts = regions
    .filter(({ level }) => level === DISTRICT_LEVEL)
    .map((region) => {
      // A region with one district is that district, so the entries of either are in both.
      const parent = byCode.get(region.parent?.code ?? '');
      const isOnly =
        regions.filter((other) => other.parent?.code === parent?.code).length === 1 &&
        parent !== undefined;
      return { region, value: valueOf(isOnly ? parent : region) };
    });
  const highest = Math.max(1, ...districts.map(({ value }) => value));
  return districts.map((one) => ({ ...one, shade: Math.ceil((SHADES * one.value) / highest) }));
}

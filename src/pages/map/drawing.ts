import { fill, numberText, shortMoneyText, shortNumberText, type Language } from '../language.js';
import { regionName, regionPath } from '../views/places.js';
import {
  classesOf,
  countedAs,
  districtsOf,
  onlyInLarger,
  type MapRegion,
  type Shade,
} from './districts.js';

/** A number of each region. */
export interface Measure<Region> {
  readonly label: string;
  /** Null if it is not known. */
  readonly valueOf: (region: Region) => number | null;
  /** The exact value, where the number is rounded. */
  readonly exactOf?: (region: Region) => string;
  /** The currency of an amount; what has none is a count. */
  readonly currency?: string;
  /** What is in no region. */
  readonly unplaced?: { readonly text: string; readonly path: string | null };
  /** Whether each entry is in one region only, so that the numbers of regions can be added up. */
  readonly isInOne?: boolean;
}

/** One district as it is drawn, and where it leads. */
export interface Area {
  readonly shape: string;
  readonly code: string;
  /** Null if there is nothing to see. */
  readonly path: string | null;
  readonly name: string;
  /** `Nišavska oblast: 5`, `Nišavska oblast: 120K · EUR 120,000`. */
  readonly label: string;
  /** What is written on it. */
  readonly text: string;
  /** Long texts are written smaller. */
  readonly size: 'short' | 'long';
  readonly shade: Shade;
}

/** A map of the districts: what the app draws, and what the server writes. */
export interface RegionDrawing {
  readonly label: string;
  /** The region that the page is about, if it is about one; it and its neighbors stand out. */
  readonly here?: string | undefined;
  readonly areas: readonly Area[];
  /** What each color means. */
  readonly legend: readonly { readonly shade: Shade; readonly text: string }[];
  /** What is on no district, and where it can be seen. */
  readonly notes: readonly { readonly text: string; readonly path: string | null }[];
}

/** Entries in no region, by their number, and where they are listed. */
export function unplaced(
  language: Language,
  { totalCount }: { readonly totalCount: number },
  path: string,
): { readonly text: string; readonly path: string | null } {
  return { text: numberText(language, totalCount), path: totalCount === 0 ? null : path };
}

interface WithOrganizations {
  readonly organizations: { readonly totalCount: number };
}

/** How many organizations have their seat in a region. */
export function organizationMeasure(
  language: Language,
  none: { readonly totalCount: number },
  path = '/organizations?region=~',
): Measure<WithOrganizations> {
  return {
    label: language.words.organizations.title,
    valueOf: ({ organizations }) => organizations.totalCount,
    unplaced: unplaced(language, none, path),
    isInOne: true,
  };
}

/** A value as text, exactly. */
export function measureText<Region>(
  language: Language,
  { valueOf, exactOf }: Measure<Region>,
  region: Region,
): string {
  const value = valueOf(region);
  if (value === null) return language.words.state.unknown;
  return exactOf?.(region) ?? numberText(language, value);
}

interface DrawingOptions<Region> {
  readonly here?: string | undefined;
  /** Where a district leads; without it, to its page. */
  readonly pathOf?: (region: Region) => string;
  /** Whether a district narrows the list of what is counted, which would be empty for one with nothing. */
  readonly isFilter?: boolean;
}

export function drawingOf<Region extends MapRegion>(
  language: Language,
  label: string,
  regions: readonly Region[],
  measure: Measure<Region>,
  { here, pathOf = regionPath, isFilter = false }: DrawingOptions<Region> = {},
): RegionDrawing {
  const { valueOf, unplaced: none, isInOne = false } = measure;
  const districts = districtsOf(regions, valueOf);
  const words = language.words.regions;
  const larger = isInOne ? onlyInLarger(regions, (region) => valueOf(region) ?? 0) : 0;
  return {
    label,
    here,
    areas: districts.map(({ shape, region, value, shade }) => {
      const name = regionName(language, region);
      const exact = measureText(language, measure, region);
      const text = value === null ? '?' : shortNumberText(language, value);
      return {
        shape,
        code: region.code,
        path: isFilter && value === 0 ? null : pathOf(region),
        name,
        // What is written is a part of the name, for those who say what they see.
        label: `${name}: ${exact.includes(text) ? exact : `${text} · ${exact}`}`,
        text,
        size: text.length > 3 ? 'long' : 'short',
        shade,
      };
    }),
    legend: legendOf(language, measure, districts),
    notes: [
      ...(larger > 0
        ? [{ text: fill(words.larger, { n: numberText(language, larger) }), path: null }]
        : []),
      ...(none === undefined
        ? []
        : [{ text: fill(words.unplaced, { n: none.text }), path: none.path }]),
    ],
  };
}

/** The colors that the map has, from nothing to the most, and then that of what is not known. */
function legendOf<Region>(
  language: Language,
  { currency }: Pick<Measure<Region>, 'currency'>,
  districts: readonly { readonly value: number | null }[],
): RegionDrawing['legend'] {
  const { regions, state } = language.words;
  const classes = classesOf(districts.map(({ value }) => value));
  return [
    { shade: 0, text: regions.none },
    ...classes.map(({ shade, above, upTo }) => ({
      shade,
      text:
        currency === undefined
          ? rangeText(language, above + 1, upTo)
          : fill(regions.upTo, { n: shortMoneyText(language, upTo, currency) }),
    })),
    ...(districts.some(({ value }) => value === null)
      ? [{ shade: 'unknown' as const, text: state.unknown }]
      : []),
  ];
}

const rangeText = (language: Language, from: number, to: number) =>
  from === to
    ? numberText(language, from)
    : `${numberText(language, from)}–${numberText(language, to)}`;

/** The regions of a table, each with the region that stands for it. */
export function tableRegions<Region extends MapRegion>(
  regions: readonly Region[],
): readonly { readonly region: Region; readonly counted: Region }[] {
  const counted = countedAs(regions);
  return regions.map((region) => ({ region, counted: counted(region) }));
}

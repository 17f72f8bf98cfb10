import type { Language } from '../language.js';
import type { PlainTable } from '../view.js';
import { regionName, regionPath } from '../views/places.js';
import type { MapRegion } from './districts.js';
import { drawingOf, measureText, tableRegions, type Measure } from './drawing.js';

interface MapTableOptions<Region> {
  readonly heading: string;
  readonly regions: readonly Region[];
  readonly measures: readonly Measure<Region>[];
  /** What the map shows: without it, the first. */
  readonly shown?: Measure<Region> | undefined;
  /** The region that the page is about. */
  readonly here?: string;
}

/** The map with its table, as the server writes them. */
export function mapTable<Region extends MapRegion>(
  language: Language,
  { heading, regions, measures, shown = measures[0], here }: MapTableOptions<Region>,
): PlainTable {
  const { prefix, words } = language;
  return {
    heading,
    ...(shown && {
      map: drawingOf(language, `${heading}: ${shown.label}`, regions, shown, { here }),
    }),
    columns: [words.column.region, words.column.code, ...measures.map(({ label }) => label)],
    rows: tableRegions(regions).map(({ region, counted }) => [
      { text: regionName(language, region), href: `${prefix}${regionPath(counted)}` },
      region.code,
      ...measures.map((measure) => measureText(language, measure, counted)),
    ]),
  };
}

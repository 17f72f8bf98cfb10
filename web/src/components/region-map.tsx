import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { MapRegion } from '../../../src/pages/map/districts.js';
import {
  drawingOf,
  measureText,
  tableRegions,
  type Measure,
  type RegionDrawing,
} from '../../../src/pages/map/drawing.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { useLanguage } from '../context.js';
import { DataTable, type Column } from './data-table.js';

/** The borders are loaded beside the page. */
const Drawing = lazy(async () => ({
  default: (await import('./map-drawing.js')).MapDrawing,
}));

export interface MapActions {
  /** The regions that are selected, and how to select one. Without it, each leads to its page. */
  readonly selected?: readonly string[];
  readonly select?: ((code: string) => void) | undefined;
}

interface RegionMapProps<Region> extends MapActions {
  readonly label: string;
  readonly regions: readonly Region[];
  /** The columns of the table. */
  readonly measures: readonly Measure<Region>[];
  /** What the map shows: without it, the first. */
  readonly shown?: Measure<Region> | undefined;
  /** The region that the page is about. */
  readonly here?: string;
}

/** A map of the districts, what its colors mean, and the same numbers as a table of all regions. */
export function RegionMap<Region extends MapRegion>({
  label,
  regions,
  measures,
  shown = measures[0],
  here,
  ...actions
}: RegionMapProps<Region>) {
  const language = useLanguage();
  if (shown === undefined) return null;
  const drawing = drawingOf(language, `${label}: ${shown.label}`, regions, shown, {
    here,
    isFilter: actions.select !== undefined,
  });
  return (
    <div className="region-map">
      {drawing.areas.length > 0 && (
        <div className="map-side">
          <Suspense fallback={<div className="map-drawing" aria-busy="true" />}>
            <Drawing of={drawing} {...actions} />
          </Suspense>
          <Notes of={drawing} />
        </div>
      )}
      <RegionTable label={label} regions={regions} measures={measures} {...actions} />
    </div>
  );
}

function Notes({ of: { notes } }: { readonly of: RegionDrawing }) {
  return (
    <ul className="plain-list map-notes">
      {notes.map(({ text, path }) => (
        <li key={text}>{path === null ? text : <Link href={path}>{text}</Link>}</li>
      ))}
    </ul>
  );
}

type RegionTableProps<Region> = Pick<RegionMapProps<Region>, 'label' | 'regions' | 'measures'> &
  MapActions;

/** What the map shows, as a table, with the regions that the districts are parts of. */
function RegionTable<Region extends MapRegion>({
  label,
  regions,
  measures,
  selected = [],
  select,
}: RegionTableProps<Region>) {
  const language = useLanguage();
  // The first counts the entries. A region that is selected can be left again.
  const isEmpty = (region: Region) =>
    measures[0]?.valueOf(region) === 0 && !selected.includes(region.code);
  type Row = ReturnType<typeof tableRegions<Region>>[number];
  const columns: readonly Column<Row>[] = [
    {
      label: language.words.column.region,
      cell: ({ region, counted }) => (
        <span className={`level-${region.level}`}>
          {select !== undefined && isEmpty(counted) ? (
            regionName(language, region)
          ) : select === undefined ? (
            <Link href={regionPath(counted)}>{regionName(language, region)}</Link>
          ) : (
            <button
              type="button"
              className="plain"
              aria-pressed={selected.includes(counted.code)}
              onClick={() => select(counted.code)}
            >
              {regionName(language, region)}
            </button>
          )}{' '}
          <span className="hint">{region.code}</span>
        </span>
      ),
      value: ({ region }) => regionName(language, region),
    },
    ...measures.map((measure, at): Column<Row> => ({
      label: measure.label,
      cell: ({ counted }) => measureText(language, measure, counted),
      value: ({ counted }) => measure.valueOf(counted),
      isNumber: true,
      isMinor: at > 0 && at < measures.length - 1,
    })),
  ];
  return (
    <DataTable
      label={label}
      rows={tableRegions(regions)}
      keyOf={({ region }) => region.code}
      columns={columns}
    />
  );
}

import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'wouter';
import { numberText } from '../../../src/pages/language.js';
import { districtsOf, type District, type MapRegion } from '../../../src/pages/map/districts.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { useLanguage } from '../context.js';

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
  readonly valueOf: (region: Region) => number;
  /** The regions listed beside the map; without it, those that districts are parts of. */
  readonly isListed?: (region: Region) => boolean;
}

/** A map of the districts, and the regions that they are parts of as a list. */
export function RegionMap<Region extends MapRegion>({
  label,
  regions,
  valueOf,
  isListed = ({ level }) => level === 2,
  selected = [],
  select,
}: RegionMapProps<Region>) {
  const language = useLanguage();
  const districts: readonly District<MapRegion>[] = districtsOf(regions, valueOf);
  const entry = (region: Region, content: ReactNode) =>
    select === undefined ? (
      <Link href={regionPath(region)}>{content}</Link>
    ) : (
      <button
        type="button"
        aria-pressed={selected.includes(region.code)}
        onClick={() => select(region.code)}
      >
        {content}
      </button>
    );
  return (
    <div className="region-map">
      {districts.length > 0 && (
        <Suspense fallback={<div className="map-drawing" aria-busy="true" />}>
          <Drawing label={label} districts={districts} selected={selected} select={select} />
        </Suspense>
      )}
      <ul className="plain-list map-regions">
        {regions.filter(isListed).map((region) => (
          <li key={region.code}>
            {entry(region, regionName(language, region))}{' '}
            <span className="count">{numberText(language, valueOf(region))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

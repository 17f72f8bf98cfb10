import { listIn, toggled } from '../../../src/pages/address.js';
import type { Measure } from '../../../src/pages/map/drawing.js';
import type { FundedRegion, Funding } from '../../../src/pages/views/funding.js';
import { RegionMap } from '../components/region-map.js';
import { useLanguage, useSearchState } from '../context.js';

/** The map and the table of the regions: the last measure is what the map shows. */
export function RegionsOf({
  data,
  measures,
}: {
  readonly data: Funding;
  readonly measures: readonly Measure<FundedRegion>[];
}) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const selected = listIn(search, 'region');
  return (
    <RegionMap
      label={words.funding.byRegion}
      regions={data.regions.nodes}
      measures={measures}
      shown={measures.at(-1)}
      selected={selected}
      select={(code) => change({ region: toggled(selected, code), after: null })}
    />
  );
}

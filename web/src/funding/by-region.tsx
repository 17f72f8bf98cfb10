import { listIn, toggled } from '../../../src/pages/address.js';
import { FundingRegionsDocument } from '../../../src/pages/generated/funding.js';
import type { Facet } from '../../../src/pages/views/funding.js';
import { useAnswer } from '../api.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

interface ByRegionProps {
  /** The number of grants by region; the selected regions do not narrow it. */
  readonly regions: Facet | undefined;
}

/** Where the grants go. A district of the map narrows the page to itself. */
export function ByRegion({ regions: facet }: ByRegionProps) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const isKnown = (facet?.values.length ?? 0) > 0;
  const answer = useAnswer(FundingRegionsDocument, {}, { isEnabled: isKnown });
  const selected = listIn(search, 'region');
  const grants = new Map(facet?.values.map(({ key, grantCount }) => [key, grantCount]));
  return (
    <Section
      title={words.funding.byRegion}
      note={`${words.funding.counts}. ${words.regions.mapNote}`}
      isShown={isKnown}
    >
      <Answer of={answer}>
        {({ regions: { nodes } }) => (
          <RegionMap
            label={words.funding.byRegion}
            regions={nodes}
            valueOf={({ code }) => grants.get(code) ?? 0}
            isListed={({ code, level }) => level < 3 && grants.has(code)}
            selected={selected}
            select={(code) => change({ region: toggled(selected, code), after: null })}
          />
        )}
      </Answer>
    </Section>
  );
}

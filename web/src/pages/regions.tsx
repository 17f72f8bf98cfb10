import { RegionsDocument } from '../../../src/pages/generated/regions.js';
import {
  REGION_MEASURES,
  regionMeasures,
  regionsVariables,
  shownMeasure,
} from '../../../src/pages/views/regions.js';
import { useAnswer } from '../api.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const variables = regionsVariables(search);
  const answer = useAnswer(RegionsDocument, variables);
  const shown = shownMeasure(search);
  return (
    <>
      <PageHead
        title={words.regions.title}
        lead={words.regions.lead}
        operation={RegionsDocument}
        variables={variables}
        downloads={[]}
      />
      <Answer of={answer} isPage>
        {(data) => {
          const { nodes, totalCount, pageInfo } = data.regions;
          const measures = regionMeasures(language, data);
          return (
            <Section
              title={words.regions.map}
              note={words.regions.mapNote}
              total={totalCount}
              shown={nodes.length}
            >
              <fieldset className="switch">
                <legend className="visually-hidden">{words.regions.shown}</legend>
                {REGION_MEASURES.map((name) => (
                  <label key={name} className="choice">
                    <input
                      type="radio"
                      name="show"
                      checked={name === shown}
                      onChange={() => change({ show: name }, true)}
                    />
                    {measures[name].label}
                  </label>
                ))}
              </fieldset>
              <RegionMap
                label={words.regions.map}
                regions={nodes}
                measures={REGION_MEASURES.map((name) => measures[name])}
                shown={measures[shown]}
              />
              <Pager pageInfo={pageInfo} />
            </Section>
          );
        }}
      </Answer>
    </>
  );
}

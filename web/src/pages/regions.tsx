import { Link } from 'wouter';
import { valueIn } from '../../../src/pages/address.js';
import { RegionsDocument } from '../../../src/pages/generated/regions.js';
import { numberText } from '../../../src/pages/language.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { regionsVariables, type ListedRegion } from '../../../src/pages/views/regions.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

const MEASURES = ['organizations', 'clusters', 'initiatives', 'grants'] as const;
type MeasureName = (typeof MEASURES)[number];

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const variables = regionsVariables(search);
  const answer = useAnswer(RegionsDocument, variables);
  const labels: Readonly<Record<MeasureName, string>> = {
    organizations: words.organizations.title,
    clusters: words.clusters.title,
    initiatives: words.initiatives.title,
    grants: words.column.grants,
  };
  const shown = MEASURES.find((name) => name === valueIn(search, 'show')) ?? 'organizations';
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
        {({ regions: { nodes, totalCount, pageInfo } }) => (
          <>
            <Section title={words.regions.map} note={words.regions.mapNote}>
              <fieldset className="switch">
                <legend className="visually-hidden">{words.regions.shown}</legend>
                {MEASURES.map((name) => (
                  <label key={name} className="choice">
                    <input
                      type="radio"
                      name="show"
                      checked={name === shown}
                      onChange={() => change({ show: name }, true)}
                    />
                    {labels[name]}
                  </label>
                ))}
              </fieldset>
              <RegionMap
                label={`${words.regions.map}: ${labels[shown]}`}
                regions={nodes}
                valueOf={(region) => region[shown].totalCount}
              />
            </Section>
            <Section title={words.regions.title} total={totalCount} shown={nodes.length}>
              <DataTable
                label={words.regions.title}
                rows={nodes}
                keyOf={({ code }) => code}
                columns={[
                  {
                    label: words.column.region,
                    cell: (region) => (
                      <span className={`level-${region.level}`}>
                        <Link href={regionPath(region)}>{regionName(language, region)}</Link>{' '}
                        <span className="hint">{region.code}</span>
                      </span>
                    ),
                    value: (region) => regionName(language, region),
                  },
                  ...MEASURES.map((name) => ({
                    label: labels[name],
                    cell: (region: ListedRegion) => numberText(language, region[name].totalCount),
                    value: (region: ListedRegion) => region[name].totalCount,
                    isNumber: true,
                    isMinor: name === 'clusters' || name === 'initiatives',
                  })),
                ]}
              />
              <Pager pageInfo={pageInfo} />
            </Section>
          </>
        )}
      </Answer>
    </>
  );
}

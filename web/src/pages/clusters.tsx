import { Link } from 'wouter';
import { exportUrl, listIn } from '../../../src/pages/address.js';
import { ClustersDocument, type ClustersQuery } from '../../../src/pages/generated/clusters.js';
import { count, fill, numberText } from '../../../src/pages/language.js';
import {
  clusterFilter,
  clustersVariables,
  foundedText,
  seatMeasure,
  type ListedCluster,
} from '../../../src/pages/views/clusters.js';
import { placeOf } from '../../../src/pages/views/organizations.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import type { Answered } from '../../../src/pages/view.js';
import { useAnswer } from '../api.js';
import { Chips } from '../components/chips.js';
import { DataTable } from '../components/data-table.js';
import { FilterPanel } from '../components/filter-panel.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { PlaceFilters, usePlaceChips, type PlaceOptions } from '../components/place-filters.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { Sectors } from '../components/sectors.js';
import { SourceButton } from '../components/source.js';
import { Answer, Nothing } from '../components/states.js';
import { TextFilter } from '../components/text-filter.js';
import { useLanguage, useSearchState } from '../context.js';

const NO_FILTERS = { region: null, sector: null, memberOf: null, q: null, after: null };

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const variables = clustersVariables(search);
  const answer = useAnswer(ClustersDocument, variables);
  const options = answer.data && placeOptions(answer.data);
  const chips = usePlaceChips(options);
  const selected = listIn(search, 'region');
  const clear = () => change(NO_FILTERS);
  return (
    <>
      <PageHead
        title={words.clusters.title}
        lead={answer.data && count(language, words.clusters.lead, answer.data.clusters.totalCount)}
        operation={ClustersDocument}
        variables={variables}
        downloads={['csv', 'xlsx', 'json'].map((format) => ({
          text: format.toUpperCase(),
          href: exportUrl(`organizations.${format}`, clusterFilter(search)),
        }))}
      />
      <div className="with-filters">
        <FilterPanel>
          <TextFilter label={words.organizations.name} />
          <PlaceFilters options={options} hasKinds={false} />
        </FilterPanel>
        <div className="results">
          <Chips chips={chips} clear={clear} />
          <Answer of={answer} isPage>
            {(data) => {
              const { nodes, pageInfo, totalCount } = data.clusters;
              return (
                <>
                  {nodes.length === 0 ? (
                    <Nothing clear={clear} />
                  ) : (
                    <>
                      <Clusters of={nodes} />
                      <p className="note">
                        {fill(words.state.shown, {
                          shown: numberText(language, nodes.length),
                          total: numberText(language, totalCount),
                        })}
                      </p>
                      <Pager pageInfo={pageInfo} />
                    </>
                  )}
                  <Section title={words.clusters.seats} note={words.regions.mapNote}>
                    <RegionMap
                      label={words.clusters.seats}
                      regions={data.regions.nodes}
                      measures={[seatMeasure(language, data, search)]}
                      selected={selected}
                      select={(code) =>
                        change({ region: selected.includes(code) ? null : code, after: null })
                      }
                    />
                  </Section>
                </>
              );
            }}
          </Answer>
        </div>
      </div>
    </>
  );
}

/** The regions of the filter: also the districts that have a cluster, or are selected on the map. */
function placeOptions({ totals, regions }: Answered<ClustersQuery>): PlaceOptions {
  const listed = new Set(totals.regions.map(({ region }) => region.code));
  const further = regions.nodes.filter(
    ({ code, organizations }) => !listed.has(code) && organizations.totalCount > 0,
  );
  return {
    sectors: totals.sectors,
    regions: [
      ...totals.regions,
      ...further.map((region) => ({ region, count: region.organizations.totalCount })),
    ],
  };
}

function Clusters({ of }: { readonly of: readonly ListedCluster[] }) {
  const language = useLanguage();
  const { words } = language;
  const { column } = words;
  return (
    <DataTable
      label={words.clusters.title}
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        {
          label: column.name,
          cell: (one) => <OrganizationLink of={one} />,
          value: ({ name }) => name,
        },
        {
          label: column.city,
          cell: ({ city, region }) =>
            city === null && region === null ? (
              <Unknown />
            ) : (
              <>
                {city ?? ''}
                {region && (
                  <span className="below">
                    <Link href={regionPath(region)}>{regionName(language, region)}</Link>
                  </span>
                )}
              </>
            ),
          value: placeOf,
        },
        {
          label: column.sector,
          cell: ({ sectors }) =>
            sectors.nodes.length === 0 ? <Unknown /> : <Sectors of={sectors.nodes} />,
          isMinor: true,
        },
        {
          label: column.since,
          cell: (one) => foundedText(language, one) ?? <Unknown />,
          value: ({ bestClaims: [founded] }) => founded?.claim.date ?? null,
        },
        {
          label: column.members,
          cell: ({ members }) => numberText(language, members.totalCount),
          value: ({ members }) => members.totalCount,
          isNumber: true,
        },
        {
          label: words.initiatives.title,
          cell: ({ initiatives }) => numberText(language, initiatives.totalCount),
          value: ({ initiatives }) => initiatives.totalCount,
          isNumber: true,
          isMinor: true,
        },
        {
          label: column.grants,
          cell: ({ grantsReceived }) => numberText(language, grantsReceived.totalCount),
          value: ({ grantsReceived }) => grantsReceived.totalCount,
          isNumber: true,
        },
        {
          label: column.source,
          cell: ({ source }) => <SourceButton of={source} />,
          isMinor: true,
        },
      ]}
    />
  );
}

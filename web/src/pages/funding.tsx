import { exportUrl, listIn, toggled, UNKNOWN } from '../../../src/pages/address.js';
import { FundingDocument } from '../../../src/pages/generated/funding.js';
import { fill, sentence } from '../../../src/pages/language.js';
import {
  excluding,
  FACETS,
  facetLabel,
  fundingResult,
  fundingSentence,
  fundingVariables,
  grantFilter,
  type Facets,
  type Funding,
} from '../../../src/pages/views/funding.js';
import { useAnswer } from '../api.js';
import { Chips, type Chip } from '../components/chips.js';
import { FilterPanel } from '../components/filter-panel.js';
import { GrantsTable } from '../components/grants-table.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { Section } from '../components/section.js';
import { Answer, Nothing } from '../components/states.js';
import { YearBars } from '../components/year-bars.js';
import { useLanguage, useSearchState } from '../context.js';
import { ByRegion } from '../funding/by-region.js';
import { CompareLink } from '../funding/compare-link.js';
import { FacetList, useFacets } from '../funding/facets.js';
import { FlowsSection } from '../funding/flows.js';
import { Totals } from '../funding/totals.js';
import { TextFilter } from '../components/text-filter.js';

const FILES = [
  'grants.csv',
  'grants.xlsx',
  'grants.json',
  'grants.360giving.json',
  'grants.iati.xml',
];

const NO_FILTERS = Object.fromEntries(
  ['q', 'after', ...FACETS.flatMap(([, parameter]) => [parameter, excluding(parameter)])].map(
    (name) => [name, null],
  ),
);

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const variables = fundingVariables(search);
  const answer = useAnswer(FundingDocument, variables);
  const { data } = answer;
  const facets = useFacets();
  const clear = () => change(NO_FILTERS);
  return (
    <>
      <PageHead
        title={fundingSentence(language, facets.loaded, search)}
        lead={data && sentence(fundingResult(language, data))}
        operation={FundingDocument}
        variables={variables}
        downloads={FILES.map((file) => ({
          text: file,
          href: exportUrl(file, grantFilter(search)),
        }))}
      />
      <div className="with-filters">
        <FilterPanel>
          <TextFilter label={words.column.title} />
          <FacetList of={facets} />
        </FilterPanel>
        <div className="results">
          <FundingChips facets={facets.loaded} clear={clear} />
          <CompareLink />
          <Answer of={answer} isPage>
            {(found) =>
              found.grants.totalCount === 0 ? (
                <>
                  <Nothing clear={clear} />
                  <ByRegion data={found} />
                </>
              ) : (
                <Results data={found} facets={facets.loaded} />
              )
            }
          </Answer>
        </div>
      </div>
    </>
  );
}

function FundingChips({ facets, clear }: { readonly facets: Facets; readonly clear: () => void }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const chips = FACETS.flatMap(([dimension, parameter]): readonly Chip[] => {
    const textOf = (key: string) =>
      key === UNKNOWN
        ? fill(words.funding.isUnknown, { dimension: values.GrantDimension[dimension] })
        : facetLabel(language, facets, dimension, key);
    const chipsOf = (name: string, written: (key: string) => string) =>
      listIn(search, name).map((key) => ({
        key: `${name} ${key}`,
        text: written(key),
        remove: () => change({ [name]: toggled(listIn(search, name), key), after: null }),
      }));
    return [
      ...chipsOf(parameter, textOf),
      ...chipsOf(excluding(parameter), (key) => fill(words.funding.exclude, { name: textOf(key) })),
    ];
  });
  const query = search.get('q');
  const all = query
    ? [...chips, { key: 'q', text: `“${query}”`, remove: () => change({ q: null, after: null }) }]
    : chips;
  return <Chips chips={all} clear={clear} />;
}

interface ResultsProps {
  readonly data: Funding;
  readonly facets: Facets;
}

function Results({ data, facets }: ResultsProps) {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const { grants } = data;
  // The selected years do not narrow the facet of years.
  const bars = (facets.YEAR?.values ?? [])
    .flatMap(({ key, grantCount }) => (key === null ? [] : [{ year: key, value: grantCount }]))
    .sort((a, b) => Number(a.year) - Number(b.year));
  const selected = listIn(search, 'year');
  return (
    <>
      <Totals data={data} />
      <FlowsSection data={data} />
      <Section title={words.funding.byYear} note={words.funding.counts} isShown={bars.length > 0}>
        <YearBars
          label={words.funding.byYear}
          bars={bars}
          selected={selected}
          select={(year) => change({ year: toggled(selected, year), after: null })}
        />
      </Section>
      <ByRegion data={data} />
      <Section title={words.funding.table} total={grants.totalCount} shown={grants.nodes.length}>
        <GrantsTable label={words.funding.table} grants={grants.nodes} />
        <Pager pageInfo={grants.pageInfo} />
      </Section>
    </>
  );
}

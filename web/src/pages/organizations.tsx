import { exportUrl } from '../../../src/pages/address.js';
import { OrganizationsDocument } from '../../../src/pages/generated/organizations.js';
import { count, fill, numberText } from '../../../src/pages/language.js';
import {
  ORGANIZATION_TYPES,
  organizationFilter,
  organizationsVariables,
  placeOf,
} from '../../../src/pages/views/organizations.js';
import { useAnswer } from '../api.js';
import { Chips } from '../components/chips.js';
import { DataTable } from '../components/data-table.js';
import { FilterPanel } from '../components/filter-panel.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { PlaceFilters, usePlaceChips } from '../components/place-filters.js';
import { SourceButton } from '../components/source.js';
import { Answer, Nothing } from '../components/states.js';
import { TextFilter } from '../components/text-filter.js';
import { useLanguage, useSearchState } from '../context.js';

const FILTERS = { kind: null, region: null, sector: null, memberOf: null, q: null, after: null };

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const variables = organizationsVariables(search);
  const answer = useAnswer(OrganizationsDocument, variables);
  const chips = usePlaceChips(answer.data?.totals);
  const clear = () => change(FILTERS);
  const filter = organizationFilter(search);
  return (
    <>
      <PageHead
        title={words.organizations.title}
        lead={
          answer.data &&
          count(language, words.organizations.lead, answer.data.organizations.totalCount)
        }
        operation={OrganizationsDocument}
        variables={variables}
        downloads={['csv', 'xlsx', 'json'].map((format) => ({
          text: format.toUpperCase(),
          href: exportUrl(`organizations.${format}`, filter),
        }))}
      />
      <div className="with-filters">
        <FilterPanel>
          <TextFilter label={words.organizations.name} />
          <PlaceFilters
            options={answer.data?.totals}
            counts={Object.fromEntries(
              ORGANIZATION_TYPES.map((kind) => [kind, answer.data?.[kind].totalCount]),
            )}
          />
        </FilterPanel>
        <div className="results">
          <Chips chips={chips} clear={clear} />
          <Answer of={answer} isPage>
            {({ organizations: { nodes, totalCount, pageInfo } }) =>
              nodes.length === 0 ? (
                <Nothing clear={clear} />
              ) : (
                <>
                  <DataTable
                    label={words.organizations.title}
                    rows={nodes}
                    keyOf={({ id }) => id}
                    columns={[
                      {
                        label: words.column.name,
                        cell: (one) => <OrganizationLink of={one} />,
                        value: ({ name }) => name,
                      },
                      {
                        label: words.column.kind,
                        cell: ({ type }) => language.values.OrganizationType[type],
                        value: ({ type }) => language.values.OrganizationType[type],
                        isMinor: true,
                      },
                      {
                        label: words.column.city,
                        cell: (one) => placeOf(one) ?? <Unknown />,
                        value: placeOf,
                      },
                      {
                        label: words.column.members,
                        cell: ({ members }) => numberText(language, members.totalCount),
                        value: ({ members }) => members.totalCount,
                        isNumber: true,
                      },
                      {
                        label: words.column.partnerships,
                        cell: ({ partnerships }) => numberText(language, partnerships.totalCount),
                        value: ({ partnerships }) => partnerships.totalCount,
                        isNumber: true,
                      },
                      {
                        label: words.column.source,
                        cell: ({ source }) => <SourceButton of={source} />,
                        isMinor: true,
                      },
                    ]}
                  />
                  <p className="note">
                    {fill(words.state.shown, {
                      shown: numberText(language, nodes.length),
                      total: numberText(language, totalCount),
                    })}
                  </p>
                  <Pager pageInfo={pageInfo} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
    </>
  );
}

import { Link } from 'wouter';
import { exportUrl, listIn, toggled, UNKNOWN } from '../../../src/pages/address.js';
import { InitiativesDocument } from '../../../src/pages/generated/initiatives.js';
import { count, numberText } from '../../../src/pages/language.js';
import {
  INITIATIVE_KINDS,
  initiativeFilter,
  initiativesVariables,
} from '../../../src/pages/views/initiatives.js';
import { useAnswer } from '../api.js';
import { Chips } from '../components/chips.js';
import { DataTable } from '../components/data-table.js';
import { FilterPanel } from '../components/filter-panel.js';
import { OrganizationList } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { SourceButton } from '../components/source.js';
import { Answer, Nothing } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { Period } from '../organization/ties.js';

/** The filters in the address; regions and sectors come from links of other pages. */
const PARAMETERS = ['kind', 'region', 'sector'] as const;
const NO_FILTERS = { kind: null, region: null, sector: null, after: null };

export function Page() {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const variables = initiativesVariables(search);
  const answer = useAnswer(InitiativesDocument, variables);
  const kinds = listIn(search, 'kind');
  const kindNames: Readonly<Record<string, string>> = values.InitiativeKind;
  const clear = () => change(NO_FILTERS);
  const chips = PARAMETERS.flatMap((name) =>
    listIn(search, name).map((value) => ({
      key: `${name} ${value}`,
      text:
        name === 'kind'
          ? (kindNames[value] ?? value)
          : value === UNKNOWN
            ? words.regions.unplacedOnly
            : `${words.column[name]}: ${value}`,
      remove: () => change({ [name]: toggled(listIn(search, name), value), after: null }),
    })),
  );
  return (
    <>
      <PageHead
        title={words.initiatives.title}
        lead={
          answer.data && count(language, words.initiatives.lead, answer.data.initiatives.totalCount)
        }
        operation={InitiativesDocument}
        variables={variables}
        downloads={['csv', 'xlsx', 'json'].map((format) => ({
          text: format.toUpperCase(),
          href: exportUrl(`initiatives.${format}`, initiativeFilter(search)),
        }))}
      />
      <div className="with-filters">
        <FilterPanel>
          <fieldset>
            <legend>{words.column.kind}</legend>
            {INITIATIVE_KINDS.map((kind) => (
              <label key={kind} className="choice">
                <input
                  type="checkbox"
                  checked={kinds.includes(kind)}
                  onChange={() => change({ kind: toggled(kinds, kind), after: null })}
                />
                {values.InitiativeKind[kind]}
              </label>
            ))}
          </fieldset>
        </FilterPanel>
        <div className="results">
          <Chips chips={chips} clear={clear} />
          <Answer of={answer} isPage>
            {({ initiatives: { nodes, pageInfo } }) =>
              nodes.length === 0 ? (
                <Nothing clear={clear} />
              ) : (
                <>
                  <DataTable
                    label={words.initiatives.title}
                    rows={nodes}
                    keyOf={({ id }) => id}
                    columns={[
                      {
                        label: words.column.title,
                        cell: ({ slug, title }) => (
                          <Link href={`/initiatives/${encodeURIComponent(slug)}`} dir="auto">
                            {title}
                          </Link>
                        ),
                        value: ({ title }) => title,
                      },
                      {
                        label: words.column.kind,
                        cell: ({ kind }) => values.InitiativeKind[kind],
                        value: ({ kind }) => values.InitiativeKind[kind],
                        isMinor: true,
                      },
                      {
                        label: words.column.since,
                        cell: ({ startedOn, endedOn }) => (
                          <Period of={{ since: startedOn, until: endedOn }} />
                        ),
                        value: ({ startedOn }) => startedOn,
                      },
                      {
                        label: words.column.with,
                        cell: ({ participants }) => (
                          <OrganizationList
                            of={participants.nodes}
                            total={participants.totalCount}
                          />
                        ),
                      },
                      {
                        label: words.column.grants,
                        cell: ({ grants }) => numberText(language, grants.totalCount),
                        value: ({ grants }) => grants.totalCount,
                        isNumber: true,
                      },
                      {
                        label: words.column.source,
                        cell: ({ source }) => <SourceButton of={source} />,
                        isMinor: true,
                      },
                    ]}
                  />
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

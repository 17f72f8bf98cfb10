import { Link } from 'wouter';
import { listIn, toggled } from '../../../src/pages/address.js';
import { OffersDocument } from '../../../src/pages/generated/offers.js';
import { count } from '../../../src/pages/language.js';
import {
  matchesOf,
  OFFER_DIRECTIONS,
  offersVariables,
  offerPath,
  type ListedOffer,
} from '../../../src/pages/views/offers.js';
import { useAnswer } from '../api.js';
import { Chips } from '../components/chips.js';
import { DataTable } from '../components/data-table.js';
import { FilterPanel } from '../components/filter-panel.js';
import { useFragment } from '../components/fragment.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { Sectors } from '../components/sectors.js';
import { SourceButton } from '../components/source.js';
import { Answer, Nothing } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { Period } from '../organization/ties.js';

export function Page() {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const variables = offersVariables(search);
  const answer = useAnswer(OffersDocument, variables);
  useFragment(answer.data !== undefined);
  const names: Readonly<Record<string, string>> = values.OfferDirection;
  const clear = () => change({ direction: null, sector: null, after: null });
  const toggle = (name: 'direction' | 'sector', value: string) =>
    change({ [name]: toggled(listIn(search, name), value), after: null });
  const directions = listIn(search, 'direction');
  return (
    <>
      <PageHead
        title={words.offers.title}
        lead={
          answer.data &&
          `${count(language, words.offers.lead, answer.data.cooperationOffers.totalCount)}.`
        }
        operation={OffersDocument}
        variables={variables}
        downloads={[]}
      />
      <div className="with-filters">
        <FilterPanel>
          <fieldset>
            <legend>{words.column.kind}</legend>
            {OFFER_DIRECTIONS.map((direction) => (
              <label key={direction} className="choice">
                <input
                  type="checkbox"
                  checked={directions.includes(direction)}
                  onChange={() => toggle('direction', direction)}
                />
                {values.OfferDirection[direction]}
              </label>
            ))}
          </fieldset>
        </FilterPanel>
        <div className="results">
          <Chips
            chips={[
              ...directions.map((value) => ({
                key: value,
                text: names[value] ?? value,
                remove: () => toggle('direction', value),
              })),
              ...listIn(search, 'sector').map((value) => ({
                key: value,
                text: `${words.column.sector}: ${value}`,
                remove: () => toggle('sector', value),
              })),
            ]}
            clear={clear}
          />
          <Answer of={answer} isPage>
            {({ cooperationOffers: { nodes, pageInfo } }) =>
              nodes.length === 0 ? (
                <Nothing clear={clear} />
              ) : (
                <>
                  <p className="note">{words.offers.matchesNote}</p>
                  <Offers of={nodes} />
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

function Offers({ of }: { readonly of: readonly ListedOffer[] }) {
  const { words, values } = useLanguage();
  const { column, offers: w } = words;
  return (
    <DataTable
      label={w.title}
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        {
          label: column.title,
          cell: ({ slug, title, description }) => (
            <>
              <Link id={slug} href={offerPath({ slug })} dir="auto">
                {title}
              </Link>
              {description !== null && (
                <span className="below" dir="auto">
                  {description}
                </span>
              )}
            </>
          ),
          value: ({ title }) => title,
        },
        {
          label: column.kind,
          cell: ({ direction }) => values.OfferDirection[direction],
          value: ({ direction }) => values.OfferDirection[direction],
        },
        {
          label: column.name,
          cell: ({ organization }) => <OrganizationLink of={organization} />,
          value: ({ organization }) => organization.name,
        },
        {
          label: column.sector,
          cell: ({ sectors }) =>
            sectors.nodes.length === 0 ? <Unknown /> : <Sectors of={sectors.nodes} />,
          isMinor: true,
        },
        {
          label: column.since,
          cell: (one) => <Period of={one} />,
          value: ({ since }) => since,
          isMinor: true,
        },
        { label: w.matches, cell: (one) => <Matches of={one} /> },
        {
          label: column.source,
          cell: ({ source }) => <SourceButton of={source} />,
          isMinor: true,
        },
      ]}
    />
  );
}

function Matches({ of: one }: { readonly of: ListedOffer }) {
  const { words } = useLanguage();
  const matches = matchesOf(one);
  if (one.sectors.nodes.length === 0) return <Unknown />;
  if (matches.length === 0) return <span className="hint">{words.offers.noMatch}</span>;
  return (
    <ul className="plain-list">
      {matches.map(({ id, slug, title, organization }) => (
        <li key={id}>
          <Link href={offerPath({ slug })} dir="auto">
            {title}
          </Link>{' '}
          <OrganizationLink of={organization} />
        </li>
      ))}
    </ul>
  );
}

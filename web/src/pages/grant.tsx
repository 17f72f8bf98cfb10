import { Link, useParams } from 'wouter';
import { exportUrl } from '../../../src/pages/address.js';
import { GrantDocument } from '../../../src/pages/generated/grant.js';
import { dateText, sentence } from '../../../src/pages/language.js';
import {
  amountsOf,
  grantLead,
  transactionsByYear,
  unpaidOf,
  type Grant,
} from '../../../src/pages/views/grant.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { FactList, type Fact } from '../components/fact-list.js';
import { GrantsTable } from '../components/grants-table.js';
import { OrganizationLink, OrganizationList, Unknown } from '../components/mark.js';
import { Money } from '../components/money.js';
import { PageHead } from '../components/page-head.js';
import { regionName } from '../../../src/pages/views/places.js';
import { Section, Subject } from '../components/section.js';
import { Sectors } from '../components/sectors.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { YearBars } from '../components/year-bars.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { NotFound } from './not-found.js';

export function Page() {
  const { id } = useParams<{ id: string }>();
  const answer = useAnswer(GrantDocument, { id });
  return (
    <Answer of={answer} isPage>
      {({ grant }) => (grant === null ? <NotFound /> : <Details of={grant} />)}
    </Answer>
  );
}

function Details({ of: grant }: { readonly of: Grant }) {
  const language = useLanguage();
  const { words, values } = language;
  const { column, grant: w } = words;
  const unpaid = unpaidOf(grant);
  const filter = { identifier: { eq: grant.identifier } };
  return (
    <Subject value={grant.title}>
      <article>
        <PageHead
          title={grant.title}
          lead={sentence(grantLead(language, grant))}
          parent={{ text: words.funding.title, href: '/funding' }}
          operation={GrantDocument}
          variables={{ id: grant.id }}
          downloads={['csv', 'json'].map((format) => ({
            text: format.toUpperCase(),
            href: exportUrl(`grants.${format}`, filter),
          }))}
        />
        {grant.description !== null && (
          <p className="text" dir="auto">
            {grant.description}
          </p>
        )}
        {grant.isSecondaryReport && <p className="notice">{w.secondary}</p>}
        <div className="columns">
          <Section title={words.organization.facts}>
            <Parties of={grant} />
          </Section>
          <Section title={words.funding.totals}>
            {amountsOf(grant).length === 0 ? (
              <p className="state">{words.funding.noMoney}</p>
            ) : (
              <FactList
                facts={[
                  ...amountsOf(grant).map(({ measure, amount }): Fact => [
                    values.Measure[measure],
                    <strong key={measure}>
                      <Money of={amount} />
                    </strong>,
                  ]),
                  [w.unpaid, unpaid && <Money of={unpaid} />],
                ]}
              />
            )}
          </Section>
        </div>
        <Section title={w.shares} total={grant.shares.totalCount} shown={grant.shares.edges.length}>
          <DataTable
            label={w.shares}
            rows={grant.shares.edges}
            keyOf={({ node }) => node.id}
            columns={[
              {
                label: column.name,
                cell: ({ node }) => <OrganizationLink of={node} />,
                value: ({ node }) => node.name,
              },
              { label: column.amount, cell: ({ amount }) => <Money of={amount} />, isNumber: true },
            ]}
          />
        </Section>
        <Budgets of={grant} />
        <Transactions of={grant} />
        <Section title={w.passedOn} total={grant.passedOn.nodes.length}>
          <GrantsTable label={w.passedOn} grants={grant.passedOn.nodes} />
        </Section>
      </article>
    </Subject>
  );
}

function Parties({ of: grant }: { readonly of: Grant }) {
  const language = useLanguage();
  const { words, values } = language;
  const { column, grant: w } = words;
  const places = grant.locations.flatMap(({ name, country, region }) => {
    const text = region === null ? (name ?? country) : regionName(language, region);
    return text === null ? [] : [text];
  });
  return (
    <FactList
      facts={[
        [column.funder, <OrganizationLink key="funder" of={grant.funder} />],
        [
          w.intermediaries,
          grant.intermediaries.nodes.length === 0 ? null : (
            <OrganizationList of={grant.intermediaries.nodes} />
          ),
        ],
        [
          column.programme,
          grant.programme && (
            <Link href={`/programmes/${encodeURIComponent(grant.programme.slug)}`} dir="auto">
              {grant.programme.title}
            </Link>
          ),
        ],
        [
          words.initiatives.title,
          grant.initiative && (
            <Link href={`/initiatives/${encodeURIComponent(grant.initiative.slug)}`} dir="auto">
              {grant.initiative.title}
            </Link>
          ),
        ],
        [
          w.paidFrom,
          grant.paidFrom && (
            <Link href={`/grants/${grant.paidFrom.id}`} dir="auto">
              {grant.paidFrom.title}
            </Link>
          ),
        ],
        [
          column.day,
          grant.awardedOn === null ? <Unknown key="day" /> : dateText(language, grant.awardedOn),
        ],
        [
          w.planned,
          grant.plannedStartOn === null && grant.plannedEndOn === null ? null : (
            <Period of={{ since: grant.plannedStartOn, until: grant.plannedEndOn }} />
          ),
        ],
        [w.actual, <Period key="period" of={{ since: grant.startedOn, until: grant.endedOn }} />],
        [column.status, grant.status && values.GrantStatus[grant.status]],
        [
          words.organization.sectors,
          grant.sectors.edges.length === 0 ? null : (
            <Sectors of={grant.sectors.edges.map(({ node }) => node)} />
          ),
        ],
        [w.where, places.length === 0 ? null : places.join(', ')],
        [w.identifier, grant.identifier],
        [words.source.label, <SourceButton key="source" of={grant.source} />],
      ]}
    />
  );
}

function Budgets({ of: { budgets } }: { readonly of: Grant }) {
  const { words, values } = useLanguage();
  const { column } = words;
  return (
    <Section
      title={words.grant.budgets}
      note={words.grant.budgetsNote}
      total={budgets.totalCount}
      shown={budgets.nodes.length}
    >
      <DataTable
        label={words.grant.budgets}
        rows={budgets.nodes}
        keyOf={({ id }) => id}
        columns={[
          {
            label: column.since,
            cell: ({ startsOn, endsOn }) => <Period of={{ since: startsOn, until: endsOn }} />,
            value: ({ startsOn }) => startsOn,
          },
          { label: column.kind, cell: ({ kind }) => values.BudgetKind[kind] },
          { label: column.status, cell: ({ status }) => values.BudgetStatus[status] },
          { label: column.amount, cell: ({ value }) => <Money of={value} />, isNumber: true },
          {
            label: column.source,
            cell: ({ source }) => <SourceButton of={source} />,
            isMinor: true,
          },
        ]}
      />
    </Section>
  );
}

/** The sums of each kind by year, on one scale, if all transactions are here. */
function TransactionYears({ of: grant }: { readonly of: Grant }) {
  const language = useLanguage();
  const { words, values } = language;
  const kinds = transactionsByYear(grant);
  if (kinds === null) return <p className="note">{words.grant.noYears}</p>;
  const highest = Math.max(
    1,
    ...kinds.flatMap(({ years }) => years.map((one) => Number(one.amount))),
  );
  return kinds.map(({ kind, years }) => {
    const label = `${values.TransactionKind[kind]}, ${grant.currency}`;
    return (
      <figure key={kind} className="year-figure">
        <figcaption>{label}</figcaption>
        <YearBars
          label={label}
          highest={highest}
          bars={years.map(({ year, amount }) => ({ year, value: Number(amount) }))}
        />
      </figure>
    );
  });
}

function Transactions({ of: grant }: { readonly of: Grant }) {
  const language = useLanguage();
  const { words, values } = language;
  const { column } = words;
  const { nodes, totalCount } = grant.transactions;
  return (
    <Section title={words.grant.transactions} total={totalCount} shown={nodes.length}>
      <TransactionYears of={grant} />
      <DataTable
        label={words.grant.transactions}
        rows={nodes}
        keyOf={({ id }) => id}
        columns={[
          {
            label: column.day,
            cell: ({ valueDate }) => dateText(language, valueDate),
            value: ({ valueDate }) => valueDate,
          },
          { label: column.amount, cell: ({ value }) => <Money of={value} />, isNumber: true },
          {
            label: column.kind,
            cell: ({ kind }) => values.TransactionKind[kind],
            value: ({ kind }) => values.TransactionKind[kind],
          },
          {
            label: column.from,
            cell: ({ provider }) => (provider ? <OrganizationLink of={provider} /> : <Unknown />),
          },
          {
            label: column.to,
            cell: ({ receiver }) => (receiver ? <OrganizationLink of={receiver} /> : <Unknown />),
          },
          {
            label: column.source,
            cell: ({ source }) => <SourceButton of={source} />,
            isMinor: true,
          },
        ]}
      />
    </Section>
  );
}

import { Link } from 'wouter';
import type { GatheredMoneyFragment } from '../../../src/pages/generated/fragments.js';
import { numberText } from '../../../src/pages/language.js';
import {
  allOf,
  isUnfunded,
  shareText,
  type Gathering,
  type Speciality,
} from '../../../src/pages/views/gathering.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { DataTable } from './data-table.js';
import { GrantsTable } from './grants-table.js';
import { OrganizationLink, Unknown } from './mark.js';
import { Money } from './money.js';
import { OffersTable } from './offers-table.js';
import { Section } from './section.js';
import { SourceButton } from './source.js';

interface GatheredProps {
  readonly of: Gathering;
  readonly money: GatheredMoneyFragment;
  readonly special: readonly Speciality[];
  /** The filter that selects the same in the lists: `sector=NACE_REV2:62`. */
  readonly filter: string;
}

/** What a sector or a region gathers: members, specialization, money, needs without money. */
export function Gathered({ of: one, money, special, filter }: GatheredProps) {
  const language = useLanguage();
  const { words, values } = language;
  const { column, gathering: w } = words;
  const { organizations, initiatives, grants, needs } = one;
  return (
    <>
      {isUnfunded(one) && <p className="notice">{w.unfunded}</p>}
      <div className="columns">
        <Section title={w.specialization} total={special.length} note={w.specializationNote}>
          <Specialities of={special} />
        </Section>
        <div>
          <MoneySection of={money} />
          <Section title={w.funders} total={one.funders.length}>
            <DataTable
              label={w.funders}
              rows={one.funders}
              keyOf={({ funder }) => funder.id}
              columns={[
                {
                  label: column.name,
                  cell: ({ funder }) => <OrganizationLink of={funder} />,
                  value: ({ funder }) => funder.name,
                },
                {
                  label: column.grants,
                  cell: ({ grantCount }) => numberText(language, grantCount),
                  value: ({ grantCount }) => grantCount,
                  isNumber: true,
                },
              ]}
            />
          </Section>
        </div>
      </div>
      {needs && (
        <Section title={w.needs} total={needs.totalCount} shown={needs.nodes.length}>
          <OffersTable without="direction" label={w.needs} offers={needs.nodes} />
        </Section>
      )}
      <Section
        title={words.organizations.title}
        total={organizations.totalCount}
        shown={organizations.nodes.length}
      >
        <DataTable
          label={words.organizations.title}
          rows={organizations.nodes}
          keyOf={({ id }) => id}
          columns={[
            {
              label: column.name,
              cell: (node) => <OrganizationLink of={node} />,
              value: ({ name }) => name,
            },
            {
              label: column.kind,
              cell: ({ type }) => values.OrganizationType[type],
              value: ({ type }) => values.OrganizationType[type],
              isMinor: true,
            },
            {
              label: column.city,
              cell: ({ city }) => city ?? <Unknown />,
              value: ({ city }) => city,
            },
            {
              label: column.members,
              cell: ({ members }) => numberText(language, members.totalCount),
              value: ({ members }) => members.totalCount,
              isNumber: true,
            },
            {
              label: column.source,
              cell: ({ source }) => <SourceButton of={source} />,
              isMinor: true,
            },
          ]}
        />
        <All href={`/organizations?${filter}`} of={organizations} />
      </Section>
      <Section
        title={words.initiatives.title}
        total={initiatives.totalCount}
        shown={initiatives.nodes.length}
      >
        <DataTable
          label={words.initiatives.title}
          rows={initiatives.nodes}
          keyOf={({ id }) => id}
          columns={[
            {
              label: column.title,
              cell: ({ slug, title }) => (
                <Link href={`/initiatives/${encodeURIComponent(slug)}`} dir="auto">
                  {title}
                </Link>
              ),
              value: ({ title }) => title,
            },
            {
              label: column.kind,
              cell: ({ kind }) => values.InitiativeKind[kind],
              value: ({ kind }) => values.InitiativeKind[kind],
              isMinor: true,
            },
            {
              label: column.since,
              cell: ({ startedOn, endedOn }) => (
                <Period of={{ since: startedOn, until: endedOn }} />
              ),
              value: ({ startedOn }) => startedOn,
            },
            {
              label: column.grants,
              cell: (node) => numberText(language, node.grants.totalCount),
              value: (node) => node.grants.totalCount,
              isNumber: true,
            },
            {
              label: column.source,
              cell: ({ source }) => <SourceButton of={source} />,
              isMinor: true,
            },
          ]}
        />
        <All href={`/initiatives?${filter}`} of={initiatives} />
      </Section>
      <Section title={column.grants} total={grants.totalCount} shown={grants.nodes.length}>
        <GrantsTable label={column.grants} grants={grants.nodes} />
        <p className="more">
          <Link href={`/funding?${filter}`}>{w.inFunding}</Link>
        </p>
      </Section>
    </>
  );
}

/** Where the entries are that the page does not show. */
function All({
  href,
  of: { nodes, totalCount },
}: {
  readonly href: string;
  readonly of: Gathering['organizations'] | Gathering['initiatives'];
}) {
  const language = useLanguage();
  if (nodes.length === totalCount) return null;
  return (
    <p className="more">
      <Link href={href}>{allOf(language, totalCount)}</Link>
    </p>
  );
}

/** How much money, in each measure and currency. */
export function MoneySection({ of }: { readonly of: GatheredMoneyFragment }) {
  const language = useLanguage();
  const { words, values } = language;
  return (
    <Section
      title={words.funding.totals}
      note={words.funding.totalsNote}
      isShown={of.grantCount > 0}
    >
      {of.amounts.length === 0 ? (
        <p className="state">{words.funding.noMoney}</p>
      ) : (
        <DataTable
          label={words.funding.totals}
          rows={of.amounts}
          keyOf={({ measure, currency }) => `${measure} ${currency}`}
          columns={[
            { label: words.column.measure, cell: ({ measure }) => values.Measure[measure] },
            {
              label: words.column.grants,
              cell: ({ grantCount }) => numberText(language, grantCount),
              isNumber: true,
            },
            { label: words.column.sum, cell: ({ sum }) => <Money of={sum} />, isNumber: true },
            {
              label: words.column.median,
              cell: ({ median }) => <Money of={median} />,
              isNumber: true,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Specialities({ of }: { readonly of: readonly Speciality[] }) {
  const language = useLanguage();
  const { column, gathering: w } = language.words;
  return (
    <DataTable
      label={w.specialization}
      rows={of}
      keyOf={({ key }) => key}
      columns={[
        {
          label: column.name,
          cell: ({ href, name }) => <Link href={href}>{name}</Link>,
          value: ({ name }) => name,
        },
        {
          label: column.count,
          cell: ({ count }) => numberText(language, count),
          value: ({ count }) => count,
          isNumber: true,
        },
        {
          label: w.here,
          cell: ({ here }) => shareText(language, here),
          value: ({ here }) => here,
          isNumber: true,
        },
        {
          label: w.everywhere,
          cell: ({ everywhere }) => shareText(language, everywhere),
          value: ({ everywhere }) => everywhere,
          isNumber: true,
          isMinor: true,
        },
        {
          label: w.ratio,
          cell: ({ ratio }) => numberText(language, ratio, 1),
          value: ({ ratio }) => ratio,
          isNumber: true,
        },
      ]}
    />
  );
}

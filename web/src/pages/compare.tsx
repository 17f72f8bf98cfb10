import { Link } from 'wouter';
import { changed, exportUrl } from '../../../src/pages/address.js';
import { CompareFundersDocument } from '../../../src/pages/generated/compare.js';
import {
  comparedTables,
  comparedYears,
  compareTitle,
  compareVariables,
  highestOf,
  type ComparedRow,
  type ComparedTable,
} from '../../../src/pages/views/compare.js';
import { comparedFunders } from '../../../src/pages/views/funding.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { OrganizationLink } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { YearBars } from '../components/year-bars.js';
import { useLanguage, useSearchState } from '../context.js';
import { NotFound } from './not-found.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search } = useSearchState();
  const variables = compareVariables(search);
  const isChosen = comparedFunders(search) !== null;
  const answer = useAnswer(CompareFundersDocument, variables, { isEnabled: isChosen });
  if (!isChosen) return <Choose />;
  return (
    <Answer of={answer} isPage>
      {(data) => {
        const { first, second } = data;
        if (first === null || second === null) return <NotFound />;
        return (
          <>
            <PageHead
              title={compareTitle(language, data)}
              lead={words.compare.lead}
              parent={{ text: words.funding.title, href: `/funding${changed(search, {})}` }}
              operation={CompareFundersDocument}
              variables={variables}
              downloads={[
                { text: `${first.name}: CSV`, href: exportUrl('grants.csv', variables.one) },
                { text: `${second.name}: CSV`, href: exportUrl('grants.csv', variables.other) },
              ]}
            />
            <ul className="inline-list">
              {[first, second].map((one) => (
                <li key={one.id}>
                  <OrganizationLink of={one} />{' '}
                  <Link href={`/funding${changed(search, { funder: one.slug })}`}>
                    {words.funding.table}
                  </Link>
                </li>
              ))}
            </ul>
            {comparedTables(language, data).map((table) => (
              <Section
                key={table.kind}
                title={table.heading}
                note={table.kind === 'amounts' ? words.funding.totalsNote : words.compare.scale}
              >
                {table.kind === 'years' && (
                  <YearsBeside rows={table.rows} names={[first.name, second.name]} />
                )}
                <Beside table={table} names={[first.name, second.name]} />
              </Section>
            ))}
          </>
        );
      }}
    </Answer>
  );
}

type Names = readonly [first: string, second: string];

/** Two charts with the same years and the same scale. */
function YearsBeside({
  rows,
  names,
}: {
  readonly rows: readonly ComparedRow[];
  readonly names: Names;
}) {
  const { words } = useLanguage();
  const { bars, highest } = comparedYears(rows);
  if (highest === 0) return null;
  return (
    <div className="columns multiples">
      {names.map((name, side) => (
        <figure key={name}>
          <figcaption dir="auto">{name}</figcaption>
          <YearBars
            label={`${name}: ${words.compare.years}`}
            bars={bars[side] ?? []}
            highest={highest}
          />
        </figure>
      ))}
    </div>
  );
}

function Beside({ table, names }: { readonly table: ComparedTable; readonly names: Names }) {
  const highest = highestOf(table.rows);
  const cell = (side: 0 | 1) => (row: ComparedRow) => (
    <>
      {row.values[side] !== null && <Bar of={row.values[side]} highest={highest} />}
      <span className="cell-value">{side === 0 ? row.first : row.second}</span>
    </>
  );
  return (
    <DataTable
      label={table.heading}
      rows={table.rows}
      keyOf={({ key }) => key}
      columns={[
        { label: table.label, cell: (row) => <span dir="auto">{row.label}</span> },
        { label: names[0], cell: cell(0), isNumber: true },
        { label: names[1], cell: cell(1), isNumber: true },
      ]}
    />
  );
}

/** The number beside it as a length. */
function Bar({ of, highest }: { readonly of: number; readonly highest: number }) {
  return (
    <svg className="cell-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={(100 * of) / Math.max(1, highest)} height="10" />
    </svg>
  );
}

/** The address does not have two funders: where to choose them. */
function Choose() {
  const { words } = useLanguage();
  const { search } = useSearchState();
  return (
    <div data-ready="true">
      <h1>{words.compare.link}</h1>
      <p className="state">
        {words.compare.choose}{' '}
        <Link href={`/funding${changed(search, {})}`}>{words.funding.title}</Link>
      </p>
    </div>
  );
}

import { Link } from 'wouter';
import { valueIn } from '../../../src/pages/address.js';
import { AboutTheDataDocument } from '../../../src/pages/generated/data.js';
import { dateText, fill, numberText } from '../../../src/pages/language.js';
import {
  conflictRows,
  coverage,
  factRows,
  NOTICES,
  type FactRow,
} from '../../../src/pages/views/data.js';
import { claimText } from '../../../src/pages/views/organization.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { SourcesTable } from '../components/sources-table.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

const DOWNLOADS = [
  'organizations.csv',
  'organizations.json',
  'organizations.jsonld',
  'grants.csv',
  'grants.xlsx',
  'grants.json',
  'initiatives.csv',
  'network.gexf',
  'network.graphml',
].map((file) => ({ text: file, href: `/export/${file}` }));

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search } = useSearchState();
  const variables = { first: 100, after: valueIn(search, 'after') };
  const answer = useAnswer(AboutTheDataDocument, variables);
  return (
    <>
      <PageHead
        title={words.data.title}
        lead={words.data.lead}
        operation={AboutTheDataDocument}
        variables={variables}
        downloads={DOWNLOADS}
      />
      <Answer of={answer} isPage>
        {(data) => {
          const day = dateText(language, data.network.graph.asOfChange);
          return (
            <>
              <p>{fill(words.footer.current, { day })}</p>
              <Section title={words.data.coverage}>
                <dl className="numbers">
                  {coverage(language, data).map(([label, missing, all]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>
                        {numberText(language, missing)}
                        <span className="hint"> / {numberText(language, all)}</span>
                      </dd>
                    </div>
                  ))}
                </dl>
              </Section>
              <Section title={words.data.facts} note={words.data.factsNote}>
                <DataTable
                  label={words.data.facts}
                  rows={factRows(language, data.coverage)}
                  keyOf={({ label }) => label}
                  columns={[
                    { label: words.column.kind, cell: ({ label }) => label },
                    ...(
                      [
                        [words.column.count, 'count'],
                        [words.data.dated, 'dated'],
                        [words.data.official, 'official'],
                      ] as const
                    ).map(([label, name]) => ({
                      label,
                      cell: (row: FactRow) => {
                        const value = row[name];
                        return value === null ? (
                          <span className="hint">{words.data.noDate}</span>
                        ) : (
                          numberText(language, value)
                        );
                      },
                      value: (row: FactRow) => row[name],
                      isNumber: true,
                    })),
                  ]}
                />
              </Section>
              <Section
                title={words.data.conflicts}
                note={words.data.conflictsNote}
                total={data.coverage.conflictCount}
                shown={data.coverage.conflicts.length}
              >
                <DataTable
                  label={words.data.conflicts}
                  rows={conflictRows(language, data.coverage)}
                  keyOf={({ key }) => key}
                  columns={[
                    {
                      label: words.column.name,
                      cell: ({ subject }) => (
                        <Link href={subject.path} dir="auto">
                          {subject.text}
                        </Link>
                      ),
                      value: ({ subject }) => subject.text,
                    },
                    {
                      label: words.column.figure,
                      cell: ({ figure }) => figure,
                      value: ({ figure }) => figure,
                    },
                    {
                      label: words.column.value,
                      cell: ({ claims }) => (
                        <ul className="plain-list">
                          {claims.map((claim) => (
                            <li key={claim.id}>
                              {claimText(language, claim)} <SourceButton of={claim.source} />
                            </li>
                          ))}
                        </ul>
                      ),
                    },
                  ]}
                />
              </Section>
              <Section title={words.data.downloads}>
                <ul className="inline-list">
                  {DOWNLOADS.map(({ text, href }) => (
                    <li key={text}>
                      <a href={href} download>
                        {text}
                      </a>
                    </li>
                  ))}
                </ul>
              </Section>
              <Section title={words.data.cite}>
                <p className="text">
                  {fill(words.data.citeText, { day, address: location.origin })}
                </p>
              </Section>
              <Section title={words.data.notices}>
                <p className="text">
                  {words.data.noticesText} <a href={NOTICES}>{words.data.noticesLink}</a>
                </p>
              </Section>
              <Section title={words.data.api}>
                <p className="text">
                  {fill(words.data.apiText, { address: `${location.origin}/graphql` })}
                </p>
              </Section>
              <Section
                title={words.data.sources}
                total={data.sources.totalCount}
                shown={data.sources.nodes.length}
              >
                <SourcesTable sources={data.sources.nodes} />
                <Pager pageInfo={data.sources.pageInfo} />
              </Section>
            </>
          );
        }}
      </Answer>
    </>
  );
}

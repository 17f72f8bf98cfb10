import { sentence } from '../../../src/pages/language.js';
import { Link, useParams } from 'wouter';
import {
  AdvocacyCaseDocument,
  type AdvocacyRowFragment,
} from '../../../src/pages/generated/advocacy.js';
import {
  caseLead,
  casePath,
  otherCases,
  type AdvocacyCase,
} from '../../../src/pages/views/advocacy.js';
import { useAnswer } from '../api.js';
import { CaseFacts } from '../components/case-facts.js';
import { DataTable } from '../components/data-table.js';
import { Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Quotes } from '../components/quotes.js';
import { Section, Subject } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { NotFound } from './not-found.js';

export function Page() {
  const { slug } = useParams<{ slug: string }>();
  const answer = useAnswer(AdvocacyCaseDocument, { slug });
  return (
    <Answer of={answer} isPage>
      {({ advocacyCase }) => (advocacyCase === null ? <NotFound /> : <Case of={advocacyCase} />)}
    </Answer>
  );
}

function Case({ of: one }: { readonly of: AdvocacyCase }) {
  const language = useLanguage();
  const { words } = language;
  const others = otherCases(one);
  return (
    <Subject value={one.title}>
      <article>
        <PageHead
          title={one.title}
          lead={sentence(caseLead(language, one))}
          parent={{ text: words.advocacy.title, href: '/advocacy' }}
          operation={AdvocacyCaseDocument}
          variables={{ slug: one.slug }}
          downloads={[]}
        />
        {one.description !== null && (
          <p className="text" dir="auto">
            {one.description}
          </p>
        )}
        <Section title={words.organization.facts}>
          <CaseFacts of={one} />
        </Section>
        <Quotes
          of={(one.representative?.quotes.nodes ?? []).map(
            ({ id, text, attribution, announcement: { language: tag, ...announcement } }) => ({
              id,
              text,
              tag,
              person: one.representative?.name ?? '',
              attribution,
              announcement,
            }),
          )}
          total={one.representative?.quotes.totalCount ?? 0}
        />
        <Section
          title={words.advocacy.others}
          // The case itself is one of them.
          total={Math.max(0, (one.target?.advocacyReceived.totalCount ?? 0) - 1)}
          shown={others.length}
        >
          <Cases label={words.advocacy.others} of={others} />
        </Section>
      </article>
    </Subject>
  );
}

function Cases({
  label,
  of,
}: {
  readonly label: string;
  readonly of: readonly AdvocacyRowFragment[];
}) {
  const { words, values } = useLanguage();
  const { column } = words;
  return (
    <DataTable
      label={label}
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        {
          label: column.title,
          cell: (one) => (
            <Link href={casePath(one)} dir="auto">
              {one.title}
            </Link>
          ),
          value: ({ title }) => title,
        },
        {
          label: column.status,
          cell: ({ status }) => values.AdvocacyStatus[status],
          value: ({ status }) => values.AdvocacyStatus[status],
        },
        {
          label: column.since,
          cell: (one) => <Period of={{ since: one.openedOn, until: one.closedOn }} />,
          value: ({ openedOn }) => openedOn,
        },
        { label: column.outcome, cell: ({ outcome }) => outcome ?? <Unknown /> },
        {
          label: column.source,
          cell: ({ source }) => <SourceButton of={source} />,
          isMinor: true,
        },
      ]}
    />
  );
}

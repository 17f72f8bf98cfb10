import { Link, useParams } from 'wouter';
import { exportUrl } from '../../../src/pages/address.js';
import { ProgrammeDocument } from '../../../src/pages/generated/programme.js';
import {
  notAwarded,
  programmeLead,
  type Programme,
  type Totals,
} from '../../../src/pages/views/programme.js';
import { useAnswer } from '../api.js';
import { FactList } from '../components/fact-list.js';
import { MoneySection } from '../components/gathering.js';
import { GrantsTable } from '../components/grants-table.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { Money } from '../components/money.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { WebLink } from '../components/web-link.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { NotFound } from './not-found.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { slug } = useParams<{ slug: string }>();
  const variables = { slug, grants: { programme: { eq: slug } } };
  const answer = useAnswer(ProgrammeDocument, variables);
  return (
    <Answer of={answer} isPage>
      {({ grantProgramme: one, grantTotals }) =>
        one === null ? (
          <NotFound />
        ) : (
          <article>
            <PageHead
              title={one.title}
              lead={programmeLead(language, one)}
              parent={{ text: words.funding.title, href: '/funding' }}
              operation={ProgrammeDocument}
              variables={variables}
              downloads={['csv', 'xlsx', 'json'].map((format) => ({
                text: `grants.${format}`,
                href: exportUrl(`grants.${format}`, variables.grants),
              }))}
            />
            {one.description !== null && (
              <p className="text" dir="auto">
                {one.description}
              </p>
            )}
            <div className="columns">
              <Terms of={one} totals={grantTotals} />
              <MoneySection of={grantTotals} />
            </div>
            <Section
              title={words.column.grants}
              total={one.grants.totalCount}
              shown={one.grants.nodes.length}
            >
              <GrantsTable label={words.column.grants} grants={one.grants.nodes} />
              <p>
                <Link href={`/funding?programme=${encodeURIComponent(slug)}`}>
                  {words.gathering.inFunding}
                </Link>
              </p>
            </Section>
          </article>
        )
      }
    </Answer>
  );
}

interface TermsProps {
  readonly of: Programme;
  readonly totals: Totals;
}

function Terms({ of: one, totals }: TermsProps) {
  const { words, values } = useLanguage();
  const { column } = words;
  const rest = notAwarded(one, totals);
  return (
    <Section title={words.organization.facts}>
      <FactList
        facts={[
          [column.funder, <OrganizationLink key="funder" of={one.funder} />],
          [words.programme.manager, one.manager && <OrganizationLink of={one.manager} />],
          [column.status, values.ProgrammeStatus[one.status]],
          [column.since, <Period key="period" of={{ since: one.openedOn, until: one.closedOn }} />],
          [
            words.initiatives.budget,
            one.budget === null ? <Unknown key="budget" /> : <Money of={one.budget} />,
          ],
          [words.programme.rest, rest && <Money of={rest} />],
          [column.code, one.code],
          [words.organization.website, one.website && <WebLink to={one.website} />],
          [words.source.label, <SourceButton key="source" of={one.source} />],
        ]}
      />
    </Section>
  );
}

import { useParams } from 'wouter';
import { exportUrl } from '../../../src/pages/address.js';
import { InitiativeDocument } from '../../../src/pages/generated/initiative.js';
import { numberText, sentence } from '../../../src/pages/language.js';
import { initiativeLead, type Initiative } from '../../../src/pages/views/initiatives.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { FactList } from '../components/fact-list.js';
import { GrantsTable } from '../components/grants-table.js';
import { OrganizationLink } from '../components/mark.js';
import { Money } from '../components/money.js';
import { PageHead } from '../components/page-head.js';
import { Regions } from '../components/regions.js';
import { Section, Subject } from '../components/section.js';
import { Sectors } from '../components/sectors.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { WebLink } from '../components/web-link.js';
import { useLanguage } from '../context.js';
import { Figures } from '../organization/figures.js';
import { Period } from '../organization/ties.js';
import { NotFound } from './not-found.js';

export function Page() {
  const { slug } = useParams<{ slug: string }>();
  const answer = useAnswer(InitiativeDocument, { slug });
  return (
    <Answer of={answer} isPage>
      {({ initiative }) => (initiative === null ? <NotFound /> : <Details of={initiative} />)}
    </Answer>
  );
}

function Details({ of: one }: { readonly of: Initiative }) {
  const language = useLanguage();
  const { words, values } = language;
  const { column, initiatives: w } = words;
  const grants = { initiative: { eq: one.slug } };
  return (
    <Subject value={one.title}>
      <article>
        <PageHead
          title={one.title}
          lead={sentence(initiativeLead(language, one))}
          parent={{ text: w.title, href: '/initiatives' }}
          operation={InitiativeDocument}
          variables={{ slug: one.slug }}
          downloads={['csv', 'json'].map((format) => ({
            text: `${column.grants}: ${format.toUpperCase()}`,
            href: exportUrl(`grants.${format}`, grants),
          }))}
        />
        {one.description !== null && (
          <p className="text" dir="auto">
            {one.description}
          </p>
        )}
        <div className="columns">
          <Section title={words.organization.facts}>
            <FactList
              facts={[
                [column.kind, values.InitiativeKind[one.kind]],
                [column.status, one.stage && values.ClusterStage[one.stage]],
                [
                  words.grant.actual,
                  <Period key="period" of={{ since: one.startedOn, until: one.endedOn }} />,
                ],
                [
                  w.challenges,
                  one.challenges.length === 0
                    ? null
                    : one.challenges.map((challenge) => values.Challenge[challenge]).join(', '),
                ],
                [
                  words.organization.sectors,
                  one.sectors.nodes.length === 0 ? null : <Sectors of={one.sectors.nodes} />,
                ],
                [
                  column.region,
                  one.regions.nodes.length === 0 ? null : <Regions of={one.regions.nodes} />,
                ],
                [w.results, one.results],
                [words.organization.website, one.website && <WebLink to={one.website} />],
                [words.source.label, <SourceButton key="source" of={one.source} />],
              ]}
            />
          </Section>
          <Figures of={one} />
        </div>
        <Section title={w.funding} isShown={one.funding.length > 0} note={w.fundingNote}>
          <DataTable
            label={w.funding}
            rows={one.funding}
            keyOf={({ currency }) => currency}
            columns={[
              { label: w.budget, cell: ({ budget }) => <Money of={budget} />, isNumber: true },
              {
                label: column.awarded,
                cell: ({ awarded }) => <Money of={awarded} />,
                isNumber: true,
              },
              {
                label: values.Measure.COMMITTED,
                cell: ({ committed }) => <Money of={committed} />,
                isNumber: true,
              },
              {
                label: column.disbursed,
                cell: ({ disbursed }) => <Money of={disbursed} />,
                isNumber: true,
              },
              { label: w.gap, cell: ({ gap }) => <Money of={gap} />, isNumber: true },
              {
                label: column.grants,
                cell: ({ grantCount }) => numberText(language, grantCount),
                isNumber: true,
              },
            ]}
          />
        </Section>
        <Section
          title={w.who}
          total={one.participants.totalCount}
          shown={one.participants.edges.length}
        >
          <DataTable
            label={w.who}
            rows={one.participants.edges}
            keyOf={({ node, role }) => `${node.id} ${role}`}
            columns={[
              {
                label: column.name,
                cell: ({ node }) => <OrganizationLink of={node} />,
                value: ({ node }) => node.name,
              },
              {
                label: column.role,
                cell: ({ role }) => values.ParticipationRole[role],
                value: ({ role }) => values.ParticipationRole[role],
              },
              {
                label: column.since,
                cell: (edge) => <Period of={edge} />,
                value: ({ since }) => since,
              },
              {
                label: column.source,
                cell: ({ source }) => <SourceButton of={source} />,
                isMinor: true,
              },
            ]}
          />
        </Section>
        <Section
          title={column.grants}
          total={one.grants.totalCount}
          shown={one.grants.nodes.length}
        >
          <GrantsTable label={column.grants} grants={one.grants.nodes} />
        </Section>
      </article>
    </Subject>
  );
}

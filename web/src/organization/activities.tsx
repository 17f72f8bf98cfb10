import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SourcePartsFragment } from '../../../src/pages/generated/fragments.js';
import { dateText } from '../../../src/pages/language.js';
import type { Organization } from '../../../src/pages/views/organization.js';
import { DataTable } from '../components/data-table.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { useLanguage } from '../context.js';
import { Period } from './ties.js';

interface Activity {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly about: ReactNode;
  readonly when: ReactNode;
  readonly sortedBy: string | null;
  readonly source: SourcePartsFragment;
}

/** Initiatives, advocacy, offers and events: what the organization does. */
export function Activities({ of: one }: { readonly of: Organization }) {
  const language = useLanguage();
  const { words, values } = language;
  const { organization: w, column } = words;
  return (
    <>
      <List
        title={w.initiatives}
        about={column.role}
        total={one.initiatives.totalCount}
        rows={one.initiatives.edges.map(({ node, role, source }) => ({
          id: `${node.id} ${role}`,
          title: node.title,
          href: `/initiatives/${encodeURIComponent(node.slug)}`,
          about: values.ParticipationRole[role],
          when: <Period of={{ since: node.startedOn, until: node.endedOn }} />,
          sortedBy: node.startedOn,
          source,
        }))}
      />
      <List
        title={w.advocacy}
        about={column.outcome}
        total={one.advocacyCases.totalCount}
        rows={one.advocacyCases.nodes.map((node) => ({
          id: node.id,
          title: node.title,
          href: `/advocacy/${encodeURIComponent(node.slug)}`,
          about: [values.AdvocacyStatus[node.status], node.outcome].filter(Boolean).join(': '),
          when: <Period of={{ since: node.openedOn, until: node.closedOn }} />,
          sortedBy: node.openedOn,
          source: node.source,
        }))}
      />
      <List
        title={w.offers}
        about={column.kind}
        total={one.offers.totalCount}
        rows={one.offers.nodes.map((node) => ({
          id: node.id,
          title: node.title,
          href: `/offers/${encodeURIComponent(node.slug)}`,
          about: values.OfferDirection[node.direction],
          when: <Period of={node} />,
          sortedBy: node.since,
          source: node.source,
        }))}
      />
      <List
        title={w.events}
        about={column.city}
        total={one.events.totalCount}
        rows={one.events.nodes.map((node) => ({
          id: node.id,
          title: node.title,
          href: `/events/${encodeURIComponent(node.slug)}`,
          about: node.city ?? words.state.unknown,
          when: dateText(language, node.startsAt),
          sortedBy: node.startsAt,
          source: node.source,
        }))}
      />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly about: string;
  readonly total: number;
  readonly rows: readonly Activity[];
}

function List({ title, about, total, rows }: ListProps) {
  const { words } = useLanguage();
  return (
    <Section title={title} total={total} shown={rows.length}>
      <DataTable
        label={title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            label: words.column.title,
            cell: ({ href, title: text }) => (
              <Link href={href} dir="auto">
                {text}
              </Link>
            ),
            value: (row) => row.title,
          },
          { label: about, cell: (row) => row.about },
          { label: words.column.since, cell: (row) => row.when, value: (row) => row.sortedBy },
          {
            label: words.column.source,
            cell: ({ source }) => <SourceButton of={source} />,
            isMinor: true,
          },
        ]}
      />
    </Section>
  );
}

import { periodText, type Organization } from '../../../src/pages/views/organization.js';
import { DataTable } from '../components/data-table.js';
import { OrganizationLink, OrganizationList, Unknown } from '../components/mark.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { useLanguage } from '../context.js';

/** Members, memberships, partnerships, people in office: whom the organization is connected with. */
export function Ties({ of: one }: { readonly of: Organization }) {
  const { words } = useLanguage();
  const { organization: w } = words;
  return (
    <>
      <Section title={w.members} total={one.members.totalCount} shown={one.members.edges.length}>
        <Memberships label={w.members} edges={one.members.edges} />
      </Section>
      <Section
        title={w.memberships}
        total={one.memberships.totalCount}
        shown={one.memberships.edges.length}
      >
        <Memberships label={w.memberships} edges={one.memberships.edges} />
      </Section>
      <Partnerships of={one} />
      <People of={one} />
    </>
  );
}

type MembershipEdge = Organization['members']['edges'][number];

function Memberships({
  label,
  edges,
}: {
  readonly label: string;
  readonly edges: readonly MembershipEdge[];
}) {
  const language = useLanguage();
  const { words, values } = language;
  return (
    <DataTable
      label={label}
      rows={edges}
      keyOf={({ node }) => node.id}
      columns={[
        {
          label: words.column.name,
          cell: ({ node }) => <OrganizationLink of={node} />,
          value: ({ node }) => node.name,
        },
        {
          label: words.column.class,
          cell: (edge) => values.MembershipClass[edge.class],
          value: (edge) => values.MembershipClass[edge.class],
        },
        {
          label: words.column.since,
          cell: (edge) => <Period of={edge} />,
          value: ({ since }) => since,
        },
        {
          label: words.column.source,
          cell: ({ source }) => <SourceButton of={source} />,
          isMinor: true,
        },
      ]}
    />
  );
}

/** A period, or that it is not known. */
export function Period({
  of,
}: {
  readonly of: { readonly since: string | null; readonly until: string | null };
}) {
  const language = useLanguage();
  if (of.since === null && of.until === null) return <Unknown />;
  // Where a line ends within it, it ends between the two days.
  const [start = '', end = ''] = periodText(language, of).split(/(?<= –) /);
  return (
    <span>
      <span className="nowrap">{start}</span> <span className="nowrap">{end}</span>
    </span>
  );
}

function Partnerships({ of: one }: { readonly of: Organization }) {
  const { words, values } = useLanguage();
  const { edges, totalCount } = one.partnerships;
  return (
    <Section title={words.organization.partnerships} total={totalCount} shown={edges.length}>
      <DataTable
        label={words.organization.partnerships}
        rows={edges}
        keyOf={({ node, role }) => `${node.id} ${role}`}
        columns={[
          {
            label: words.column.title,
            cell: ({ node }) => <span dir="auto">{node.title}</span>,
            value: ({ node }) => node.title,
          },
          {
            label: words.column.kind,
            cell: ({ node }) => values.PartnershipKind[node.kind],
            value: ({ node }) => values.PartnershipKind[node.kind],
            isMinor: true,
          },
          {
            label: words.column.with,
            cell: ({ node }) => (
              <OrganizationList
                of={node.parties.nodes.filter(({ id }) => id !== one.id)}
                total={node.parties.totalCount - 1}
              />
            ),
          },
          {
            label: words.column.since,
            cell: (edge) => <Period of={edge} />,
            value: ({ since }) => since,
          },
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

function People({ of: one }: { readonly of: Organization }) {
  const { words, values } = useLanguage();
  const { edges, totalCount } = one.seats;
  return (
    <Section title={words.organization.people} total={totalCount} shown={edges.length}>
      <DataTable
        label={words.organization.people}
        rows={edges}
        keyOf={({ node, role, since }) => `${node.id} ${role} ${since ?? ''}`}
        columns={[
          {
            label: words.column.name,
            cell: ({ node }) => <span dir="auto">{node.name}</span>,
            value: ({ node }) => node.name,
          },
          {
            label: words.column.role,
            cell: ({ role, body }) => [values.SeatRole[role], body].filter(Boolean).join(', '),
            value: ({ role }) => values.SeatRole[role],
          },
          {
            label: words.column.since,
            cell: (edge) => <Period of={edge} />,
            value: ({ since }) => since,
          },
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

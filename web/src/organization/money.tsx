import { Link } from 'wouter';
import { NO_CURRENCY, numberText } from '../../../src/pages/language.js';
import type { Organization } from '../../../src/pages/views/organization.js';
import { DataTable } from '../components/data-table.js';
import { GrantsTable } from '../components/grants-table.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { Money as Amount } from '../components/money.js';
import { Section } from '../components/section.js';
import { useLanguage } from '../context.js';

/** Grants made and received, in each role and currency, and who else funds the same recipients. */
export function Money({ of: one }: { readonly of: Organization }) {
  const language = useLanguage();
  const { words, values } = language;
  const { organization: w } = words;
  const slug = encodeURIComponent(one.slug);
  return (
    <>
      <Section title={w.money} isShown={one.rolesInGrants.length > 0}>
        <DataTable
          label={w.money}
          rows={one.rolesInGrants}
          keyOf={({ role, currency }) => `${role} ${currency}`}
          columns={[
            { label: words.column.role, cell: ({ role }) => values.GrantRole[role] },
            {
              label: words.column.grants,
              cell: ({ grantCount }) => numberText(language, grantCount),
              isNumber: true,
            },
            {
              label: words.column.currency,
              cell: ({ currency }) => (currency === NO_CURRENCY ? <Unknown /> : currency),
            },
            {
              label: words.column.awarded,
              cell: ({ awarded }) => <Amount of={awarded} />,
              isNumber: true,
            },
            {
              label: words.column.disbursed,
              cell: ({ disbursed }) => <Amount of={disbursed} />,
              isNumber: true,
            },
          ]}
        />
      </Section>
      <Section
        title={w.moneyIn}
        total={one.grantsReceived.totalCount}
        shown={one.grantsReceived.edges.length}
      >
        <GrantsTable
          label={w.moneyIn}
          grants={one.grantsReceived.edges.map(({ node }) => node)}
          without="recipient"
        />
        <p className="more">
          <Link href={`/funding?recipient=${slug}`}>{words.gathering.inFunding}</Link>
        </p>
      </Section>
      <Section
        title={w.moneyOut}
        total={one.grantsMade.totalCount}
        shown={one.grantsMade.nodes.length}
      >
        <GrantsTable label={w.moneyOut} grants={one.grantsMade.nodes} without="funder" />
        <p className="more">
          <Link href={`/funding?funder=${slug}`}>{words.gathering.inFunding}</Link>
        </p>
      </Section>
      <Section
        title={w.coFunders}
        total={one.coFunders.totalCount}
        shown={one.coFunders.edges.length}
      >
        <DataTable
          label={w.coFunders}
          rows={one.coFunders.edges}
          keyOf={({ node }) => node.id}
          columns={[
            {
              label: words.column.name,
              cell: ({ node }) => <OrganizationLink of={node} />,
              value: ({ node }) => node.name,
            },
            {
              label: w.sharedRecipients,
              cell: ({ sharedRecipientCount }) => numberText(language, sharedRecipientCount),
              value: ({ sharedRecipientCount }) => sharedRecipientCount,
              isNumber: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

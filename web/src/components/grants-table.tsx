import { Link } from 'wouter';
import type { GrantRowFragment } from '../../../src/pages/generated/fragments.js';
import { dateText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';
import { DataTable } from './data-table.js';
import { OrganizationLink, OrganizationList, Unknown } from './mark.js';
import { Money } from './money.js';
import { SourceButton } from './source.js';

interface GrantsTableProps {
  readonly label: string;
  readonly grants: readonly GrantRowFragment[];
  /** The side that the whole table has in common is left out. */
  readonly without?: 'funder' | 'recipient';
}

export function GrantsTable({ label, grants, without }: GrantsTableProps) {
  const language = useLanguage();
  const { column } = language.words;
  return (
    <DataTable
      label={label}
      rows={grants}
      keyOf={({ id }) => id}
      columns={[
        {
          label: column.title,
          cell: ({ id, title, identifier }) => (
            <Link href={`/grants/${id}`} dir="auto" title={identifier}>
              {title}
            </Link>
          ),
          value: ({ title }) => title,
        },
        ...(without === 'funder'
          ? []
          : [
              {
                label: column.funder,
                cell: ({ funder }: GrantRowFragment) => <OrganizationLink of={funder} />,
                value: ({ funder }: GrantRowFragment) => funder.name,
              },
            ]),
        ...(without === 'recipient'
          ? []
          : [
              {
                label: column.recipient,
                cell: ({ recipients }: GrantRowFragment) => (
                  <OrganizationList of={recipients.nodes} total={recipients.totalCount} />
                ),
                value: ({ recipients }: GrantRowFragment) => recipients.nodes[0]?.name ?? null,
              },
            ]),
        {
          label: column.day,
          cell: ({ awardedOn }) =>
            awardedOn === null ? <Unknown /> : dateText(language, awardedOn),
          value: ({ awardedOn }) => awardedOn,
        },
        {
          label: column.awarded,
          cell: ({ awarded }) => <Money of={awarded} />,
          // Amounts of different currencies are not comparable; each currency is sorted by itself.
          value: ({ awarded }) =>
            awarded &&
            `${awarded.currency} ${awarded.amount.split('.')[0]?.padStart(20, '0') ?? ''}`,
          isNumber: true,
        },
        // Few sources state what was paid; a column without a value would only take space.
        ...(grants.some(({ disbursed }) => disbursed !== null)
          ? [
              {
                label: column.disbursed,
                cell: ({ disbursed }: GrantRowFragment) => <Money of={disbursed} />,
                isNumber: true,
              },
            ]
          : []),
        {
          label: column.source,
          cell: ({ source }) => <SourceButton of={source} />,
          isMinor: true,
        },
      ]}
    />
  );
}

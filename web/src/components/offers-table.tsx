import { Link } from 'wouter';
import type { GatheredOfferFragment } from '../../../src/pages/generated/fragments.js';
import { offerPath } from '../../../src/pages/views/offers.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { DataTable, type Column } from './data-table.js';
import { OrganizationLink } from './mark.js';
import { SourceButton } from './source.js';

interface OffersTableProps {
  readonly label: string;
  readonly offers: readonly GatheredOfferFragment[];
  /** The column that is the same in each row. */
  readonly without?: 'organization' | 'direction';
}

/** Offers and needs, each with its page. */
export function OffersTable({ label, offers, without }: OffersTableProps) {
  const { words, values } = useLanguage();
  const { column } = words;
  const direction: Column<GatheredOfferFragment> = {
    label: column.kind,
    cell: (one) => values.OfferDirection[one.direction],
    value: (one) => values.OfferDirection[one.direction],
  };
  const who: Column<GatheredOfferFragment> = {
    label: column.name,
    cell: ({ organization }) => <OrganizationLink of={organization} />,
    value: ({ organization }) => organization.name,
  };
  return (
    <DataTable
      label={label}
      rows={offers}
      keyOf={({ id }) => id}
      columns={[
        {
          label: column.title,
          cell: (offer) => (
            <Link href={offerPath(offer)} dir="auto">
              {offer.title}
            </Link>
          ),
          value: ({ title }) => title,
        },
        ...(without === 'direction' ? [] : [direction]),
        ...(without === 'organization' ? [] : [who]),
        {
          label: column.since,
          cell: (offer) => <Period of={offer} />,
          value: ({ since }) => since,
        },
        {
          label: column.source,
          cell: ({ source }) => <SourceButton of={source} />,
          isMinor: true,
        },
      ]}
    />
  );
}

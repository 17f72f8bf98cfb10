/** The kind of a new organization. */
export interface OrganizationKind {
  readonly type: 'Association' | 'Cluster' | 'Company' | 'Institution' | 'Donor' | 'Partner';
  readonly category: string | null;
}

const OF_IATI_TYPE: Readonly<Record<string, OrganizationKind>> = {
  10: { type: 'Institution', category: 'NATIONAL_GOVERNMENT' },
  11: { type: 'Institution', category: 'LOCAL_GOVERNMENT' },
  15: { type: 'Institution', category: null },
  21: { type: 'Partner', category: 'NGO' },
  22: { type: 'Partner', category: 'NGO' },
  23: { type: 'Partner', category: 'NGO' },
  24: { type: 'Partner', category: 'NGO' },
  30: { type: 'Partner', category: 'OTHER' },
  40: { type: 'Donor', category: 'MULTILATERAL' },
  60: { type: 'Donor', category: 'FOUNDATION' },
  70: { type: 'Company', category: null },
  71: { type: 'Company', category: null },
  72: { type: 'Company', category: null },
  73: { type: 'Company', category: null },
  80: { type: 'Institution', category: 'ACADEMIA' },
};

const FUNDER_CATEGORY: Readonly<Record<string, string>> = {
  40: 'MULTILATERAL',
  60: 'FOUNDATION',
  70: 'PRIVATE',
  71: 'PRIVATE',
  72: 'PRIVATE',
  73: 'PRIVATE',
};

/**
 * The kind of a new organization, from its role and, if stated, its IATI OrganizationType. A funder is a
 * donor; an organization without further details is a partner.
 */
export function organizationKind(
  role: 'FUNDER' | 'OTHER',
  iatiType: string | null = null,
): OrganizationKind {
  if (role === 'FUNDER') {
    const category = iatiType === null ? undefined : FUNDER_CATEGORY[iatiType];
    return { type: 'Donor', category: category ?? null };
  }
  const kind = iatiType === null ? undefined : OF_IATI_TYPE[iatiType];
  return kind ?? { type: 'Partner', category: null };
}

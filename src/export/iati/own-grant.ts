import type { TransactionKind } from '../../../entities/funding/transaction.entity.js';
import type { GrantRecord, ProgrammeRecord } from '../records/grant.record.js';
import type { IatiGrant, IatiProgramme } from './activity.js';
import { iatiParty } from './codes.js';

/**
 * Facts of a grant that an activity cannot represent: sums without transactions, the share of each
 * recipient, which locations belong to the grant and not to the initiative, its programme, and which
 * dates and status are known rather than added because the standard requires them.
 */
export function ownGrant(grant: GrantRecord): IatiGrant {
  const { fromOpenCall, toIndividuals, programme } = grant;
  const stated = (kind: TransactionKind, sum: string | null) =>
    grant.transactions.some((each) => each.kind === kind) ? null : sum;
  return {
    facts: {
      currency: grant.currency,
      'numbered-by': grant.scheme === 'SCAN' && grant.numberedBy !== null ? 'FUNDER' : null,
      status: grant.status,
      'awarded-on': grant.awardedOn,
      'planned-start-on': grant.plannedStartOn,
      'planned-end-on': grant.plannedEndOn,
      'started-on': grant.startedOn,
      'ended-on': grant.endedOn,
      'applied-for': grant.appliedFor,
      awarded: grant.awarded,
      committed: stated('COMMITMENT', grant.committed),
      disbursed: stated('DISBURSEMENT', grant.disbursed),
      spent: stated('EXPENDITURE', grant.spent),
      regrant: grant.regrant,
      'from-open-call': fromOpenCall === null ? null : String(fromOpenCall),
      'to-individuals': toIndividuals ? 'true' : null,
    },
    locations: grant.locations.map(
      ({ name, country, region, latitude, longitude, percentage }) => ({
        name,
        country,
        region: region?.code ?? null,
        latitude: latitude === null ? null : String(latitude),
        longitude: longitude === null ? null : String(longitude),
        percentage,
      }),
    ),
    funder: iatiParty(grant.funder),
    recipients: grant.recipients.map(({ party, amount }) => ({ party: iatiParty(party), amount })),
    programme: programme === null ? null : ownProgramme(programme),
  };
}

function ownProgramme(programme: ProgrammeRecord): IatiProgramme {
  return {
    facts: {
      slug: programme.slug,
      title: programme.title,
      code: programme.code,
      website: programme.website,
      status: programme.status,
      'opened-on': programme.openedOn,
      'closed-on': programme.closedOn,
      budget: programme.budget,
      currency: programme.currency,
    },
    description: programme.description,
    funder: iatiParty(programme.funder),
    manager: programme.manager === null ? null : iatiParty(programme.manager),
  };
}

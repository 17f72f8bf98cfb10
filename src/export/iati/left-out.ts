import { known, reportLeftOut } from '../left-out.js';
import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';
import type { ExportReport } from '../report.js';
import type { IatiActivity } from './activity.js';
import { dayOf } from './dates.js';

const REASON = 'activities have no place for them';

/** Counts the facts of grants and of their initiative that are not in the activity. */
export function reportLeftOutOfActivity(
  { initiative, grants }: { initiative: InitiativeRecord | null; grants: readonly GrantRecord[] },
  dates: IatiActivity['dates'],
  report: ExportReport,
): void {
  const transactions = grants.flatMap((grant) => grant.transactions);
  const budgets = grants.flatMap((grant) => grant.budgets);
  // An activity has one title, one description and one reporter.
  const texts = initiative ?? grants[0];
  const reporter = grants[0]?.reporter;
  const isOther = (grant: GrantRecord) =>
    grant.title !== texts?.title ||
    (grant.description !== null && grant.description !== texts.description) ||
    grant.reporter?.slug !== reporter?.slug;
  reportLeftOut(
    report,
    [
      [
        'places of transactions in their source',
        known(...transactions.map(({ sourcePointer }) => sourcePointer)),
      ],
      [
        'places of budgets in their source',
        known(...budgets.map(({ sourcePointer }) => sourcePointer)),
      ],
      ['titles, descriptions or reporters of grants', grants.filter(isOther).length],
      [
        'unpublished grants that pay for others',
        grants.filter(({ parent }) => parent !== null && parent.scheme !== 'IATI').length,
      ],
    ],
    REASON,
  );
  if (initiative === null) return;
  const { kind, stage, results, website, challenges, claims, participants } = initiative;
  const isBudget = (claim: (typeof claims)[number]) =>
    claim.indicator === 'TOTAL_BUDGET' && claim.qualifier === 'EXACT';
  reportLeftOut(
    report,
    [
      ['kinds of initiatives', kind === 'PROJECT' ? 0 : 1],
      ['stages, results and websites of initiatives', known(stage, results, website)],
      ['challenges of initiatives', challenges.length],
      ['dates of initiatives that are not those of their grants', otherDates(initiative, dates)],
      [
        'participants whose role has no code',
        participants.filter(({ role }) => role === 'BENEFICIARY' || role === 'ASSOCIATED').length,
      ],
      [
        'days of attestation and places in the source of participants',
        known(
          ...participants.flatMap(({ attestedOn, sourcePointer }) => [attestedOn, sourcePointer]),
        ),
      ],
      ['claims about initiatives', claims.filter((claim) => !isBudget(claim)).length],
      [
        'notes, days and places in the source of budgets of initiatives',
        known(
          ...claims
            .filter(isBudget)
            .flatMap(({ note, asOf, sourcePointer }) => [note, asOf, sourcePointer]),
        ),
      ],
    ],
    REASON,
  );
}

function otherDates(
  { startedOn, endedOn }: InitiativeRecord,
  dates: IatiActivity['dates'],
): number {
  const isOther = (date: string | null, day: string | undefined) =>
    date === null ? day !== undefined : day?.startsWith(date) !== true;
  const start = isOther(startedOn, dayOf(dates, '2', '1'));
  return Number(start) + Number(isOther(endedOn, dayOf(dates, '4', '3')));
}

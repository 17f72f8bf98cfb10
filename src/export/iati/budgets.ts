import { firstDay, lastDay } from '../../domain/days-of-a-date.js';
import { NOTHING_KNOWN } from '../../domain/known-date.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import { validBudgets } from '../../domain/valid-budgets.js';
import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';
import type { ExportReport } from '../report.js';
import type { IatiActivity, IatiBudget } from './activity.js';
import { dayOf } from './dates.js';

const KINDS = { ORIGINAL: '1', REVISED: '2' } as const;
const STATUSES = { INDICATIVE: '1', COMMITTED: '2' } as const;

/** The budgets of grants. A budget in IATI must have a period: one without is left out. */
export function budgetsOf(
  grants: readonly GrantRecord[],
  report: ExportReport,
): readonly IatiBudget[] {
  return grants.flatMap(({ budgets }) =>
    budgets.flatMap(({ kind, status, startsOn, endsOn, value, currency, valueDate }) => {
      if (startsOn === null || endsOn === null) {
        report.change('a budget left out, because its period is unknown');
        return [];
      }
      const start = known(startsOn, firstDay(startsOn));
      return [
        {
          type: KINDS[kind],
          status: STATUSES[status],
          isTotal: false,
          start,
          end: known(endsOn, lastDay(endsOn)),
          value,
          currency,
          valueDate:
            valueDate === null
              ? { day: start.day, known: NOTHING_KNOWN }
              : known(valueDate, firstDay(valueDate)),
        },
      ];
    }),
  );
}

const known = (date: string, day: string) => ({ day, known: date === day ? null : date });

/**
 * The total budgets of an initiative, unless they are the sum of the budgets of its grants: an import adds those up.
 * Without a start and an end of the activity they are left out.
 */
export function totalBudgets(
  {
    initiative,
    grants,
  }: { readonly initiative: InitiativeRecord | null; readonly grants: readonly GrantRecord[] },
  dates: IatiActivity['dates'],
): readonly IatiBudget[] {
  const [start, end] = [dayOf(dates, '2', '1'), dayOf(dates, '4', '3')];
  if (start === undefined || end === undefined) return [];
  const planned = validBudgets(grants.flatMap(({ budgets }) => budgets));
  const isSum = (total: string, currency: string) => {
    const parts = planned.filter((budget) => budget.currency === currency);
    const rest = sumOfDecimals([`-${total}`, ...parts.map(({ value }) => value)]);
    return parts.length > 0 && Number(rest) === 0;
  };
  return (initiative?.claims ?? []).flatMap(({ indicator, qualifier, number, currency }) => {
    if (indicator !== 'TOTAL_BUDGET' || qualifier !== 'EXACT') return [];
    if (number === null || currency === null) return [];
    if (isSum(number, currency)) return [];
    const day = { day: start, known: null };
    return [
      {
        type: KINDS.ORIGINAL,
        status: STATUSES.INDICATIVE,
        isTotal: true,
        start: day,
        end: { day: end, known: null },
        value: number,
        currency,
        valueDate: day,
      },
    ];
  });
}

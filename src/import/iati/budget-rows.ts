import type { Budget } from '../../../entities/funding/budget.entity.js';
import type { Claim } from '../../../entities/knowledge/claim.entity.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import { validBudgets } from '../../domain/valid-budgets.js';
import type { Intake } from '../intake.js';
import type { ActivityBudget } from './activity.js';
import type { GrantOfActivity, InitiativeOfActivity } from './activity-rows.js';
import { derivedId } from './derived-id.js';

/** The budgets of a grant: those of its activity in its currency. */
export function budgetRows(
  { id, activity, currency }: GrantOfActivity,
  intake: Intake,
): readonly Partial<Budget>[] {
  const own = (activity.details?.budgets ?? []).filter(
    (budget) => budget.currency === currency && !budget.isTotal,
  );
  return own.map(({ place, kind, status, startsOn, endsOn, value, valueDate }, index) => ({
    id: derivedId('Budget', 'IATI', activity.identifier, currency, String(index + 1)),
    grantId: id,
    kind,
    status,
    startsOn,
    endsOn,
    value,
    currency,
    valueDate,
    ...intake.sourced(place),
  }));
}

/** The total budget of an activity in each currency, as a claim: the one that is stated, or the sum of all periods. */
export function totalBudgetRows(
  { id, slug, activity }: InitiativeOfActivity,
  intake: Intake,
): readonly Partial<Claim>[] {
  const budgets = new Map<string, ActivityBudget[]>();
  for (const budget of activity.details?.budgets ?? []) {
    budgets.set(budget.currency, [...(budgets.get(budget.currency) ?? []), budget]);
  }
  return [...budgets].flatMap(([currency, stated]) => {
    const totals = stated.filter(({ isTotal }) => isTotal);
    const all = totals.length > 0 ? totals : validBudgets(stated);
    const number = sumOfDecimals(all.map(({ value }) => value));
    if (number.startsWith('-')) {
      intake.report.warn(
        activity.place,
        'budget',
        `${number} ${currency}`,
        'the budgets have a negative sum, which is left out',
      );
      return [];
    }
    return [
      {
        id: derivedId('Claim', intake.dataSet, slug, 'TOTAL_BUDGET', currency),
        organizationId: null,
        initiativeId: id,
        indicator: 'TOTAL_BUDGET' as const,
        scope: 'ITSELF' as const,
        qualifier: 'EXACT' as const,
        number,
        currency,
        date: null,
        asOf: null,
        note:
          all.length === 1
            ? 'The one budget that is published.'
            : `The sum of the ${all.length} budgets that are published.`,
        ...intake.sourced(activity.place),
      },
    ];
  });
}

/** A budget, as far as it decides what replaces what. */
interface Planned {
  readonly kind: 'ORIGINAL' | 'REVISED';
  readonly currency: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** The budgets to count: a revised budget replaces original ones whose period it overlaps. */
export function validBudgets<Budget extends Planned>(
  budgets: readonly Budget[],
): readonly Budget[] {
  const revised = budgets.filter(({ kind }) => kind === 'REVISED');
  return budgets.filter(
    (budget) => budget.kind === 'REVISED' || !revised.some((other) => isOfSameTime(other, budget)),
  );
}

function isOfSameTime(one: Planned, other: Planned): boolean {
  return (
    one.currency === other.currency && startOf(one) <= endOf(other) && endOf(one) >= startOf(other)
  );
}

const startOf = ({ startsOn }: Planned) => startsOn ?? '0001';
/** A partial date lasts until its end. */
const endOf = ({ endsOn }: Planned) => (endsOn === null ? '9999~' : `${endsOn}~`);

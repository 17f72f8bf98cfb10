/** Thrown while a plan is made; the planner returns it as a reason. Nothing else sees it. */
export class NotPlannable extends Error {
  override readonly name = 'NotPlannable';
  /** Whether this holds for all values of the variables with the same plan. */
  readonly isLasting: boolean;

  constructor(reason: string, { isLasting = true } = {}) {
    super(`A plan cannot express ${reason}.`);
    this.isLasting = isLasting;
  }
}

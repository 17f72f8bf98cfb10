/** What the planner does not take: the operation goes the way of the resolvers. */
export class Unplanned extends Error {
  override readonly name = 'Unplanned';
  /** Whether it holds for all requests of the operation, or only for values like these. */
  readonly isLasting: boolean;

  constructor(what: string, { isLasting = true } = {}) {
    super(what);
    this.isLasting = isLasting;
  }
}

/** Thrown if an operation cannot be planned; resolvers then execute it. */
export class Unplanned extends Error {
  override readonly name = 'Unplanned';
  /** True if no request of this operation can be planned; false if other values may be. */
  readonly isLasting: boolean;

  constructor(what: string, { isLasting = true } = {}) {
    super(what);
    this.isLasting = isLasting;
  }
}

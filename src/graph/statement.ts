/** Collects the values of a statement. Its text depends only on its shape, not on the values. */
export class Statement {
  readonly values: unknown[] = [];

  /** Adds a value and returns its placeholder. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

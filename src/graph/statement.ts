/** A statement in the making: its text is the same for the same shape, whatever the values. */
export class Statement {
  readonly values: unknown[] = [];

  /** A placeholder for the value. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

/** How many of what is left out are named; all are counted. */
const NAMED = 1000;

export interface LeftOut {
  readonly record: string;
  readonly reason: string;
}

/** What a format cannot hold, found while the file is written. */
export class ExportReport {
  /** How many records the file has. */
  written = 0;
  leftOut = 0;
  readonly #named: LeftOut[] = [];
  readonly #changed = new Map<string, number>();

  leaveOut(record: string, reason: string): void {
    this.leftOut += 1;
    if (this.#named.length < NAMED) this.#named.push({ record, reason });
  }

  /** Something that is in the file otherwise than it is in the graph. */
  change(what: string): void {
    this.#changed.set(what, (this.#changed.get(what) ?? 0) + 1);
  }

  toJSON() {
    return {
      written: this.written,
      leftOut: this.leftOut,
      leftOutRecords: this.#named,
      changed: Object.fromEntries(this.#changed),
    };
  }
}

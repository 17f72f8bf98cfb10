/** The maximum number of listed records that are left out; all are counted. */
const NAMED = 1000;

export interface LeftOut {
  readonly record: string;
  readonly reason: string;
}

/** Lists what the format cannot represent, found while the file is written. */
export class ExportReport {
  /** The number of records in the file. */
  written = 0;
  leftOut = 0;
  readonly #named: LeftOut[] = [];
  readonly #changed = new Map<string, number>();

  leaveOut(record: string, reason: string): void {
    this.leftOut += 1;
    if (this.#named.length < NAMED) this.#named.push({ record, reason });
  }

  /** Counts values that are different in the file than in the graph, or not in it. */
  change(what: string, times = 1): void {
    if (times > 0) this.#changed.set(what, (this.#changed.get(what) ?? 0) + times);
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

import { ComputationTimeoutError } from './errors.js';
import type { Running } from './task-pool.js';

/** How long a caller waits for a task. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * A task that is computed once for all callers. It continues while at least one caller waits, and is canceled
 * when the last one leaves because its client has disconnected or its time is up.
 */
export class SharedTask<T> {
  readonly #running: Running<T>;
  readonly #onCancel: () => void;
  #waiting = 0;
  #isOver = false;
  #value: T | null = null;

  constructor(running: Running<T>, onCancel: () => void) {
    this.#running = running;
    this.#onCancel = onCancel;
    running.result.then(
      (value) => {
        this.#isOver = true;
        this.#value = value;
      },
      () => {
        this.#isOver = true;
        onCancel();
      },
    );
  }

  /** The result once it is there; until then null. */
  get value(): T | null {
    return this.#value;
  }

  async wait({ signal, timeoutMs }: Patience): Promise<T> {
    if (this.#isOver) return this.#running.result;
    this.#waiting += 1;
    let leave: (error: Error) => void = () => undefined;
    const left = new Promise<never>((_, reject) => (leave = reject));
    const onAbort = () => {
      leave(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      leave(new ComputationTimeoutError(timeoutMs));
    }, timeoutMs);
    // After the server has closed its threads, nothing ends the wait, and it must not keep the process.
    timer.unref();
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    try {
      return await Promise.race([this.#running.result, left]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#cancelUnlessOver();
    }
  }

  #cancelUnlessOver(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#running.cancel();
    this.#onCancel();
  }
}

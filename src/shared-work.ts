/**
 * Work shared by several callers. A caller whose signal aborts leaves and is rejected with the signal's reason;
 * when the last caller leaves, the work is aborted.
 */
export class SharedWork<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  /** Resolves when the work has ended, whether it succeeded or failed. */
  readonly ended: Promise<void>;
  #waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.#result = start(this.#controller.signal);
    // Callers handle a rejection, but none may be left.
    this.ended = this.#result.then(
      () => undefined,
      () => undefined,
    );
  }

  /** Aborts when the last caller has left; later callers must start new work. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Without a signal, the caller waits until the end. */
  wait(signal?: AbortSignal): Promise<T> {
    this.#waiting += 1;
    if (signal === undefined) return this.#result;
    return untilAborted(this.#result, signal, () => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#controller.abort(signal.reason);
    });
  }
}

/** The result, or a rejection with the reason as soon as the signal aborts; then `onAbort` is called. */
export function untilAborted<T>(
  result: Promise<T>,
  signal: AbortSignal,
  onAbort: () => void = () => undefined,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
      onAbort();
    };
    result
      .finally(() => {
        signal.removeEventListener('abort', abort);
      })
      .then(resolve, reject);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

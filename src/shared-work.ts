/**
 * Work that several callers wait for. It goes on while any of them waits. A caller leaves when its
 * signal aborts, and is rejected with the reason; when the last one leaves, the work is aborted too.
 */
export class SharedWork<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  /** Resolves when the work has ended, however it did. */
  readonly ended: Promise<void>;
  #waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.#result = start(this.#controller.signal);
    // The callers handle a rejection; there may be none left.
    this.ended = this.#result.then(
      () => undefined,
      () => undefined,
    );
  }

  /** Aborts when the last caller has left: whoever comes later must start the work again. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Without a signal, the caller stays to the end. */
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

/** Releases a slot. Calling it again does nothing. */
export type ReleaseSlot = () => void;

interface Waiting {
  readonly client: string;
  readonly start: () => void;
}

interface SlotsOptions {
  /** The number of slots. */
  readonly size: number;
  /** The maximum number of waiting callers (default unlimited). */
  readonly maxQueue?: number;
  /** The maximum number of slots and queue places per client (default all). */
  readonly perClient?: { readonly running: number; readonly waiting: number };
}

/** Why there was no slot: the queue is full, or this client has reached its limit. */
export type NoSlotReason = 'QUEUE_FULL' | 'CLIENT_LIMIT';

export class NoSlotError extends Error {
  override readonly name = 'NoSlotError';

  constructor(readonly reason: NoSlotReason) {
    super(reason);
  }
}

/** Created once, because creating a stack trace is slow and an overloaded server has no time for it. */
const CLIENT_LIMIT = new NoSlotError('CLIENT_LIMIT');
const QUEUE_FULL = new NoSlotError('QUEUE_FULL');

/**
 * A fixed number of slots and a bounded queue for them. A free slot goes to the waiting client with the
 * fewest slots, and among equals to the one that has waited longest.
 */
export class Slots {
  readonly #size: number;
  readonly #maxQueue: number;
  readonly #perClient: { readonly running: number; readonly waiting: number };
  readonly #queue: Waiting[] = [];
  readonly #runningOf = new Map<string, number>();
  readonly #waitingOf = new Map<string, number>();
  #running = 0;

  constructor({ size, maxQueue = Infinity, perClient }: SlotsOptions) {
    this.#size = size;
    this.#maxQueue = maxQueue;
    this.#perClient = perClient ?? { running: Infinity, waiting: Infinity };
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Whether the next caller gets a slot at once. */
  get isFree(): boolean {
    return this.#running < this.#size && this.#queue.length === 0;
  }

  /** Takes a slot if one is free for this client; otherwise returns null. */
  tryAcquire(client = ''): ReleaseSlot | null {
    const isFree = this.#running < this.#size && this.#mayRun(client);
    return isFree ? this.#take(client) : null;
  }

  /** Waits for a slot. Rejects with NoSlotError if the queue is full, and with the signal's reason. */
  acquire(client = '', signal?: AbortSignal): Promise<ReleaseSlot> {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    const release = this.tryAcquire(client);
    if (release !== null) return Promise.resolve(release);
    const waiting = this.#waitingOf.get(client) ?? 0;
    if (waiting >= this.#perClient.waiting) return Promise.reject(CLIENT_LIMIT);
    if (this.#queue.length >= this.#maxQueue) return Promise.reject(QUEUE_FULL);
    return new Promise((resolve, reject) => {
      const place: Waiting = {
        client,
        start: () => {
          signal?.removeEventListener('abort', leave);
          this.#remove(place);
          resolve(this.#take(client));
        },
      };
      const leave = () => {
        this.#remove(place);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#queue.push(place);
      count(this.#waitingOf, client, 1);
    });
  }

  #mayRun(client: string): boolean {
    return (this.#runningOf.get(client) ?? 0) < this.#perClient.running;
  }

  #take(client: string): ReleaseSlot {
    this.#running += 1;
    count(this.#runningOf, client, 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#running -= 1;
      count(this.#runningOf, client, -1);
      this.#next()?.start();
    };
  }

  #next(): Waiting | undefined {
    let next: Waiting | undefined;
    let fewest = this.#perClient.running;
    for (const each of this.#queue) {
      const running = this.#runningOf.get(each.client) ?? 0;
      if (running >= fewest) continue;
      [next, fewest] = [each, running];
      if (running === 0) break;
    }
    return next;
  }

  #remove(place: Waiting): void {
    this.#queue.splice(this.#queue.indexOf(place), 1);
    count(this.#waitingOf, place.client, -1);
  }
}

/** Removes clients whose count is 0, so that the map does not grow forever. */
function count(of: Map<string, number>, client: string, by: number): void {
  const value = (of.get(client) ?? 0) + by;
  if (value === 0) of.delete(client);
  else of.set(client, value);
}

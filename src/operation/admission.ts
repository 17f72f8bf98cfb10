import { HeaderMap } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { ClientError } from '../errors.js';
import type { Metrics } from '../metrics.js';
import { NoSlotError, Slots, type NoSlotReason } from '../slots.js';
import type { Checked } from './checks.js';

/** Operations of different queues do not wait for each other. */
export type Queue = 'quick' | 'heavy' | 'network';
const QUEUES: readonly Queue[] = ['quick', 'heavy', 'network'];

/** An operation that costs more than this fraction of the limit is heavy. */
const HEAVY_PART = 1 / 20;
/** When a refused client may retry. */
const RETRY_AFTER_SECONDS = 1;

interface QueueSize {
  /** The maximum number of operations that run at once. */
  readonly size: number;
  readonly maxQueue: number;
}

/**
 * How many operations may run and wait in each queue. Half of the readers' connections are reserved for quick
 * operations.
 */
export function queueSizes({
  operationsAtOnce,
  operationsWaiting,
  databasePoolSize,
}: Pick<Config, 'operationsAtOnce' | 'operationsWaiting' | 'databasePoolSize'>): Readonly<
  Record<Queue, QueueSize>
> {
  return {
    quick: { size: operationsAtOnce, maxQueue: operationsWaiting },
    heavy: { size: Math.max(1, Math.floor(databasePoolSize / 2)), maxQueue: operationsWaiting },
    network: { size: 4, maxQueue: Math.ceil(operationsWaiting / 2) },
  };
}

/** Whose operation it is, and the slot that it gets. */
export type Admitted = Pick<Context, 'client' | 'signal' | 'slot'>;

/** The server refuses the operation because it is busy. */
export class NotAdmittedError extends ClientError {
  constructor(
    readonly code: 'TOO_MANY_REQUESTS' | 'OVERLOADED',
    message: string,
    readonly retryAfter = RETRY_AFTER_SECONDS,
  ) {
    const headers = new HeaderMap([['retry-after', String(retryAfter)]]);
    super(code, message, { http: { headers } });
  }
}

/**
 * Admits operations while there are free slots. Others wait in a bounded queue; if it is full, they are refused
 * at once, because waiting longer than clients do helps nobody.
 */
export class Admission {
  readonly #slots: Readonly<Record<Queue, Slots>>;
  readonly #heavyCost: number;
  readonly #metrics: Metrics;

  constructor(sizes: Readonly<Record<Queue, QueueSize>>, maxCost: number, metrics: Metrics) {
    this.#slots = {
      quick: new Slots({ ...sizes.quick, perClient: shareOf(sizes.quick) }),
      heavy: new Slots({ ...sizes.heavy, perClient: shareOf(sizes.heavy) }),
      network: new Slots({ ...sizes.network, perClient: shareOf(sizes.network) }),
    };
    this.#heavyCost = maxCost * HEAVY_PART;
    this.#metrics = metrics;
    for (const queue of QUEUES) {
      const slots = this.#slots[queue];
      metrics.queue(queue, () => ({ running: slots.running, waiting: slots.waiting }));
    }
  }

  /** Waits until the operation may run. Rejects with NotAdmittedError if the queue is full. */
  async admit(context: Admitted, checked: Checked): Promise<void> {
    const { client, signal, slot } = context;
    if (slot.release !== null) return;
    const queue = this.#queueOf(checked);
    const slots = this.#slots[queue];
    try {
      slot.release = slots.tryAcquire(client) ?? (await slots.acquire(client, signal));
    } catch (error) {
      if (!(error instanceof NoSlotError)) throw error;
      this.#metrics.refused(queue, error.reason);
      throw REFUSALS[error.reason];
    }
  }

  #queueOf({ document, operation, cost }: Checked): Queue {
    if (asksNetwork(document, operation)) return 'network';
    return cost.requested > this.#heavyCost ? 'heavy' : 'quick';
  }
}

/** One client never gets all slots, nor more than half of the queue. */
function shareOf({ size, maxQueue }: QueueSize) {
  return { running: Math.max(1, size - 1), waiting: Math.ceil(maxQueue / 2) };
}

/** Created once, like the errors in `slots.ts`. */
const REFUSALS: Readonly<Record<NoSlotReason, NotAdmittedError>> = {
  CLIENT_LIMIT: new NotAdmittedError(
    'TOO_MANY_REQUESTS',
    'Too many of your operations are waiting. Wait for their responses before you send more.',
  ),
  QUEUE_FULL: new NotAdmittedError(
    'OVERLOADED',
    'The server is busy: too many operations are waiting. Retry in a second.',
  ),
};

const asking = new WeakMap<OperationDefinitionNode, boolean>();

function asksNetwork(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const known = asking.get(operation);
  if (known !== undefined) return known;
  const asks = selects(document, operation.selectionSet, 'network');
  asking.set(operation, asks);
  return asks;
}

/** Whether the root selects the field, directly or through fragments. Valid fragments have no cycles. */
function selects(document: DocumentNode, { selections }: SelectionSetNode, name: string): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === name;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return selects(document, selection.selectionSet, name);
    }
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION &&
        definition.name.value === selection.name.value,
    );
    return (
      fragment?.kind === Kind.FRAGMENT_DEFINITION && selects(document, fragment.selectionSet, name)
    );
  });
}

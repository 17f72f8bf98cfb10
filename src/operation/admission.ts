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

/** Kinds of operations that do not wait for each other. */
export type Lane = 'quick' | 'heavy' | 'network';
const LANES: readonly Lane[] = ['quick', 'heavy', 'network'];

/** An operation that costs more than this part of the limit is a heavy one. */
const HEAVY_PART = 1 / 20;
/** When a client that was refused may try again. */
const RETRY_AFTER_SECONDS = 1;

interface LaneSize {
  /** How many operations run at once. */
  readonly size: number;
  readonly maxQueue: number;
}

/**
 * How many operations run at once and wait. Of the readers' connections, half are left to quick operations,
 * whatever the others do.
 */
export function laneSizes({
  operationsAtOnce,
  operationsWaiting,
  databasePoolSize,
}: Pick<Config, 'operationsAtOnce' | 'operationsWaiting' | 'databasePoolSize'>): Readonly<
  Record<Lane, LaneSize>
> {
  return {
    quick: { size: operationsAtOnce, maxQueue: operationsWaiting },
    heavy: { size: Math.max(1, Math.floor(databasePoolSize / 2)), maxQueue: operationsWaiting },
    network: { size: 4, maxQueue: Math.ceil(operationsWaiting / 2) },
  };
}

/** The server does not take the operation now. */
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
 * Lets operations in as far as there is room, the others wait in a bounded queue, and what is beyond is
 * refused at once: waiting for longer than clients do would help nobody.
 */
export class Admission {
  readonly #slots: Readonly<Record<Lane, Slots>>;
  readonly #heavyCost: number;
  readonly #metrics: Metrics;

  constructor(sizes: Readonly<Record<Lane, LaneSize>>, maxCost: number, metrics: Metrics) {
    this.#slots = {
      quick: new Slots({ ...sizes.quick, perClient: shareOf(sizes.quick) }),
      heavy: new Slots({ ...sizes.heavy, perClient: shareOf(sizes.heavy) }),
      network: new Slots({ ...sizes.network, perClient: shareOf(sizes.network) }),
    };
    this.#heavyCost = maxCost * HEAVY_PART;
    this.#metrics = metrics;
    for (const lane of LANES) {
      const slots = this.#slots[lane];
      metrics.lane(lane, () => ({ running: slots.running, waiting: slots.waiting }));
    }
  }

  /** Waits until the operation of the request may run. Rejects with NotAdmittedError where it must not wait. */
  async admit(context: Context, checked: Checked): Promise<void> {
    const { client, signal, slot } = context;
    if (slot.release !== null) return;
    const lane = this.#laneOf(checked);
    const slots = this.#slots[lane];
    try {
      slot.release = slots.tryAcquire(client) ?? (await slots.acquire(client, signal));
    } catch (error) {
      if (!(error instanceof NoSlotError)) throw error;
      this.#metrics.refused(lane, error.reason);
      throw REFUSALS[error.reason];
    }
  }

  #laneOf({ document, operation, cost }: Checked): Lane {
    if (asksNetwork(document, operation)) return 'network';
    return cost.requested > this.#heavyCost ? 'heavy' : 'quick';
  }
}

/** One client never has all slots, nor more than half of the queue. */
function shareOf({ size, maxQueue }: LaneSize) {
  return { running: Math.max(1, size - 1), waiting: Math.ceil(maxQueue / 2) };
}

/** Made once, as those of slots are. */
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

/** Whether the root has the field, itself or by fragments. Valid fragments have no cycles. */
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

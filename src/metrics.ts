import type { OperationTypeNode } from 'graphql';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { NoSlotReason } from './slots.js';

/** How an operation was answered: by a plan, by resolvers, or by resolvers after its plan failed. */
type Way = 'planned' | 'resolved' | 'failed';

/** Whose duration an operation has: a failed plan is resolved. */
type Latency = 'planned' | 'cached' | 'resolved';

/** From a cached response to the deadline of an operation, in seconds. */
const LATENCY_BUCKETS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

const UNHANDLED_KINDS = ['rejection', 'exception'] as const;
type Unhandled = (typeof UNHANDLED_KINDS)[number];

/** The metrics of a server, in the format of Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #operations = new Counter({
    name: 'scan_graph_operations_total',
    help: 'Operations executed, by how: planned as one statement, resolved field by field, or resolved because the planned statement failed.',
    labelNames: ['way'],
    registers: [this.#registry],
  });

  readonly #latency = new Histogram({
    name: 'scan_graph_operation_duration_seconds',
    help: 'Duration of executed operations with the time they waited, by how they were answered (planned, cached, resolved) and by operation type.',
    labelNames: ['way', 'type'],
    buckets: LATENCY_BUCKETS,
    registers: [this.#registry],
  });

  readonly #unhandled = new Counter({
    name: 'scan_graph_unhandled_total',
    help: 'Unhandled errors, by kind: rejection (the server continues) or exception (it stops). Each is a bug.',
    labelNames: ['kind'],
    registers: [this.#registry],
  });

  readonly #refusals = new Counter({
    name: 'scan_graph_operations_refused_total',
    help: 'Operations refused because too many were waiting, in total or for one client, by queue.',
    labelNames: ['queue', 'reason'],
    registers: [this.#registry],
  });
  readonly #queues = new Map<
    string,
    () => { readonly running: number; readonly waiting: number }
  >();

  constructor() {
    for (const kind of UNHANDLED_KINDS) this.#unhandled.inc({ kind }, 0);
    for (const state of ['running', 'waiting'] as const) {
      const queues = this.#queues;
      new Gauge({
        name: `scan_graph_operations_${state}`,
        help: `Operations currently ${state}, by queue.`,
        labelNames: ['queue'],
        registers: [this.#registry],
        collect() {
          for (const [queue, now] of queues) this.set({ queue }, now()[state]);
        },
      });
    }
  }

  unhandled(kind: Unhandled): void {
    this.#unhandled.inc({ kind });
  }

  answered(way: Way): void {
    this.#operations.inc({ way });
  }

  /** Adds the duration of an operation. */
  took(way: Latency, type: `${OperationTypeNode}`, seconds: number): void {
    this.#latency.observe({ way, type }, seconds);
  }

  /** Reports memory, processor time, event loop and garbage collection of this process. */
  collectProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Reports the number of running and waiting operations of a queue. */
  queue(queue: string, now: () => { readonly running: number; readonly waiting: number }): void {
    this.#queues.set(queue, now);
  }

  /** Counts a refused operation. */
  refused(queue: string, reason: NoSlotReason): void {
    this.#refusals.inc({ queue, reason: reason.toLowerCase() });
  }

  /** Reports the number of entries of a cache. */
  cache(name: string, size: () => number): void {
    new Gauge({
      name: `scan_graph_${name}`,
      help: `Number of cached ${name.replaceAll('_', ' ')}.`,
      registers: [this.#registry],
      collect() {
        this.set(size());
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

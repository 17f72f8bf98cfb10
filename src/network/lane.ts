import { Worker } from 'node:worker_threads';
import { withResolvers } from '../with-resolvers.js';
import type { Graph } from './graph.js';
import type { TaskInput, TaskName, TaskResult } from './worker-tasks.js';

export interface TaskRequest {
  readonly name: TaskName;
  readonly graph: Graph;
  readonly input: unknown;
}

export type TaskReply =
  | { readonly kind: 'DONE'; readonly result: unknown }
  | { readonly kind: 'FAILED'; readonly message: string };

/** A task that was submitted to a lane. */
export interface Running<T> {
  readonly result: Promise<T>;
  /** Removes the task, or stops the thread that runs it. Its result never settles then. */
  cancel(): void;
}

interface Waiting extends TaskRequest {
  readonly settle: (reply: TaskReply) => void;
}

/** A worker thread with its queue. It starts on demand, and again after it was stopped. */
export class Lane {
  readonly #queue: Waiting[] = [];
  #current: Waiting | null = null;
  #worker: Worker | null = null;

  run<Name extends TaskName>(
    name: Name,
    graph: Graph,
    input: TaskInput<Name>,
  ): Running<TaskResult<Name>> {
    const { promise, resolve, reject } = withResolvers<TaskResult<Name>>();
    const task: Waiting = {
      name,
      graph,
      input,
      settle: (reply) => {
        if (reply.kind === 'DONE') resolve(reply.result as TaskResult<Name>);
        else reject(new Error(reply.message));
      },
    };
    this.#queue.push(task);
    this.#next();
    return {
      result: promise,
      cancel: () => {
        const place = this.#queue.indexOf(task);
        if (place !== -1) this.#queue.splice(place, 1);
        if (this.#current !== task) return;
        void this.#stop();
        this.#next();
      },
    };
  }

  async close(): Promise<void> {
    this.#queue.length = 0;
    await this.#stop();
  }

  #next(): void {
    if (this.#current !== null) return;
    const task = this.#queue.shift();
    if (task === undefined) return;
    this.#current = task;
    this.#worker ??= this.#start();
    // The thread keeps the process running only while it works.
    this.#worker.ref();
    const { name, graph, input } = task;
    this.#worker.postMessage({ name, graph, input } satisfies TaskRequest);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./network-worker.js', import.meta.url), {
      // The thread must not inherit the flags of jest.
      execArgv: [],
    });
    worker.on('message', (reply: TaskReply) => {
      if (this.#worker !== worker) return;
      worker.unref();
      this.#finish(reply);
    });
    worker.on('error', (error) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#finish({ kind: 'FAILED', message: error.stack ?? error.message });
    });
    return worker;
  }

  #finish(reply: TaskReply): void {
    const task = this.#current;
    this.#current = null;
    task?.settle(reply);
    this.#next();
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#current = null;
    await worker?.terminate();
  }
}

import { Piscina } from 'piscina';
import type { TaskInput, TaskName, TaskResult } from './worker-tasks.js';

export interface TaskRequest {
  readonly name: TaskName;
  readonly input: unknown;
}

/** A task that was submitted to a pool. */
export interface Running<T> {
  readonly result: Promise<T>;
  /** Removes the task, or ends the thread that runs it. Its result never settles then. */
  cancel(): void;
}

/** The longest time that a timer of Node has: a thread stays until it is ended. */
const FOREVER_MS = 2 ** 31 - 1;

/** A worker thread with its queue. It starts on demand, and again after it was ended. */
export class TaskPool {
  #pool: Piscina<TaskRequest> | null = null;

  run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Running<TaskResult<Name>> {
    const pool = (this.#pool ??= openPool());
    const controller = new AbortController();
    const running = pool.run({ name, input }, { signal: controller.signal });
    return {
      result: running.catch((error: unknown) => {
        const isWanted = !controller.signal.aborted && this.#pool === pool;
        if (isWanted) throw error as Error;
        return new Promise<never>(() => undefined);
      }) as Promise<TaskResult<Name>>,
      cancel: () => {
        controller.abort();
      },
    };
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await pool?.destroy();
  }
}

function openPool(): Piscina<TaskRequest> {
  return new Piscina<TaskRequest>({
    filename: new URL('./network-worker.js', import.meta.url).href,
    name: 'runTask',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: FOREVER_MS,
    // The thread must not inherit the flags of jest.
    execArgv: [],
  });
}

import { TASKS } from './worker-tasks.js';
import type { TaskRequest } from './task-pool.js';

/** What a thread of a `TaskPool` runs, one task at a time. */
export function runTask({ name, input }: TaskRequest): unknown {
  const task = TASKS[name] as (input: unknown) => unknown;
  return task(input);
}

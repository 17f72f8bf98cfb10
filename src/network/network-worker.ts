import { TASKS } from './worker-tasks.js';
import type { TaskRequest } from './lane.js';

/** What the thread of a lane runs, one task at a time. */
export function runTask({ name, graph, input }: TaskRequest): unknown {
  const task = TASKS[name] as (graph: unknown, input: unknown) => unknown;
  return task(graph, input);
}

import { parentPort } from 'node:worker_threads';
import { TASKS } from './worker-tasks.js';
import type { TaskReply, TaskRequest } from './lane.js';

/** The thread of a lane. It runs one task at a time. */
parentPort?.on('message', ({ name, graph, input }: TaskRequest) => {
  const reply = (message: TaskReply) => parentPort?.postMessage(message);
  try {
    const task = TASKS[name] as (graph: unknown, input: unknown) => unknown;
    reply({ kind: 'DONE', result: task(graph, input) });
  } catch (error) {
    reply({ kind: 'FAILED', message: (error as Error).stack ?? String(error) });
  }
});

#!/usr/bin/env node
import { program } from './cli.js';
import { PlainError } from './errors.js';

// Who reads may have seen enough, as `head` has; what is under way goes on to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  process.stderr.write(`${(await plain(error)).message}\n`);
  process.exitCode = 1;
}

/** What the operator can do something about; all else is a fault of ours, and shown with its stack. */
async function plain(error: unknown): Promise<PlainError> {
  if (error instanceof PlainError) return error;
  const { explainToOperator } = await import('./database/database.js');
  return explainToOperator(error);
}

#!/usr/bin/env node
import './production.js';
import { program } from './cli.js';
import { UserError } from './errors.js';
import { note } from './writing/terminal.js';

// The reader of the output may close it early, as `head` does; the command still runs to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  note((await plain(error)).message);
  process.exitCode = 1;
}

/** Maps errors that the operator can correct to their message; all others are bugs and keep their stack. */
async function plain(error: unknown): Promise<UserError> {
  if (error instanceof UserError) return error;
  const { explainToOperator } = await import('./database/database.js');
  return explainToOperator(error);
}

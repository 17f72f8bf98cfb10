#!/usr/bin/env node
import { program } from './cli.js';
import { PlainError } from './errors.js';

try {
  await program().parseAsync();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

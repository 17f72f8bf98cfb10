import { clientErrorOf } from '../client-errors.js';
import { DatabaseUnreachableError } from '../database/errors.js';
import { UserError } from '../errors.js';
import { FilterFault } from './filter.js';

/** The error as the command line prints it; `main.ts` explains that the database cannot be reached. */
export function userErrorOf(error: unknown): unknown {
  if (error instanceof DatabaseUnreachableError) return error;
  const shown = error instanceof FilterFault ? error : clientErrorOf(error);
  return shown === null ? error : new UserError(shown.message, { cause: error });
}

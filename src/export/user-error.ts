import { clientErrorOf } from '../client-errors.js';
import { DatabaseUnreachableError } from '../database/errors.js';
import { UserError } from '../errors.js';
import { FilterFault } from './filter.js';

/** The error as the command line prints it; `main.ts` explains that the database cannot be reached. */
export function userErrorOf(error: unknown): unknown {
  if (error instanceof DatabaseUnreachableError) return error;
  const clientError = error instanceof FilterFault ? error : clientErrorOf(error);
  return clientError === null ? error : new UserError(clientError.message, { cause: error });
}

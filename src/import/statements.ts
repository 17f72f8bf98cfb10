import { charactersOf } from './characters.js';
import { LIMITS } from './limits.js';

/** Splits rows so that each part fits into one statement: several rows can repeat the text of a record. */
export function* statementsOf<Row extends object>(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    part.push(row);
    characters += charactersOf(row);
    if (part.length < LIMITS.rowsAStatement && characters < LIMITS.charactersABatch) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}

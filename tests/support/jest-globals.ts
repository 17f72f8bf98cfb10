import type * as globals from '@jest/globals';

type Globals = typeof globals;

/**
 * What test files import as '@jest/globals', whose own file only says that it must not be loaded. The importers see
 * what was given last: the globals of the file that runs.
 */
export let afterAll: Globals['afterAll'];
export let afterEach: Globals['afterEach'];
export let beforeAll: Globals['beforeAll'];
export let beforeEach: Globals['beforeEach'];
export let describe: Globals['describe'];
export let expect: Globals['expect'];
export let jest: Globals['jest'];
export let test: Globals['test'];

export function giveGlobals(given: Globals): void {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } = given);
}

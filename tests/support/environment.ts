import { readFileSync } from 'node:fs';
import { TestEnvironment } from 'jest-environment-node';

const POSTGRES = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));

/**
 * Node, with the code of the embedded PostgreSQL held as long as the process of jest lives. V8 gives
 * a thread that compiles the same bytes what is there already of machine code, the optimized too; else
 * each database of each test file would make it anew, for more time than most have to work.
 */
export default class extends TestEnvironment {
  static readonly postgres = WebAssembly.compile(readFileSync(POSTGRES));
}

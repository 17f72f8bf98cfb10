import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as globals from '@jest/globals';
import { giveGlobals } from './jest-globals.js';

const require = createRequire(import.meta.url);
/** The part of jest-circus that jest otherwise loads anew for each test file. */
const PER_FILE = `${sep}jest-circus${sep}`;
/** Where node finds '@jest/globals' for what is compiled, before the package of that name. */
const GLOBALS = fileURLToPath(new URL('../../node_modules/@jest/globals/', import.meta.url));

interface Runtime {
  requireInternalModule: (path: string) => unknown;
  unstable_shouldLoadAsEsm: (path: string) => boolean;
  unstable_importModule: (path: string) => Promise<unknown>;
  requireModuleOrMock: (from: string, name: '@jest/globals') => typeof globals;
}
type Run = (
  globalConfig: object,
  config: object,
  environment: object,
  runtime: Runtime,
  path: string,
  ...rest: unknown[]
) => Promise<unknown>;

/**
 * Runs a test file with jest-circus, but loads it as node loads any module. Jest's own way is to load everything
 * anew for each file, in a context of its own: to load the product and its libraries, to build the schema, and to
 * let V8 optimize all of it took most of what the tests take. So the files of one process share the modules of
 * the product, as what runs in one server shares them; each file still has its own database and its own servers.
 */
const run: Run = async (globalConfig, config, environment, runtime, path, ...rest) => {
  forgetLastFile();
  runtime.requireInternalModule = require;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = async (file) => {
    giveGlobals(runtime.requireModuleOrMock(file, '@jest/globals'));
    return (await import(pathToFileURL(file).href)) as unknown;
  };
  const circus = require('jest-circus/runner') as { default: Run };
  return circus.default(globalConfig, config, environment, runtime, path, ...rest);
};
export default run;

/** jest-circus keeps the tests of a file, and who listens to them, in globals. */
function forgetLastFile(): void {
  for (const path of Object.keys(require.cache)) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- this is how a module is unloaded
    if (path.includes(PER_FILE)) delete require.cache[path];
  }
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description === 'JEST_STATE_SYMBOL' || key === Symbol.for('EVENT_HANDLERS')) {
      Reflect.deleteProperty(globalThis, key);
    }
  }
}

/** Before the first file is run. */
export function placeGlobals(): void {
  mkdirSync(GLOBALS, { recursive: true });
  writeFileSync(
    `${GLOBALS}package.json`,
    JSON.stringify({ name: '@jest/globals', type: 'module', exports: './index.js' }),
  );
  writeFileSync(`${GLOBALS}index.js`, "export * from '../../../tests/support/jest-globals.js';\n");
}

import { readFileSync } from 'node:fs';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

const POSTGRES = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));

type TimerConfig = ConstructorParameters<typeof ModernFakeTimers>[0]['config'];

/**
 * Node as it is, and no context of its own for each test file: see `test-runner.ts`. What jest changes in the
 * globals for a file is undone at its end.
 */
export default class {
  /**
   * The code of the embedded PostgreSQL, held as long as the process of jest lives. V8 gives a thread that
   * compiles the same bytes what is there already of machine code, the optimized too; else each database of
   * each test file would make it anew, for more time than most have to work.
   */
  static readonly postgres = WebAssembly.compile(readFileSync(POSTGRES));

  readonly global = globalThis;
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern: ModernFakeTimers;
  readonly #console = globalThis.console;
  readonly #exit = process.exit.bind(process);

  constructor({ projectConfig }: { readonly projectConfig: TimerConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  setup(): Promise<void> {
    return Promise.resolve();
  }

  teardown(): Promise<void> {
    this.moduleMocker.restoreAllMocks();
    this.fakeTimersModern.dispose();
    globalThis.console = this.#console;
    process.exit = this.#exit;
    return Promise.resolve();
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }

  getVmContext(): null {
    return null;
  }
}

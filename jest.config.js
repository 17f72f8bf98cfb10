// Jest runs what the compiler has made (`npm run build`): no transform, and ES modules that node itself loads.

/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/dist/tests'],
  testMatch: ['<rootDir>/dist/tests/**/*.test.js'],
  testPathIgnorePatterns: ['<rootDir>/dist/tests/e2e/'],
  testEnvironment: '<rootDir>/dist/tests/support/environment.js',
  transform: {},
  testRunner: '<rootDir>/dist/tests/support/test-runner.js',
  globalSetup: '<rootDir>/dist/tests/support/global-setup.js',
  globalTeardown: '<rootDir>/dist/tests/support/global-teardown.js',
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/test-sequencer.mjs',
  // What hangs is to end some time; a machine that is ten times slower than usual is not to fail.
  testTimeout: 300_000,
  // Fixed settings of the developer's own shell must not decide what a test sees.
  injectGlobals: false,
};

// Runs jest on what is built. A test may be named by its source: `npm run test:only -- tests/x.test.ts`.
// As the server runs: see src/production.ts.
process.env.NODE_ENV = 'production';
process.argv = process.argv.map((word) =>
  word.replace(/^(?:.*\/)?(tests\/.+\.test)\.ts$/, 'dist/$1.js'),
);
// What needs a browser or starts processes has a configuration of its own: `npm run test:only -- tests/e2e/x.test.ts`.
if (process.argv.some((word) => /(^|\/)tests\/e2e\b/.test(word))) {
  process.argv.push('--config', 'jest.e2e.config.js');
}
await import('../node_modules/jest/bin/jest.js');

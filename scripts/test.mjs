// Runs jest on what is built. A test may be named by its source: `npm run test:only -- tests/x.test.ts`.
// As the server runs: see src/production.ts.
process.env.NODE_ENV = 'production';
process.argv = process.argv.map((word) =>
  word.replace(/^(?:.*\/)?(tests\/.+\.test)\.ts$/, 'dist/$1.js'),
);
await import('../node_modules/jest/bin/jest.js');

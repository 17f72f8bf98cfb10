// The tests through a browser, the command line and processes that are started and killed: `npm run test:e2e`.
import base from './jest.config.js';

/** @type {import('jest').Config} */
export default { ...base, roots: ['<rootDir>/dist/tests/e2e'], testPathIgnorePatterns: [] };

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Times are shown in the learner's own zone.
process.env.TZ = 'UTC';

const reportFile = process.env.API_LABS_TEST_REPORT;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'test/bench/**'],
    // Tests start servers, browsers and pseudo-terminals: two files at a time is what two cores carry.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

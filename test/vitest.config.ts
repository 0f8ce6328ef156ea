import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Times are shown in the learner's own zone.
process.env.TZ = 'UTC';

/** They take minutes each: begun last, they would run alone while the other worker has nothing to do. */
const longFiles = [
  'test/course.test.ts',
  'test/grader/hostile.test.ts',
  'test/labs/graders.test.ts',
  'test/e2e/app.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = longFiles.findIndex((file) => moduleId.endsWith(`/${file}`));
      return index === -1 ? longFiles.length : index;
    };
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

const reportFile = process.env.API_LABS_TEST_REPORT;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
    // The model of the lab `llm` answers at once when nobody watches.
    env: { TOKEN_DELAY_MS: '0' },
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'test/bench/**'],
    // Tests start servers, browsers and pseudo-terminals: two files at a time is what two cores carry.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

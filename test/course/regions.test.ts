import { expect, test } from 'vitest';
import type { FileProblem } from '../../src/course/problems.ts';
import { markRegions, showRegion } from '../../src/course/regions.ts';

const source = `import x

    # region outer

    def one():

        # region inner
        return 1
        # endregion

    # endregion
`;

function show(name: string): unknown {
  const problems: FileProblem[] = [];
  const marked = markRegions(source, 'python', (problem) => problems.push(problem));
  expect(problems).toEqual([]);
  const region = marked.regions.get(name);
  return region && showRegion(marked, region);
}

test('a region is shown dedented, without markers and outer blank lines', () => {
  expect(show('inner')).toEqual({ text: 'return 1', firstLine: 8 });
});

test('an outer region holds the inner one without its markers', () => {
  expect(show('outer')).toEqual({ text: 'def one():\n\n    return 1', firstLine: 5 });
});

test('the markers of the other language are code', () => {
  const marked = markRegions('// #region a\n# region b\n// #endregion\n', 'typescript', () => {});
  expect([...marked.regions]).toEqual([['a', { first: 2, last: 2 }]]);
});

test('a region with nothing in it shows nothing', () => {
  const marked = markRegions('# region a\n\n# endregion\n', 'python', () => {});
  expect(showRegion(marked, { first: 2, last: 2 })).toEqual({ text: '', firstLine: 2 });
});

import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findPython } from '../grader/find-python.ts';
import { packageRoot } from '../servers/spawned.ts';

const run = promisify(execFile);
const python = findPython('fastapi', 'httpx2');

const lessons = join(packageRoot, 'lessons');
const files = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\/code\/[^/]+\.(py|ts)$/.test(name))
  .sort();

if (python === undefined) {
  console.info(
    "The lessons' Python is not run: no Python here has fastapi and httpx2. pip install fastapi httpx2 in .venv gives one.",
  );
}

/** What some lessons import beyond FastAPI and what comes with it, and the package that brings it. */
const packageOf = new Map([
  ['aiosqlite', 'aiosqlite'],
  ['joblib', 'joblib'],
  ['jwt', 'pyjwt'],
  ['numpy', 'scikit-learn'],
  ['sklearn', 'scikit-learn'],
  ['sqlalchemy', 'sqlalchemy'],
  ['sqlmodel', 'sqlmodel'],
]);
const absent = python === undefined ? [] : modulesAbsentFrom(python, [...packageOf.keys()]);

function modulesAbsentFrom(command: string, modules: string[]): string[] {
  const ask = `import importlib.util, json, sys
print(json.dumps([name for name in sys.argv[1:] if importlib.util.find_spec(name) is None]))`;
  return JSON.parse(execFileSync(command, ['-c', ask, ...modules], { encoding: 'utf8' }));
}

/** Of what a script imports, what this Python has not. */
function absentFor(source: string): string[] {
  const imported = [...source.matchAll(/^\s*(?:import|from)\s+(\w+)/gm)].map(([, name]) => name);
  return absent.filter((name) => imported.includes(name));
}

/** Code of a lesson proves itself: below what is shown stand assertions on what it does. */
describe.each(files)('%s', (name) => {
  const file = join(lessons, name);
  const isPython = name.endsWith('.py');
  const source = readFileSync(file, 'utf8');

  test('asserts what is said of it, outside of what is shown', () => {
    let depth = 0;
    const asserting = source.split('\n').filter((line) => {
      if (/#\s*region\b/.test(line)) depth += 1;
      if (/#\s*endregion\b/.test(line)) depth -= 1;
      return depth === 0 && /^\s*(?:assert\b|assert[.(])/.test(line);
    });
    expect(asserting.length).toBeGreaterThan(0);
  });

  if (/# region bug\b/.test(source)) {
    test('asserts how the bug shows, and that it is gone once mended', () => {
      const assertionsIn = (part: string) => part.match(/^\s*assert\b/gm)?.length ?? 0;
      // The code with the bug, what shows it, the code mended, what shows that it is.
      const [, buggy = '', mended = ''] = source.split(
        /^\s*# endregion code\b|^\s*# region fix\b[\s\S]*# endregion fix\b/m,
      );
      expect(assertionsIn(buggy)).toBeGreaterThan(0);
      expect(assertionsIn(mended)).toBeGreaterThan(0);
    });
  }

  const lacking = isPython ? absentFor(source) : [];
  if (lacking.length > 0) {
    const packages = [...new Set(lacking.map((module) => packageOf.get(module)))].join(' ');
    console.info(`${name} is not run: this Python lacks ${packages}, which pip installs.`);
  }

  const cannotRun = isPython && (python === undefined || lacking.length > 0);
  test.skipIf(cannotRun)('runs, and its assertions hold', async () => {
    const [command, args] = isPython
      ? [python ?? '', ['-B', '-W', 'error::SyntaxWarning', file]]
      : [process.execPath, [file]];
    const { stderr } = await run(command, args, { cwd: join(file, '..'), timeout: 50_000 });
    expect(stderr).not.toContain('Traceback');
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../servers/spawned.ts';

/** A Python that can import all these modules; without one, what needs them is skipped. */
export function findPython(...modules: string[]): string | undefined {
  const candidates = [
    process.env.API_LABS_PYTHON,
    join(packageRoot, '.venv/bin/python'),
    'python3',
  ];
  return candidates
    .filter((name) => name !== undefined)
    .find((name) => {
      if (name.includes('/') && !existsSync(name)) return false;
      try {
        execFileSync(name, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' });
        return true;
      } catch {
        return false;
      }
    });
}

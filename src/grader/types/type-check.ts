import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { handlerCompilerOptions } from '../../model/compiler-options.ts';
import { errorCode, explainFileFailure } from '../../model/error-code.ts';
import { type Diagnostic, readDiagnostics } from './read-diagnostics.ts';

/** What TypeScript finds in a handler file. */
export type TypesReport =
  | { kind: 'checked'; diagnostics: (Diagnostic & { sourceLine?: string })[] }
  /** It was not judged; `reason` is one sentence. */
  | { kind: 'skipped'; reason: string };

export type TypeCheckOptions = {
  /** The package whose dependencies a handler may import, wherever it lies. */
  packageRoot: string;
  signal: AbortSignal;
};

const maxOutputBytes = 4 * 1024 * 1024;

/** Has TypeScript judge one handler file. Runs none of its code; ends when the signal says so; never rejects. */
export async function checkTypes(
  file: string,
  { packageRoot, signal }: TypeCheckOptions,
): Promise<TypesReport> {
  if (!/\.[cm]?ts$/.test(file)) {
    return {
      kind: 'skipped',
      reason: `${basename(file)} is no TypeScript: its types are not judged.`,
    };
  }
  const compiler = findCompiler(packageRoot);
  if (compiler === undefined) {
    return { kind: 'skipped', reason: 'TypeScript is not installed for this kind of machine.' };
  }
  try {
    return await judgeIn(await mkdtemp(join(tmpdir(), 'api-labs-types-')), file, {
      compiler,
      packageRoot,
      signal,
    });
  } catch (error) {
    const why = explainFileFailure(errorCode(error));
    return { kind: 'skipped', reason: `TypeScript could not be started: ${why}.` };
  }
}

async function judgeIn(
  project: string,
  file: string,
  { compiler, packageRoot, signal }: TypeCheckOptions & { compiler: string },
): Promise<TypesReport> {
  try {
    await makeProject(project, file, packageRoot);
    const output = await runCompiler(compiler, project, signal);
    if (output === undefined) {
      return { kind: 'skipped', reason: 'TypeScript did not finish in time.' };
    }
    const source = (await readFile(file, 'utf8')).split(/\r?\n/);
    const diagnostics = readDiagnostics(output)
      .filter((diagnostic) => diagnostic.file === `handler/${basename(file)}`)
      .map((diagnostic) => ({ ...diagnostic, file, sourceLine: source[diagnostic.line - 1] }));
    return { kind: 'checked', diagnostics };
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/**
 * A project that reaches the handler's folder and our dependencies by links: with links kept as they are,
 * imports are looked up beside the handler first and then in ours.
 */
async function makeProject(project: string, file: string, packageRoot: string): Promise<void> {
  const require = createRequire(join(packageRoot, 'package.json'));
  const modules = dirname(dirname(require.resolve('typescript/package.json')));
  await Promise.all([
    symlink(modules, join(project, 'node_modules'), 'junction'),
    symlink(dirname(file), join(project, 'handler'), 'junction'),
    writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...handlerCompilerOptions, preserveSymlinks: true },
        files: [`handler/${basename(file)}`],
      }),
    ),
  ]);
}

/** What it printed; undefined when it was ended, or did not print findings. */
function runCompiler(
  compiler: string,
  project: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = {
      cwd: project,
      signal,
      maxBuffer: maxOutputBytes,
      killSignal: 'SIGKILL',
    } as const;
    execFile(compiler, ['--project', project, '--pretty', 'false'], options, (error, stdout) => {
      const hasJudged = error === null || (typeof error.code === 'number' && error.code <= 2);
      resolve(hasJudged ? stdout : undefined);
    });
  });
}

/** TypeScript's native program; its JavaScript entry would only start it, 50 ms later. */
function findCompiler(packageRoot: string): string | undefined {
  const { platform, arch } = process;
  try {
    const typescript = createRequire(join(packageRoot, 'package.json')).resolve(
      'typescript/package.json',
    );
    const native = createRequire(typescript).resolve(
      `@typescript/typescript-${platform}-${arch}/package.json`,
    );
    return join(dirname(native), 'lib', platform === 'win32' ? 'tsc.exe' : 'tsc');
  } catch {
    return undefined;
  }
}

import { lstat, readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';

export type FileProblem = { message: string; remedy: string };

/** How the name of a handler file may end. */
export const handlerEndings = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** What is wrong with a file before it is even loaded; undefined when it can be tried. */
export async function findFileProblem(file: string): Promise<FileProblem | undefined> {
  const name = basename(file);
  const text = await readText(file);
  if (typeof text !== 'string') return text;
  if (extname(file) === '.py') {
    return {
      message: `${name} is a Python file.`,
      remedy: `Start it with --run, as in --run "uvicorn ${basename(file, '.py')}:app --port {port}".`,
    };
  }
  if (!handlerEndings.includes(extname(file))) {
    return {
      message: `${name} is not a TypeScript or JavaScript file.`,
      remedy: `Name a file that ends in ${handlerEndings.slice(0, -1).join(', ')} or ${handlerEndings.at(-1)}.`,
    };
  }
  if (text.includes('\0')) {
    return {
      message: `${name} is not a text file.`,
      remedy: 'Name the file that holds your handler.',
    };
  }
  if (text.trim() === '') {
    return {
      message: `${name} is empty.`,
      remedy: 'Write the handler and save it; a reset brings the starter back.',
    };
  }
  return undefined;
}

async function isLink(file: string): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined);
  return found?.isSymbolicLink() ?? false;
}

async function readText(file: string): Promise<string | FileProblem> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      return {
        message: `${file} is a folder.`,
        remedy: 'Name the file in it that holds your handler.',
      };
    }
    if (!found.isFile()) {
      return {
        message: `${file} is not a file.`,
        remedy: 'Name the file that holds your handler.',
      };
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ELOOP') {
      return {
        message: `${file} is a link that leads back to itself.`,
        remedy: 'Remove the link, and put the handler in its place.',
      };
    }
    if (code === 'ENOENT' && (await isLink(file))) {
      return {
        message: `${file} is a link to a file that is not there.`,
        remedy: 'Point the link at your handler, or put the handler in its place.',
      };
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return {
        message: `There is no file ${file}.`,
        remedy:
          'Check the path, or create the file; in your workspace a reset brings the starter back.',
      };
    }
    return {
      message: `${file} cannot be read (${code}).`,
      remedy: "Check the file's permissions.",
    };
  }
}

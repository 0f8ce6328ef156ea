import type { SourceError } from '../model/verdict.ts';
import { clipSourceLine } from './source-line.ts';

/**
 * Reads the place out of a printed error: Node's `file:line`, source line and caret, or the end of a
 * Python traceback. Undefined when the text holds neither.
 */
export function readPrintedError(text: string): SourceError | undefined {
  return readNodeError(text) ?? readUnmarkedError(text) ?? readPythonError(text);
}

/** Where a TypeScript file ends too early there is nothing for a caret to point at. */
function readUnmarkedError(text: string): SourceError | undefined {
  const [, file, line, sourceLine, message] =
    /^(?:file:\/\/(?=\/))?(\/.*|[A-Za-z]:[\\/].*):(\d+)\n(?:.*\S.*\n){0,4}?(.*\S.*)\n\s*\nSyntaxError(?: \[\w+\])?: (.*)$/m.exec(
      text,
    ) ?? [];
  if (file === undefined || message === undefined) return undefined;
  return {
    message: `SyntaxError: ${message}`,
    file: decodePath(file),
    line: Number(line),
    sourceLine,
  };
}

function readNodeError(text: string): SourceError | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^(file:\/\/)?(\/|[A-Za-z]:[\\/]).*:\d+$/.test(line));
  const caret = lines.findIndex((line, index) => index > start && /^\s*\^+\s*$/.test(line));
  const place = /^(?:file:\/\/(?=\/))?(.*):(\d+)$/.exec(lines[start] ?? '');
  if (start === -1 || caret === -1 || caret - start > 8 || place === null) return undefined;
  const said = lines.slice(caret + 1).find((line) => /^[\w$]*(Error|Exception)\b.*: /.test(line));
  const [, file, line] = place;
  if (said === undefined || file === undefined) return undefined;
  const column = (lines[caret] ?? '').indexOf('^') + 1;
  return {
    message: said.replace(/^([\w$]+) \[[A-Z_]+\]/, '$1'),
    file: decodePath(file),
    line: Number(line),
    column,
    sourceLine: clipSourceLine(lines[caret - 1] ?? '', column),
  };
}

function decodePath(path: string): string {
  return /%[0-9A-F]{2}/i.test(path) ? decodeURIComponent(path) : path;
}

function readPythonError(text: string): SourceError | undefined {
  const lines = text.trimEnd().split('\n');
  const said = lines.findLastIndex((line) =>
    /^[\w.]*(Error|Exception|Exit|Interrupt)\b/.test(line),
  );
  const frames = lines.slice(0, said).flatMap((text, index) => {
    const [, file, line] = /^\s*File "([^"<]+)", line (\d+)/.exec(text) ?? [];
    return file === undefined ? [] : [{ file, line: Number(line), sourceLine: lines[index + 1] }];
  });
  const frame = frames.findLast(({ file }) => !/site-packages|lib\/python/.test(file));
  if (said === -1 || frame === undefined) return undefined;
  return { message: lines[said] ?? '', ...frame };
}

/** One finding of TypeScript, as its command prints it. Lines and columns count from 1. */
export type Diagnostic = {
  file: string;
  line: number;
  column: number;
  /** The number behind `TS`. */
  code: number;
  /** What it says, from the outermost sentence to the one that names the cause. */
  messages: string[];
};

const head = /^(.+?)\((\d+),(\d+)\): error TS(\d+): (.*)$/;

/** Reads what `tsc --pretty false` prints: one line per finding, indented lines that explain it. */
export function readDiagnostics(output: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, file, row, column, code, message] = head.exec(line) ?? [];
    if (file !== undefined && message !== undefined) {
      const place = { line: Number(row), column: Number(column) };
      found.push({ file, ...place, code: Number(code), messages: [message] });
    } else if (/^\s+\S/.test(line)) {
      found.at(-1)?.messages.push(line.trim());
    }
  }
  return found;
}

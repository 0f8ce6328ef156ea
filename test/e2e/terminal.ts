import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** A program in a pseudo-terminal whose screen can be read. */
export type TerminalRun = {
  screen: () => string;
  /** Resolves once the screen contains the text; rejects with the screen when the program ends first. */
  waitFor: (text: string | RegExp, timeoutMs?: number) => Promise<string>;
  press: (keys: string) => void;
  resize: (columns: number, rows: number) => void;
  kill: (signal?: string) => void;
  exited: Promise<number>;
  pid: number;
};

export type TerminalOptions = {
  cwd: string;
  env?: Record<string, string | undefined>;
  columns?: number;
  rows?: number;
};

/** Ink renders only its last frame where `CI` is set: a terminal test must see them all. */
export function terminalEnvironment(
  over: Record<string, string | undefined> = {},
): Record<string, string> {
  const { CI: _ci, NO_COLOR: _noColor, FORCE_COLOR: _forceColor, ...inherited } = process.env;
  const merged = { ...inherited, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...over };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function runInTerminal(
  command: string,
  args: string[],
  options: TerminalOptions,
): TerminalRun {
  const columns = options.columns ?? 80;
  const rows = options.rows ?? 24;
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 0,
  });
  const child = pty.spawn(command, args, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd,
    env: terminalEnvironment(options.env),
  });
  const listeners = new Set<() => void>();
  let exitCode: number | undefined;
  const exited = new Promise<number>((resolve) => {
    child.onExit(({ exitCode: code }) => {
      exitCode = code;
      for (const listener of listeners) listener();
      resolve(code);
    });
  });
  child.onData((text) =>
    terminal.write(text, () => {
      for (const listener of listeners) listener();
    }),
  );
  const screen = () => {
    const buffer = terminal.buffer.active;
    return Array.from({ length: terminal.rows }, (_, row) =>
      (buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '').trimEnd(),
    ).join('\n');
  };
  const waitFor = (text: string | RegExp, timeoutMs = 30_000) =>
    new Promise<string>((resolve, reject) => {
      const stopWaiting = () => {
        clearTimeout(timer);
        listeners.delete(look);
      };
      const look = () => {
        const shown = screen();
        if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) {
          stopWaiting();
          resolve(shown);
        } else if (exitCode !== undefined) {
          stopWaiting();
          reject(new Error(`ended with ${exitCode} before ${text} was shown:\n${shown}`));
        }
      };
      const timer = setTimeout(() => {
        stopWaiting();
        reject(new Error(`${text} was not shown within ${timeoutMs} ms:\n${screen()}`));
      }, timeoutMs);
      listeners.add(look);
      look();
    });
  return {
    screen,
    waitFor,
    press: (keys) => child.write(keys),
    resize: (newColumns, newRows) => {
      terminal.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    kill: (signal) => child.kill(signal),
    exited,
    pid: child.pid,
  };
}

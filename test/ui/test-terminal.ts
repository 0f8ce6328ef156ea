import { Console } from 'node:console';
import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import { runApp } from '../../src/ui/run-app.tsx';
import type { Screen } from '../../src/ui/screen.ts';
import type { Services } from '../../src/ui/services.ts';

// Ink patches the console through its constructor, which Vitest's own console lacks.
Object.assign(console, { Console });

// What the app reads of its terminal is the same wherever the tests run.
Object.assign(process.env, {
  LC_ALL: 'en_US.UTF-8',
  TERM: 'xterm-256color',
  API_LABS_ASCII: '',
  NO_COLOR: '',
});

export const keys = {
  enter: '\r',
  escape: '\x1b',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  pageDown: '\x1b[6~',
  tab: '\t',
  ctrlC: '\x03',
  ctrlD: '\x04',
  ctrlS: '\x13',
};

/** The app in a terminal in memory: what is on it is read back as a person would see it. */
export type TestTerminal = {
  press: (...presses: string[]) => void;
  resize: (columns: number, rows: number) => void;
  /** Resolves with the frame once `text` is on it; fails with the frame it waited on. */
  waitFor: (text: string | RegExp) => Promise<string>;
  waitForAbsence: (text: string) => Promise<string>;
  frame: () => string;
  isAlternateScreen: () => boolean;
  isRaw: () => boolean;
  finished: Promise<void>;
};

export type TestTerminalOptions = {
  services: Services;
  columns?: number;
  rows?: number;
  initialScreen?: Screen;
};

export function openTerminal(options: TestTerminalOptions): TestTerminal {
  const { services, columns = 80, rows = 24, initialScreen } = options;
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  const written = new EventEmitter();
  written.setMaxListeners(0);

  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      terminal.write(chunk.toString(), () => {
        written.emit('written');
        done();
      });
    },
    decodeStrings: true,
  });
  const screen = Object.assign(stdout, { columns, rows, isTTY: true });
  let isRaw = false;
  const keyboard = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (wanted: boolean) => {
      isRaw = wanted;
    },
    ref: () => undefined,
    unref: () => undefined,
  });

  const frame = () => {
    const buffer = terminal.buffer.active;
    const lines = Array.from(
      { length: terminal.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
    return lines.join('\n').trimEnd();
  };
  const waitUntil = (isThere: (shown: string) => boolean, wish: string) =>
    new Promise<string>((resolve, reject) => {
      const settle = () => {
        const shown = frame();
        if (!isThere(shown)) return;
        stop();
        resolve(shown);
      };
      const deadline = setTimeout(() => {
        stop();
        reject(new Error(`${wish} did not come. The screen shows:\n${frame()}`));
      }, 5000);
      const stop = () => {
        clearTimeout(deadline);
        written.off('written', settle);
      };
      written.on('written', settle);
      settle();
    });

  const finished = runApp({
    services,
    // The streams are as much of a terminal as Ink asks for.
    stdin: keyboard as unknown as NodeJS.ReadStream,
    stdout: screen as unknown as NodeJS.WriteStream,
    initialScreen,
  });
  return {
    press: (...presses) => {
      for (const press of presses) keyboard.write(press);
    },
    resize: (nextColumns, nextRows) => {
      terminal.resize(nextColumns, nextRows);
      Object.assign(screen, { columns: nextColumns, rows: nextRows });
      screen.emit('resize');
    },
    waitFor: (text) =>
      waitUntil(
        (shown) => (typeof text === 'string' ? shown.includes(text) : text.test(shown)),
        String(text),
      ),
    waitForAbsence: (text) =>
      waitUntil((shown) => !shown.includes(text), `A screen without ${text}`),
    frame,
    isAlternateScreen: () => terminal.buffer.active.type === 'alternate',
    isRaw: () => isRaw,
    finished,
  };
}

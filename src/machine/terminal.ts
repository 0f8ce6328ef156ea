/** What is at the other end of stdin and stdout. */
export type TerminalState = {
  isInteractive: boolean;
  columns: number;
  rows?: number;
  isColoured: boolean;
  isUnicode: boolean;
};

type Streams = {
  stdin: { isTTY?: boolean };
  stdout: { isTTY?: boolean; columns?: number; rows?: number };
};

const usualColumns = 80;
const fewestColumns = 20;

/** Reads size, colour and glyphs from the streams and the environment. */
export function readTerminal({ stdin, stdout }: Streams, env: NodeJS.ProcessEnv): TerminalState {
  const isTerminal = stdout.isTTY === true;
  const columns = isTerminal && stdout.columns ? stdout.columns : usualColumns;
  return {
    isInteractive: isTerminal && stdin.isTTY === true && env.TERM !== 'dumb',
    columns: Math.max(columns, fewestColumns),
    rows: isTerminal ? stdout.rows : undefined,
    isColoured: isColoured(isTerminal, env),
    isUnicode: isUnicode(env),
  };
}

function isColoured(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if ((env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

function isUnicode(env: NodeJS.ProcessEnv): boolean {
  const wish = env.API_LABS_ASCII ?? '';
  if (wish !== '') return wish === '0';
  if (env.TERM === 'linux') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value);
  return locale === undefined || /utf-?8/i.test(locale);
}

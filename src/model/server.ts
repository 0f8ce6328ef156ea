import type { Exchange } from './exchange.ts';
import type { SourceError } from './verdict.ts';

export type ServerEvent =
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'output'; stream: 'stdout' | 'stderr'; text: string }
  /** The handler threw while answering; `method` and `path` name the request. */
  | { kind: 'threw'; method: string; path: string; error: SourceError }
  /** A handler in play was saved and is being loaded again. */
  | { kind: 'restarting' }
  /** A handler in play answers now. */
  | { kind: 'serving'; isRestart: boolean }
  /** A handler in play does not answer until it is saved again. */
  | ({ kind: 'down' } & Downtime)
  /** The process is gone. `error` is there when its own code ended it, `reason` when more is known of it. */
  | {
      kind: 'ended';
      exitCode: number | null;
      signal: string | null;
      error?: SourceError;
      reason?: { message: string; remedy: string; error?: SourceError };
    };

/** Why a handler in play does not answer, and what brings it back. */
export type Downtime = { message: string; remedy: string; error?: SourceError };

/** A server that answers, run as a child process. */
export type RunningServer = {
  /** `http://127.0.0.1:8000`, without a trailing slash. */
  url: string;
  port: number;
  /** Set when the port that was asked for was busy and another was taken. */
  portNote?: string;
  /** The end of what it has printed, both streams, at most 64 KiB. */
  output: () => string;
  /** Set once the process has ended by itself. */
  ended: () => Extract<ServerEvent, { kind: 'ended' }> | undefined;
  /** Only of a handler in play: resolves once no start is under way, with why it does not answer if so. */
  settled?: () => Promise<Downtime | undefined>;
  /** Returns the function that stops listening. Events from before are not repeated. */
  onEvent: (listener: (event: ServerEvent) => void) => () => void;
  /** Ends the process and all its children; resolves when they are gone. */
  stop: () => Promise<void>;
};

export type StartResult =
  | { kind: 'running'; server: RunningServer }
  | {
      /** `broken` ended or failed to load; `stuck` did not answer in time; `port-taken` could not listen. */
      kind: 'broken' | 'stuck' | 'port-taken' | 'cancelled';
      message: string;
      remedy: string;
      error?: SourceError;
      afterMs: number;
      output: string;
    };

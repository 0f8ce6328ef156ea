import { explainFileFailure } from '../model/error-code.ts';
import {
  applyEvent,
  emptyProgress,
  type NewProgressEvent,
  type Progress,
  type ProgressEvent,
} from '../model/progress.ts';
import { type AppendResult, appendToLogFile, logFileState, readLogFile } from './log-file.ts';

export type LogState = {
  file: string;
  eventCount: number;
  tornCount: number;
  foreignCount: number;
  /** Events of this session that could not be written. */
  unsavedCount: number;
};

export type ProgressStore = {
  /** The state now, with what other terminals have written since. */
  read: () => Progress;
  /** Adds the time and appends; what cannot be written is kept in memory for this session. */
  record: (event: NewProgressEvent) => void;
  /** What the learner should know about the log, in one or two sentences. */
  warning: () => string | undefined;
  logState: () => LogState;
};

const nothingRead = { progress: emptyProgress, eventCount: 0, tornCount: 0, foreignCount: 0 };

/** Opens the log of one learner. Nothing is read or written before it is needed. */
export function openProgressStore(options: {
  file: string;
  now: () => Date;
  append?: (file: string, line: string) => AppendResult;
}): ProgressStore {
  const { file, now, append = appendToLogFile } = options;
  const unsaved: ProgressEvent[] = [];
  let writeFailure: string | undefined;
  let readFailure: string | undefined;
  let seen: { sizeBytes: number; fileId: string; endsLine: boolean } | undefined;
  let saved = nothingRead;
  let hasRead = false;

  function refresh(): void {
    const state = currentState();
    const isSameFile = state !== undefined && state.fileId === seen?.fileId;
    if (hasRead && state?.fileId === seen?.fileId && state?.sizeBytes === seen?.sizeBytes) return;
    hasRead = true;
    const hasGrown = isSameFile && seen?.endsLine === true && state.sizeBytes > seen.sizeBytes;
    const log = readLogFile(file, hasGrown ? seen?.sizeBytes : 0);
    readFailure = log.kind === 'unreadable' ? log.code : undefined;
    if (log.kind !== 'read') {
      // A log that vanishes while we run takes nothing from what the learner sees.
      seen = state && { ...state, endsLine: false };
      return;
    }
    seen = { sizeBytes: log.sizeBytes, fileId: log.fileId, endsLine: log.endsLine };
    const { events, tornCount, foreignCount } = log.reading;
    const before = hasGrown ? saved : nothingRead;
    saved = {
      progress: events.reduce(applyEvent, before.progress),
      eventCount: before.eventCount + events.length,
      tornCount: before.tornCount + tornCount,
      foreignCount: before.foreignCount + foreignCount,
    };
  }

  function currentState(): { sizeBytes: number; fileId: string } | undefined {
    try {
      return logFileState(file);
    } catch {
      return undefined;
    }
  }

  return {
    read() {
      refresh();
      return unsaved.reduce(applyEvent, saved.progress);
    },
    record(newEvent) {
      const event: ProgressEvent = { at: now().toISOString(), ...newEvent };
      const result = append(file, JSON.stringify(event));
      if (result.isWritten) return;
      writeFailure = result.code;
      unsaved.push(event);
    },
    warning() {
      refresh();
      if (writeFailure !== undefined) {
        return `Progress cannot be saved in ${file}: ${explainFileFailure(writeFailure)}. This session goes on, but it will not be remembered.`;
      }
      if (readFailure !== undefined) {
        return `Progress cannot be read from ${file}: ${explainFileFailure(readFailure)}. Move what is there away to start a new log.`;
      }
      if (saved.foreignCount === 0) return undefined;
      const [lines, were] =
        saved.foreignCount === 1 ? ['1 line', 'was'] : [`${saved.foreignCount} lines`, 'were'];
      return `${lines} in ${file} ${were} not written by api-labs and ${were} skipped. All the rest was read.`;
    },
    logState() {
      refresh();
      const { eventCount, tornCount, foreignCount } = saved;
      return { file, eventCount, tornCount, foreignCount, unsavedCount: unsaved.length };
    },
  };
}

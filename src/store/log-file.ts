import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { errorCode } from '../model/error-code.ts';
import { createLineReader, type LogReading } from './read-lines.ts';

export type LogFileReading =
  | {
      kind: 'read';
      reading: LogReading;
      sizeBytes: number;
      fileId: string;
      /** False when the last line was cut off: reading cannot go on from there. */
      endsLine: boolean;
    }
  | { kind: 'absent' }
  | { kind: 'unreadable'; code: string };

const newline = 0x0a;
const chunkBytes = 256 * 1024;

/** Reads the log from a position on, piece by piece, so that a huge foreign file costs time but no memory. */
export function readLogFile(file: string, from = 0): LogFileReading {
  try {
    if (!statSync(file).isFile()) return { kind: 'unreadable', code: 'ENOTFILE' };
    const descriptor = openSync(file, 'r');
    try {
      const lines = createLineReader();
      const chunk = Buffer.allocUnsafe(chunkBytes);
      let position = from;
      let lastByte: number | undefined = newline;
      for (;;) {
        const length = readSync(descriptor, chunk, 0, chunkBytes, position);
        if (length === 0) break;
        lines.push(chunk.subarray(0, length));
        lastByte = chunk[length - 1];
        position += length;
      }
      const fileId = String(fstatSync(descriptor).ino);
      const endsLine = lastByte === newline;
      return { kind: 'read', reading: lines.end(), sizeBytes: position, fileId, endsLine };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', code };
  }
}

/** What tells two states of the log apart without reading it; undefined when it is not there. */
export function logFileState(file: string): { sizeBytes: number; fileId: string } | undefined {
  const state = statSync(file, { throwIfNoEntry: false });
  return state && { sizeBytes: state.size, fileId: String(state.ino) };
}

export type AppendResult = { isWritten: true } | { isWritten: false; code: string };

/** Appends one line with a single synced write, on a new line even behind one that was cut off. */
export function appendToLogFile(file: string, line: string): AppendResult {
  try {
    makeFolder(dirname(file));
    const state = statSync(file, { throwIfNoEntry: false });
    if (state && !state.isFile() && !state.isCharacterDevice()) {
      return { isWritten: false, code: 'ENOTFILE' };
    }
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
    const descriptor = openSync(file, flags, 0o600);
    try {
      const record = Buffer.from(`${endsInsideLine(descriptor) ? '\n' : ''}${line}\n`);
      const written = writeSync(descriptor, record);
      if (written < record.length) return { isWritten: false, code: 'ENOSPC' };
      sync(descriptor);
      return { isWritten: true };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { isWritten: false, code: errorCode(error) };
  }
}

function endsInsideLine(descriptor: number): boolean {
  const state = fstatSync(descriptor);
  if (!state.isFile() || state.size === 0) return false;
  const last = Buffer.alloc(1);
  return readSync(descriptor, last, 0, 1, state.size - 1) === 1 && last[0] !== newline;
}

function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some network and virtual file systems know no fsync: the line is written all the same.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS', 'EROFS'].includes(errorCode(error))) throw error;
  }
}

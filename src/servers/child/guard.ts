// The entry of a process that outlives the program only to end what it left behind: a process group, and
// the processes that carry a mark.
import { findMarked, signalEach } from '../marked-processes.ts';

const group = Number(process.argv[2]);
const mark = process.argv[3];

process.stdin.on('error', () => {});
process.stdin.on('close', () => {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The group is already gone.
  }
  if (mark !== undefined) signalEach(findMarked(mark), 'SIGKILL');
});
process.stdin.resume();

// The entry of a process that outlives the program only to end a process group it left behind.
const group = Number(process.argv[2]);

process.stdin.on('error', () => {});
process.stdin.on('close', () => {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The group is already gone.
  }
});
process.stdin.resume();

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { descendants, guardFile, handlerFile, hostFile, isAlive, runnerFile } from './spawned.ts';

const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

const programs = {
  'a handler in an endless loop at load': `
    import { startHandler } from ${module('../../src/servers/start-handler.ts')};
    startHandler({ file: ${JSON.stringify(handlerFile('endless-at-load.ts'))}, hostFile: ${JSON.stringify(hostFile)}, deadlineMs: 60000 });
    setTimeout(() => console.log('up'), 1500);`,
  'a handler in an endless loop in a request': `
    import { startHandler } from ${module('../../src/servers/start-handler.ts')};
    const { server } = await startHandler({ file: ${JSON.stringify(handlerFile('endless-in-handler.ts'))}, hostFile: ${JSON.stringify(hostFile)}, deadlineMs: 60000 });
    fetch(server.url + '/predict', { method: 'POST' }).catch(() => {});
    setTimeout(() => console.log('up'), 300);`,
  'a command with children': `
    import { startCommand } from ${module('../../src/servers/start-command.ts')};
    const result = await startCommand({ command: 'sleep 300 & ' + ${JSON.stringify(`${process.execPath} ${handlerFile('command-server.mjs')}`)} + ' {port}; true', guardFile: ${JSON.stringify(guardFile)}, deadlineMs: 60000 });
    console.log(result.kind === 'running' ? 'up' : result.message);`,
  'a command with a child in a session of its own': `
    import { startCommand } from ${module('../../src/servers/start-command.ts')};
    const result = await startCommand({ command: ${JSON.stringify(`${process.execPath} ${handlerFile('hostile/commands/sets-sid.mjs')}`)} + ' {port}', guardFile: ${JSON.stringify(guardFile)}, deadlineMs: 60000 });
    console.log(result.kind === 'running' ? 'up' : result.message);`,
  'the runner of the checks': `
    import { createGrader } from ${module('../../src/grader/grader.ts')};
    createGrader({ runnerFile: ${JSON.stringify(runnerFile)} }).warmUp();
    setTimeout(() => console.log('up'), 1500);`,
};

test.each(Object.entries(programs))(
  'kill -9 of the program leaves nothing of %s',
  async (_name, script) => {
    const program = spawn(
      process.execPath,
      ['--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', script],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [text] = await once(program.stdout, 'data');
    expect(String(text).trim()).toBe('up');
    const left = descendants(program.pid);
    expect(left.length).toBeGreaterThan(0);
    program.kill('SIGKILL');
    await vi.waitFor(() => expect(left.filter(isAlive)).toEqual([]), {
      timeout: 10_000,
      interval: 20,
    });
  },
);

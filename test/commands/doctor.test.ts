import { beforeEach, expect, test } from 'vitest';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

test('says that all is well', async () => {
  expect(await world.run('doctor')).toBe(0);
  expect(world.out).toBe(
    `✔ Node: v24.21.0
✔ api-labs: 0.1.0 in /opt/api-labs
✔ Progress: 3 events in /data/progress.jsonl
✔ Workspace: /home/ada/api-labs
✔ Workspace links: editors find hono, zod and their types.
✔ Terminal: not a terminal: output is plain lines.
✔ Colour: off; nothing depends on it.
✔ Glyphs: Unicode
✔ Ports: a loopback port can be opened.
✔ Processes: a child process can be started.
✔ Writing: progress can be saved.
✔ Watching: saves are seen at once.
✔ Editor: code
✔ Browser: xdg-open
✔ Clipboard: wl-copy
✔ Python: not found. Only the twins need it.

All is well.
`,
  );
});

test('names a remedy for everything that is not', async () => {
  const { probes } = world.context;
  world.context.probes = {
    ...probes,
    nodeVersion: 'v20.20.0',
    brokenLinks: () => ['hono'],
    port: async () => 'EPERM',
    child: async () => 'spawn EAGAIN',
    writing: async () => 'the disk is full',
    watching: async () => false,
    editor: () => undefined,
    browser: async () => undefined,
    clipboard: async () => undefined,
    python: async () => ({ kind: 'no-fastapi', command: 'python3' }),
  };
  world.warning = 'Progress cannot be read.';
  world.context.terminal = {
    isInteractive: true,
    columns: 50,
    rows: 10,
    isColoured: false,
    isUnicode: false,
  };
  expect(await world.run('doctor', '--json')).toBe(1);
  const report = JSON.parse(world.out);
  expect(report).toMatchObject({ schemaVersion: 1, problems: 3, warnings: 8 });
  for (const finding of report.findings) {
    if (finding.status !== 'ok') expect(finding.remedy, finding.name).toMatch(/\.$/);
  }
});

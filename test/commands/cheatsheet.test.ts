import { beforeEach, expect, test } from 'vitest';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

test('prints Markdown of every lesson unless told otherwise', async () => {
  expect(await world.run('cheatsheet')).toBe(0);
  expect(world.out).toBe(
    '# Cheat sheet\n\n> About validation.\n\n## Say it\n\n- **Automatic docs:** About docs.\n',
  );
});

test('--format html prints a page', async () => {
  expect(await world.run('cheatsheet', '--format', 'html')).toBe(0);
  expect(world.out).toMatch(/^<!doctype html>\n/);
  expect(world.out).toContain('<b class="title">Automatic docs:</b> About docs.');
});

test('--out writes it beside the learner, in the format that its name asks for', async () => {
  expect(await world.run('cheatsheet', '--out', 'sheet.html')).toBe(0);
  expect(world.out).toBe('Wrote sheet.html. Open it in a browser and print it.\n');
  expect(world.files['/home/ada/sheet.html']).toMatch(/^<!doctype html>\n/);
  expect(await world.run('cheatsheet', '--out', '/tmp/sheet.txt')).toBe(0);
  expect(world.files['/tmp/sheet.txt']).toMatch(/^# Cheat sheet\n/);
  expect(await world.run('cheatsheet', '--out', 'other.html', '--format', 'md')).toBe(0);
  expect(world.files['/home/ada/other.html']).toMatch(/^# Cheat sheet\n/);
});

test('a file that is there is written over only when asked to', async () => {
  world.files['/home/ada/sheet.md'] = 'mine';
  expect(await world.run('cheatsheet', '--out', 'sheet.md')).toBe(2);
  expect(world.err).toBe('sheet.md is there already. --force writes over it.\n');
  expect(world.files['/home/ada/sheet.md']).toBe('mine');
  expect(await world.run('cheatsheet', '--out', 'sheet.md', '--force')).toBe(0);
  expect(world.files['/home/ada/sheet.md']).toMatch(/^# Cheat sheet\n/);
});

test('a file that cannot be written is said', async () => {
  world.context.saveFile = async () => ({ kind: 'failed', reason: 'there is no such folder' });
  expect(await world.run('cheatsheet', '--out', 'none/sheet.md')).toBe(2);
  expect(world.err).toBe('none/sheet.md could not be written: there is no such folder.\n');
});

test('another format is wrong usage', async () => {
  expect(await world.run('cheatsheet', '--format', 'pdf')).toBe(2);
  expect(world.err).toBe('--format takes md or html, not "pdf".\n');
});

test('a file of a kind that is neither is not written, unless its format is named', async () => {
  expect(await world.run('cheatsheet', '--out', 'sheet.PDF')).toBe(2);
  expect(world.err).toBe('--out writes md or html, not PDF. Write html and print it to PDF.\n');
  expect(world.files['/home/ada/sheet.PDF']).toBeUndefined();
  expect(await world.run('cheatsheet', '--out', 'sheet.doc', '--format', 'html')).toBe(0);
  expect(world.files['/home/ada/sheet.doc']).toMatch(/^<!doctype html>\n/);
});

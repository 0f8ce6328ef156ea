import { describe, expect, test } from 'vitest';
import { browserCommands } from '../../src/machine/browser.ts';
import { clipboardCommands, clipboardSequence } from '../../src/machine/clipboard.ts';
import { chooseEditor, findEditor } from '../../src/machine/editor.ts';
import { readTerminal } from '../../src/machine/terminal.ts';

describe('the editor', () => {
  test.each([
    [{ EDITOR: 'vim' }, { kind: 'terminal', command: 'vim', args: ['h.ts'] }],
    [
      { VISUAL: 'code --wait', EDITOR: 'vi' },
      { kind: 'window', command: 'code', args: ['--wait', 'h.ts'] },
    ],
    [
      { EDITOR: '"/Applications/My Editor/bin/subl" -n' },
      { kind: 'window', command: '/Applications/My Editor/bin/subl', args: ['-n', 'h.ts'] },
    ],
    [
      { EDITOR: ' ', TERM_PROGRAM: 'vscode' },
      { kind: 'window', command: 'code', args: ['--goto', 'h.ts'] },
    ],
    [{}, { kind: 'none' }],
  ])('%j', (env, choice) => {
    expect(chooseEditor(env, 'h.ts')).toEqual(choice);
  });

  test('that cannot be started says which file to open', async () => {
    const editor = findEditor({ VISUAL: 'no-such-editor-here' }, '/w/h.ts');
    expect(await editor.open()).toEqual({
      isOk: false,
      message:
        'no-such-editor-here could not be started: set $EDITOR to an editor that is installed, or open the file yourself: /w/h.ts',
    });
    expect(await findEditor({}, '/w/h.ts').open()).toEqual({
      isOk: false,
      message: 'No editor is set in $EDITOR or $VISUAL. Open the file yourself: /w/h.ts',
    });
  });
});

describe('the browser', () => {
  const url = 'http://127.0.0.1:8000/docs';
  test.each([
    [{ BROWSER: 'firefox --new-tab' }, 'linux', [['firefox', '--new-tab', url]]],
    [{ BROWSER: 'open -u %s -x' }, 'darwin', [['open', '-u', url, '-x']]],
    [{}, 'darwin', [['open', url]]],
    [{}, 'win32', [['rundll32', 'url.dll,FileProtocolHandler', url]]],
    [{ DISPLAY: ':0' }, 'linux', [['xdg-open', url]]],
    [{ WSL_DISTRO_NAME: 'Debian' }, 'linux', [['wslview', url]]],
    [{}, 'linux', []],
  ] as const)('%j on %s', (env, platform, expected) => {
    const commands = browserCommands(env, platform, url);
    expect(commands.map(({ command, args }) => [command, ...args])).toEqual(expected);
  });
});

describe('the clipboard', () => {
  test.each([
    [{}, 'darwin', ['pbcopy']],
    [{}, 'win32', ['clip']],
    [{ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'linux', ['wl-copy', 'xclip', 'xsel']],
    [{}, 'linux', []],
  ] as const)('%j on %s', (env, platform, expected) => {
    expect(clipboardCommands(env, platform).map(({ command }) => command)).toEqual(expected);
  });

  test('asks the terminal in base64', () => {
    expect(clipboardSequence('curl é')).toBe('\x1b]52;c;Y3VybCDDqQ==\x07');
  });
});

describe('the terminal', () => {
  const terminal = { stdin: { isTTY: true }, stdout: { isTTY: true, columns: 100, rows: 30 } };
  const pipe = { stdin: { isTTY: true }, stdout: {} };
  test.each([
    [
      terminal,
      {},
      { isInteractive: true, columns: 100, rows: 30, isColoured: true, isUnicode: true },
    ],
    [pipe, {}, { isInteractive: false, columns: 80, isColoured: false }],
    [pipe, { FORCE_COLOR: '1' }, { isColoured: true }],
    [terminal, { FORCE_COLOR: '0' }, { isColoured: false }],
    [terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, { isColoured: false }],
    [terminal, { TERM: 'dumb' }, { isInteractive: false, isColoured: false }],
    [terminal, { LANG: 'C' }, { isUnicode: false }],
    [terminal, { LANG: 'C', LC_ALL: 'de_DE.UTF-8' }, { isUnicode: true }],
    [terminal, { API_LABS_ASCII: '1' }, { isUnicode: false }],
    [{ stdin: {}, stdout: terminal.stdout }, {}, { isInteractive: false, columns: 100 }],
  ])('%j %j', (streams, env, expected) => {
    expect(readTerminal(streams, env)).toMatchObject(expected);
  });
});

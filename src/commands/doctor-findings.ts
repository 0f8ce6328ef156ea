import type { Context } from './context.ts';

/** One line of the doctor. */
export type Finding = {
  name: string;
  status: 'ok' | 'warn' | 'problem';
  message: string;
  remedy?: string;
};

const neededNode = { major: 22, minor: 18 };

/** Node, the package, progress and the workspace. */
export function findSetup(context: Context): Finding[] {
  const { probes, services } = context;
  return [
    findNode(probes.nodeVersion),
    { name: 'api-labs', status: 'ok', message: `${context.version} in ${probes.packageRoot}` },
    findProgress(context),
    ...findWorkspaceState(context, services.workspace()),
  ];
}

function findNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNewEnough =
    major > neededNode.major || (major === neededNode.major && minor >= neededNode.minor);
  if (isNewEnough) return { name: 'Node', status: 'ok', message: version };
  return {
    name: 'Node',
    status: 'problem',
    message: `${version} is too old.`,
    remedy: `Install Node ${neededNode.major}.${neededNode.minor} or newer, or run npx -p node@24 -p api-labs api-labs.`,
  };
}

function findProgress({ probes, services }: Context): Finding {
  const { file, eventCount, tornCount, foreignCount } = probes.log();
  const warning = services.progressWarning();
  const skipped = tornCount + foreignCount;
  const counts = `${eventCount} events in ${file}${skipped === 0 ? '' : `, ${skipped} lines set aside`}`;
  if (warning === undefined) return { name: 'Progress', status: 'ok', message: counts };
  const remedy = 'Set API_LABS_HOME to a folder that can be written to, or move the file away.';
  return { name: 'Progress', status: 'warn', message: warning, remedy };
}

function findWorkspaceState(
  { probes }: Context,
  workspace: ReturnType<Context['services']['workspace']>,
): Finding[] {
  if (workspace.kind === 'none') {
    const remedy = 'api-labs init makes one.';
    return [{ name: 'Workspace', status: 'warn', message: 'none found from here.', remedy }];
  }
  const broken = probes.brokenLinks(workspace.folder);
  return [
    { name: 'Workspace', status: 'ok', message: workspace.folder },
    broken.length === 0
      ? {
          name: 'Workspace links',
          status: 'ok',
          message: 'editors find hono, zod and their types.',
        }
      : {
          name: 'Workspace links',
          status: 'warn',
          message: `editors do not find ${broken.join(', ')}; grading works all the same.`,
          remedy: `Run api-labs init in ${workspace.folder}, or npm install hono zod there.`,
        },
  ];
}

/** Size, colour and glyphs. */
export function findTerminal({ terminal }: Context): Finding[] {
  const findings: Finding[] = [];
  if (!terminal.isInteractive) {
    const message = 'not a terminal: output is plain lines.';
    findings.push({ name: 'Terminal', status: 'ok', message });
  } else {
    const size = terminal.rows === undefined ? '' : `x${terminal.rows}`;
    const isLargeEnough = terminal.columns >= 60 && (terminal.rows ?? 18) >= 18;
    findings.push({
      name: 'Terminal',
      status: isLargeEnough ? 'ok' : 'warn',
      message: `${terminal.columns}${size}`,
      ...(isLargeEnough ? {} : { remedy: 'Make it 60x18 or larger.' }),
    });
  }
  findings.push({
    name: 'Colour',
    status: 'ok',
    message: terminal.isColoured ? 'on' : 'off; nothing depends on it.',
  });
  findings.push({
    name: 'Glyphs',
    status: 'ok',
    message: terminal.isUnicode ? 'Unicode' : 'ASCII, because the locale is not UTF-8.',
  });
  return findings;
}

/** Ports, children, files and the programs on this machine. */
export async function findMachine({ probes, services }: Context): Promise<Finding[]> {
  const workspace = services.workspace();
  const folder = workspace.kind === 'ready' ? workspace.folder : undefined;
  const [port, child, writing, hasEvents, browser, clipboard, python] = await Promise.all([
    probes.port(),
    probes.child(),
    probes.writing(),
    probes.watching(folder),
    probes.browser(),
    probes.clipboard(),
    probes.python(),
  ]);
  const editor = probes.editor();
  return [
    needed(
      'Ports',
      port,
      'a loopback port can be opened.',
      'Allow Node to listen on 127.0.0.1: labs and grading need it.',
    ),
    needed(
      'Processes',
      child,
      'a child process can be started.',
      'Allow Node to start processes: labs and grading run in one of their own.',
    ),
    writing === undefined
      ? { name: 'Writing', status: 'ok', message: 'progress can be saved.' }
      : {
          name: 'Writing',
          status: 'warn',
          message: `progress cannot be saved: ${writing}.`,
          remedy: 'Set API_LABS_HOME to a folder that can be written to.',
        },
    hasEvents
      ? { name: 'Watching', status: 'ok', message: 'saves are seen at once.' }
      : {
          name: 'Watching',
          status: 'warn',
          message:
            'no events arrive for saved files here, so they are looked at four times a second.',
          remedy: 'Nothing to do; a workspace on a local disk is quicker.',
        },
    wanted('Editor', editor, 'Set $VISUAL or $EDITOR, or run api-labs inside VS Code.'),
    wanted('Browser', browser, 'Addresses are printed instead; set $BROWSER to have them opened.'),
    wanted('Clipboard', clipboard, 'The terminal is asked to copy (OSC 52); most can.'),
    findPythonState(python),
  ];
}

function needed(
  name: string,
  reason: string | undefined,
  message: string,
  remedy: string,
): Finding {
  if (reason === undefined) return { name, status: 'ok', message };
  return { name, status: 'problem', message: `refused: ${reason}.`, remedy };
}

function wanted(name: string, found: string | undefined, remedy: string): Finding {
  if (found !== undefined) return { name, status: 'ok', message: found };
  return { name, status: 'warn', message: 'none found.', remedy };
}

function findPythonState(python: Awaited<ReturnType<Context['probes']['python']>>): Finding {
  switch (python.kind) {
    case 'ready':
      return {
        name: 'Python',
        status: 'ok',
        message: `FastAPI ${python.version} with ${python.command}`,
      };
    case 'no-fastapi':
      return {
        name: 'Python',
        status: 'ok',
        message: `${python.command}, without FastAPI. Only the twins need it.`,
        remedy: 'To run them: python3 -m venv .venv, then .venv/bin/pip install fastapi uvicorn.',
      };
    case 'none':
      return { name: 'Python', status: 'ok', message: 'not found. Only the twins need it.' };
    default:
      return python satisfies never;
  }
}

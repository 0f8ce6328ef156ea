import { durationText, statusText, statusTone } from '../layout/exchange.ts';
import { printable, span } from '../layout/width.ts';
import { type Exchange, readValidationIssues } from '../model/exchange.ts';
import type { Line } from '../model/lines.ts';
import type { RunningServer, ServerEvent } from '../model/server.ts';
import type { SourceError } from '../model/verdict.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { aborted } from './grade.ts';
import { complain, say, show, showJson } from './show.ts';

/** `api-labs lab <id>`: the app at this lab, or a server with a log on stdout. */
export const run: RunCommand = async (context, args) => {
  const { services, terminal } = context;
  const id = args.subject ?? '';
  const isJson = args.isOn('json');
  const port = readPort(args.text('port'));
  if (port === 'wrong') {
    complain(context, `--port takes a number from 0 to 65535, not "${args.text('port')}".`);
    return exitCodes.wrongUsage;
  }
  if (terminal.isInteractive && !args.isOn('plain') && !isJson) {
    return context.openApp({ kind: 'lab', id, port });
  }
  const lab = await services.loadLab(id);
  const start = await services.startLab(lab, port);
  if (start.kind !== 'running') {
    if (start.kind !== 'cancelled') complain(context, `${start.message} ${start.remedy}`);
    return exitCodes.notPassed;
  }
  const { server } = start;
  services.record({ kind: 'lab-started', lab: id });
  if (isJson) showJson(context, { url: server.url });
  else announce(context, lab.title, server);
  return followServer(context, server, isJson);
};

function readPort(text: string | undefined): number | undefined | 'wrong' {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : 'wrong';
}

function announce(context: Context, title: string, server: RunningServer): void {
  say(context, { text: title, isBold: true }, ' answers on ', { text: server.url, tone: 'accent' });
  if (server.portNote !== undefined) say(context, server.portNote);
  say(context, `Docs: ${server.url}/docs   End it with Ctrl-C.`);
}

/** Logs until the learner ends the program or the server ends by itself. */
async function followServer(
  context: Context,
  server: RunningServer,
  isJson: boolean,
): Promise<number> {
  const ended = Promise.withResolvers<Extract<ServerEvent, { kind: 'ended' }>>();
  const stopListening = server.onEvent((event) => {
    if (event.kind === 'ended') ended.resolve(event);
    else if (isJson) logJson(context, event);
    else logLine(context, event);
  });
  const early = server.ended();
  if (early !== undefined) ended.resolve(early);
  try {
    const end = await Promise.race([aborted(context.signal), ended.promise]);
    if (end === undefined) return exitCodes.passed;
    complain(context, `The lab ended by itself${end.error ? `: ${placeOf(end.error)}` : '.'}`);
    return exitCodes.notPassed;
  } finally {
    stopListening();
    await server.stop();
  }
}

function logJson(context: Context, event: Exclude<ServerEvent, { kind: 'ended' }>): void {
  switch (event.kind) {
    case 'exchange':
      showJson(context, event.exchange);
      return;
    case 'output':
      context.writeError(event.text);
      return;
    case 'threw':
      complain(context, `${event.method} ${event.path} threw ${placeOf(event.error)}`);
      return;
    default:
      event satisfies never;
  }
}

function logLine(context: Context, event: Exclude<ServerEvent, { kind: 'ended' }>): void {
  switch (event.kind) {
    case 'exchange':
      show(context, exchangeLines(event.exchange));
      return;
    case 'output':
      show(context, [[span(printable(event.text.trimEnd()), 'muted')]]);
      return;
    case 'threw':
      show(context, [[span(`  threw ${placeOf(event.error)}`, 'wrong')]]);
      return;
    default:
      event satisfies never;
  }
}

/** One line per exchange, and one per entry of a 422 list. Log lines are not cut: they are searched. */
function exchangeLines({ request, response, durationMs, failure }: Exchange): Line[] {
  const body =
    request.body === undefined ? '' : `  ${printable(request.body).replaceAll('\n', ' ')}`;
  const head = [span(request.method, 'accent'), span(` ${printable(request.path)}${body}`)];
  if (response === undefined) return [[...head, span(`  ${failure ?? 'no reply'}`, 'wrong')]];
  const status = span(statusText(response.status), statusTone(response.status));
  return [
    [...head, span('  '), status, span(`  ${durationText(durationMs)}`, 'muted')],
    ...readValidationIssues(response).map((issue) => [
      span(`  ${issue.loc.join('.')}: ${printable(issue.msg)}`, 'warn'),
    ]),
  ];
}

function placeOf({ message, file, line }: SourceError): string {
  if (file === undefined) return message;
  return `${message} (${file}${line === undefined ? '' : `:${line}`})`;
}

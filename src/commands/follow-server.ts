import { durationText, statusText, statusTone } from '../layout/exchange.ts';
import { withoutForeignFrames } from '../layout/printed.ts';
import { printable, span } from '../layout/width.ts';
import { type Exchange, readValidationIssues } from '../model/exchange.ts';
import type { Line } from '../model/lines.ts';
import type { Downtime, RunningServer, ServerEvent } from '../model/server.ts';
import type { SourceError } from '../model/verdict.ts';
import { exitCodes } from './command.ts';
import type { Context } from './context.ts';
import { aborted } from './grade.ts';
import { complain, say, show, showJson } from './show.ts';

/** Logs until the learner ends the program or the server ends by itself. */
export async function followServer(
  context: Context,
  server: RunningServer,
  isJson: boolean,
): Promise<number> {
  const ended = Promise.withResolvers<Extract<ServerEvent, { kind: 'ended' }>>();
  const stopListening = server.onEvent((event) => {
    if (event.kind === 'ended') ended.resolve(event);
    else if (isJson) logJson(context, server.url, event);
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
    // Its last exchanges are told while it is stopped.
    await server.stop();
    stopListening();
  }
}

function logJson(
  context: Context,
  url: string,
  event: Exclude<ServerEvent, { kind: 'ended' }>,
): void {
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
    case 'restarting':
      return;
    case 'serving':
      if (event.isRestart) complain(context, 'restarted after a save');
      showJson(context, { url });
      return;
    case 'down':
      complain(context, downText(event));
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
      show(
        context,
        withoutForeignFrames(event.text.trimEnd()).map((line) => [span(printable(line), 'muted')]),
      );
      return;
    case 'threw':
      show(context, [[span(`  threw ${placeOf(event.error)}`, 'wrong')]]);
      return;
    case 'restarting':
      return;
    case 'serving':
      if (event.isRestart) say(context, { text: 'restarted after a save', tone: 'muted' });
      return;
    case 'down':
      say(context, { text: downText(event), tone: 'wrong' });
      return;
    default:
      event satisfies never;
  }
}

/** Of a body so much stands in a log line. */
const maxLoggedBody = 1000;

/** One line per exchange, and one per entry of a 422 list. Log lines are searched, so only what is very long is cut. */
function exchangeLines({ request, response, durationMs, failure }: Exchange): Line[] {
  const body =
    request.body === undefined
      ? ''
      : `  ${printable(request.body.slice(0, maxLoggedBody)).replaceAll('\n', ' ')}${request.body.length > maxLoggedBody ? '…' : ''}`;
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

/** Why a handler in play does not answer, and that the next save is another try. */
function downText({ message, remedy, error }: Downtime): string {
  const thrown =
    error === undefined || message.includes(error.message) ? '' : ` ${placeOf(error)}.`;
  return `Not running: ${message}${thrown} ${remedy}`;
}

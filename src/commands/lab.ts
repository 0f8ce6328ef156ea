import { basename } from 'node:path';
import { layoutBlocks, layoutRequest } from '../layout/blocks.ts';
import { writeHttpFile } from '../layout/http-file.ts';
import { layoutInline } from '../layout/inline.ts';
import { span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import type { Play } from '../model/play.ts';
import type { RunningServer } from '../model/server.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { followServer } from './follow-server.ts';
import { findLabSubject, type LabSubject } from './lab-subject.ts';
import { complain, say, show, showJson } from './show.ts';

/** `api-labs lab <id>` or `--file <handler>`: the app at this lab or handler, or a server with a log on stdout. */
export const run: RunCommand = async (context, args) => {
  const { terminal } = context;
  const isJson = args.isOn('json');
  const port = readPort(args.text('port'));
  if (port === 'wrong') {
    complain(context, `--port takes a number from 0 to 65535, not "${args.text('port')}".`);
    return exitCodes.wrongUsage;
  }
  const subject = findLabSubject(context, args);
  if (subject.kind === 'wrong') {
    complain(context, subject.message);
    return exitCodes.wrongUsage;
  }
  if (args.isOn('http')) return showRequests(context, subject, port);
  if (args.isOn('about')) return showAbout(context, subject);
  const isApp = terminal.isInteractive && !args.isOn('plain') && !isJson;
  if (subject.kind === 'play') {
    if (isApp) return context.openApp({ ...subject, port });
    return runPlay(context, subject.play, { port, isJson });
  }
  if (isApp) return context.openApp({ ...subject, port });
  return runLab(context, subject.id, { port, isJson });
};

/** Prints what `requests.http` in the lab's folder holds. */
async function showRequests(
  context: Context,
  subject: Exclude<LabSubject, { kind: 'wrong' }>,
  port: number | undefined,
): Promise<number> {
  if (subject.kind === 'play') {
    complain(context, '--http prints the requests of a lab: name one in place of --file.');
    return exitCodes.wrongUsage;
  }
  context.write(writeHttpFile(await context.services.loadLab(subject.id), port));
  return exitCodes.passed;
}

/** Prints what a lab is about, and its requests with what to look for. */
async function showAbout(
  context: Context,
  subject: Exclude<LabSubject, { kind: 'wrong' }>,
): Promise<number> {
  if (subject.kind === 'play') {
    complain(context, '--about tells what a lab is about: name one in place of --file.');
    return exitCodes.wrongUsage;
  }
  const { columns } = context.terminal;
  const { title, summary, about, requests } = await context.services.loadLab(subject.id);
  show(context, [
    ...wrapSpans([span(title, 'accent', { isBold: true })], columns),
    ...wrapSpans([span(summary)], columns),
    [],
    ...layoutBlocks(about, columns),
    ...requests.flatMap(({ title: wish, note, ...request }) => [
      [],
      [span(wish, undefined, { isBold: true })],
      ...layoutRequest(request, columns),
      ...(note === undefined ? [] : layoutInline(note, columns)),
    ]),
  ]);
  return exitCodes.passed;
}

type RunOptions = { port: number | undefined; isJson: boolean };

async function runLab(context: Context, id: string, { port, isJson }: RunOptions): Promise<number> {
  const { services } = context;
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
}

/** Serves a handler until the learner ends it; each save is served anew. */
async function runPlay(
  context: Context,
  play: Play,
  { port, isJson }: RunOptions,
): Promise<number> {
  const start = await context.services.startPlay(play, port);
  if (start.kind !== 'running') {
    if (start.kind === 'cancelled') return exitCodes.notPassed;
    complain(context, `${start.message} ${start.remedy}`);
    return start.kind === 'port-taken' ? exitCodes.notPassed : exitCodes.wrongUsage;
  }
  const { server } = start;
  const downtime = await server.settled?.();
  if (!isJson && !context.signal.aborted) {
    const name = { text: basename(play.file), isBold: true };
    const verb = downtime === undefined ? ' answers on ' : ' will answer on ';
    say(context, name, verb, { text: server.url, tone: 'accent' });
    if (server.portNote !== undefined) say(context, server.portNote);
    say(context, 'Each save restarts it there. End it with Ctrl-C.');
  }
  return followServer(context, server, isJson);
}

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

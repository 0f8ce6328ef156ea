import { layoutRequestHeaders } from '../../../layout/blocks.ts';
import {
  durationText,
  layoutExchange,
  layoutPartialReply,
  statusTone,
} from '../../../layout/exchange.ts';
import { layoutSourceError } from '../../../layout/failure.ts';
import { layoutInline } from '../../../layout/inline.ts';
import { fitLine, padLine, printable, span, spread, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { LabRequest, LabWatch } from '../../../model/course.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { Line } from '../../../model/lines.ts';
import type { SourceError } from '../../../model/verdict.ts';
import type { LabRun, LogEntry } from '../../lab-runs.ts';
import { keepVisible } from '../../scroll.ts';
import type { Served } from './served.ts';
import type { LabScreenState } from './use-lab-state.ts';

/** The requests worth trying, the marked one lit; `height` lines around it. */
export function requestLines(
  requests: LabRequest[],
  selected: number,
  width: number,
  height: number,
): Line[] {
  const methodWidth = Math.max(4, ...requests.map(({ method }) => method.length)) + 1;
  const lines = requests.map((request, index): Line => {
    const isMarked = index === selected;
    const title = isMarked ? span(request.title, 'accent', { isBold: true }) : span(request.title);
    const mark = isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
    const start = [
      mark,
      span(request.method.padEnd(methodWidth), isMarked ? 'accent' : 'muted'),
      title,
    ];
    return fitLine(start, width);
  });
  const rows = Math.max(1, height - 1);
  const offset = keepVisible(0, selected, selected, { total: lines.length, height: rows });
  const more = lines.length - rows - offset;
  const heading = more > 0 ? `REQUESTS  ↓ ${more} more` : 'REQUESTS';
  return [[span(`  ${heading}`, 'muted')], ...lines.slice(offset, offset + rows)];
}

/** One entry of the log on one line. */
export function logLine(entry: LogEntry, width: number): Line {
  if (entry.kind === 'threw') return fitLine([span(thrownText(entry), 'wrong')], width);
  if (entry.kind === 'note') return fitLine([span(printable(entry.text), entry.tone)], width);
  const { request, response, durationMs } = entry.exchange;
  const status =
    response === undefined
      ? span('---', 'wrong')
      : span(String(response.status), statusTone(response.status), { isBold: true });
  const left = [status, span(` ${request.method} ${printable(request.path)}`)];
  return spread(left, [span(durationText(durationMs), 'muted')], width);
}

/** `threw at handler.ts:12: boom` */
function thrownText({ error }: Extract<LogEntry, { kind: 'threw' }>): string {
  const name = error.file?.split(/[\\/]/).at(-1);
  const place = name === undefined ? '' : ` at ${name}${error.line ? `:${error.line}` : ''}`;
  return printable(`threw${place}: ${error.message}`);
}

/** The newest entries of the log under a heading, newest at the foot. */
export function liveLogLines(
  kind: Served['kind'],
  run: LabRun,
  { width, height }: { width: number; height: number },
): Line[] {
  const rows = Math.max(0, height - 1);
  const entries = rows === 0 ? [] : run.log.slice(-rows).map((entry) => logLine(entry, width));
  const empty = run.state.kind === 'running' ? 'no request yet' : 'not running';
  const shown = entries.length === 0 ? [[span(empty, 'muted')]] : entries;
  const heading = `LOG  time spent in ${kind === 'lab' ? 'the lab' : 'your app'}`;
  return [[span(heading, 'muted')], ...shown.slice(0, rows)];
}

/** Requests beside the log where there is room, else requests with the last entry of the log below. */
export function labTop(
  served: Served,
  run: LabRun,
  state: LabScreenState,
  { width, height }: { width: number; height: number },
): Line[] {
  if (width < 74) {
    const last = run.log.at(-1);
    const log = last === undefined ? [span('no request yet', 'muted')] : logLine(last, width - 7);
    const requests = requestLines(served.requests, state.selected, width, height - 1);
    const filler = Array.from({ length: height - 1 - requests.length }, (): Line => []);
    return [...requests, ...filler, [span('  log  ', 'muted'), ...log]];
  }
  const leftWidth = Math.floor(width * 0.5);
  const left = requestLines(served.requests, state.selected, leftWidth, height);
  const right = liveLogLines(served.kind, run, { width: width - leftWidth - 3, height });
  return Array.from({ length: height }, (_, row) => [
    ...padLine(left[row] ?? [], leftWidth),
    span(' │ ', 'muted'),
    ...(right[row] ?? []),
  ]);
}

/** What stands below: the reply, or what the marked request is for. */
export function labBottom(
  served: Served,
  run: LabRun,
  state: LabScreenState,
  width: number,
): Line[] {
  const columns = Math.min(width, textColumns);
  if (run.state.kind === 'failed') {
    return [
      ...wrapSpans([span(`✘ ${run.state.message}`, 'wrong')], columns),
      ...(run.state.error === undefined ? [] : layoutSourceError(run.state.error, columns)),
      ...wrapSpans([span(run.state.remedy)], columns),
      ...(served.kind === 'lab' ? [] : [[], [span('It is tried again after each save.', 'muted')]]),
    ];
  }
  const request = served.requests[state.selected];
  if (state.arriving !== undefined) return layoutPartialReply(state.arriving, width);
  if (state.isSending) return [[span('Sending …', 'muted')]];
  if (state.shown !== undefined) {
    const origin: Line[] = state.isFromLog ? [[span('From the log', 'muted')]] : [];
    const thrown = findThrown(run, state.shown);
    return [
      ...origin,
      ...(thrown === undefined ? [] : layoutSourceError(thrown, columns)),
      ...layoutExchange(state.shown, width, { isStatusFirst: true }),
      // Still to be read beside the reply that it is about.
      ...(request?.note === undefined || state.isFromLog || isEdited(state.shown, request)
        ? []
        : [[], ...layoutInline(request.note, columns)]),
    ];
  }
  if (request === undefined) return [];
  const line: Line = [
    span(request.method, 'accent', { isBold: true }),
    span(` ${request.path}`),
    ...(request.body === undefined ? [] : [span(`  ${printable(request.body)}`, 'code-string')]),
  ];
  const headers = layoutRequestHeaders(request, width);
  const note = request.note === undefined ? [] : [[], ...layoutInline(request.note, columns)];
  const invitation = wrapSpans([span(invite(served), 'muted')], columns);
  return [...wrapSpans(line, width), ...headers, ...note, [], ...invitation];
}

/** Whether a request was sent in another form than its note speaks of. */
function isEdited({ request: sent }: Exchange, request: LabRequest): boolean {
  const { method, path, body } = request;
  return sent.method !== method || sent.path !== path || sent.body !== body;
}

function invite(served: Served): string {
  const send = 'Enter sends it, e changes it first.';
  if (served.kind !== 'lab') return send;
  const { watch } = served.lab;
  const live = watch === undefined ? '' : ` v ${watchWords[watch]}.`;
  return `${send} i tells what this lab is about.${live}`;
}

const watchWords: Record<LabWatch, string> = {
  latencies: 'draws live how long /health takes meanwhile',
  spans: 'shows live what both services do, and the breaker',
  rooms: 'puts two people into one room',
  race: 'races the styles, and counts what each of them catches',
};

/** What the handler threw while it answered: told just before the reply goes out. */
function findThrown(run: LabRun, { request, response }: Exchange): SourceError | undefined {
  if (response === undefined || response.status < 500) return undefined;
  const entry = run.log.findLast(
    (one) => one.kind === 'threw' && one.method === request.method && one.path === request.path,
  );
  return entry?.kind === 'threw' ? entry.error : undefined;
}

/** The whole log, newest first, the marked entry lit. */
export function wholeLogLines(run: LabRun, marked: number, width: number): Line[] {
  if (run.log.length === 0) {
    return [
      [span('No request yet. Requests from a browser or curl are logged here too.', 'muted')],
    ];
  }
  return run.log.toReversed().map((entry, index): Line => {
    const mark = index === marked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
    return [mark, span(`${entry.number} `.padStart(5), 'muted'), ...logLine(entry, width - 7)];
  });
}

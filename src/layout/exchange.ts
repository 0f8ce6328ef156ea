import type { PreparedRequest } from '../model/course.ts';
import {
  type Exchange,
  maxBodyLength,
  type PartialReply,
  type Reply,
  readValidationIssues,
  type ValidationIssue,
} from '../model/exchange.ts';
import type { Line, Tone } from '../model/lines.ts';
import { layoutRequest } from './blocks.ts';
import { wrapCodeLine } from './code.ts';
import { layoutEventStream } from './event-stream.ts';
import { formatJson, parseWritten } from './json.ts';
import { printable, span, textWidth } from './width.ts';
import { wrapSpans } from './wrap.ts';

const reasonPhrases: Record<number, string> = {
  101: 'Switching Protocols',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  418: "I'm a teapot",
  422: 'Unprocessable Content',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What a status means at a glance. */
export function statusTone(status: number): Tone {
  if (status >= 500) return 'wrong';
  if (status >= 400) return 'warn';
  if (status >= 300) return 'accent';
  return 'ok';
}

/** `422 Unprocessable Content`; the phrase as RFC 9110 has it, where it has one. */
export function statusText(status: number): string {
  const phrase = reasonPhrases[status];
  return phrase === undefined ? String(status) : `${status} ${phrase}`;
}

/** A duration as a person says it. */
export function durationText(durationMs: number): string {
  if (durationMs < 10) return `${Math.max(durationMs, 0.1).toFixed(1)} ms`;
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  return `${(durationMs / 1000).toFixed(1)} s`;
}

/** Those that explain a status, each on a line of its own. */
const headersFirst = ['location', 'allow', 'www-authenticate', 'retry-after'];

/** Those that every reply has, or that say nothing of the app. */
const headersLeftOut = new Set([
  ...['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'server'],
  'transfer-encoding',
]);

/** A reply: `head` has status and time, `rest` the headers that matter and the body. */
function layoutReply(reply: Reply, durationMs: number, width: number) {
  const contentType = reply.headers['content-type'];
  const isJson = contentType?.includes('json') ?? false;
  const head: Line = [
    span(statusText(reply.status), statusTone(reply.status), { isBold: true }),
    span(`  ${durationText(durationMs)}`, 'muted'),
    ...(isJson || contentType === undefined ? [] : [span(`  ${printable(contentType)}`, 'muted')]),
  ];
  const written = (name: string, value: string) => `${name}: ${printable(value)}`;
  const headers = headersFirst.flatMap((name) => {
    const value = reply.headers[name];
    return value === undefined ? [] : [[span(written(name, value), 'muted')]];
  });
  const others = Object.entries(reply.headers)
    .filter(([name]) => !headersFirst.includes(name) && !headersLeftOut.has(name))
    .map(([name, value]) => written(name, value));
  // In one row where they fit; else a name would stand apart from its value.
  const row = others.join('   ');
  const rows = textWidth(row) <= width ? [row] : others;
  if (others.length > 0) headers.push(...rows.map((text) => [span(text, 'muted')]));
  return {
    head: wrapSpans(head, width),
    rest: [
      ...headers.flatMap((line) =>
        wrapSpans(line, width, { indent: [span('  ')], firstIndent: [] }),
      ),
      ...(contentType?.startsWith('text/event-stream')
        ? layoutEventStream(reply.body, width, { isComing: false, durationMs })
        : layoutBody(reply, width)),
    ],
  };
}

/** A reply that is still coming, as far as it is here. */
export function layoutPartialReply(part: PartialReply, width: number): Line[] {
  const { body, durationMs } = part;
  const [head = []] = layoutReply({ ...part, body: '' }, durationMs, width).head.slice(0, 1);
  return [head, ...layoutEventStream(body, width, { isComing: true, durationMs })];
}

/** The body of a reply, JSON formatted. */
export function layoutBody(reply: Reply, width: number): Line[] {
  if (reply.body === '') return [[span('(no body)', 'muted')]];
  const json = reply.json === undefined ? undefined : (parseWritten(reply.body) ?? reply.json);
  if (json !== undefined) {
    return formatJson(json, width).flatMap((line) => wrapCodeLine(line.spans, width));
  }
  const maxLines = 40;
  const lines = printable(reply.body).split('\n');
  const shown = lines.slice(0, maxLines).flatMap((text) => wrapCodeLine([span(text)], width));
  const rest = lines.length - maxLines;
  const cut = `… the body goes on: ${maxBodyLength} characters of it are kept`;
  return [
    ...shown,
    ...(rest > 0 ? [[span(`… ${rest} more lines`, 'muted')]] : []),
    ...(reply.isCut ? wrapSpans([span(cut, 'muted')], width) : []),
  ];
}

/** The request as sent, then the reply; a 422 is explained at the fields it speaks of. */
export function layoutExchange(
  exchange: Exchange,
  width: number,
  /** Whether the status stands above all else, for where little room is. */
  { isStatusFirst = false }: { isStatusFirst?: boolean } = {},
): Line[] {
  const { request, response } = exchange;
  if (response === undefined) {
    const failure = exchange.failure ?? 'no reply';
    return [
      ...layoutRequest(request, width),
      [],
      ...wrapSpans([span(printable(failure), 'wrong')], width),
    ];
  }
  const cut: Line[] = exchange.isRequestCut
    ? wrapSpans([span(`… more was sent: ${maxBodyLength} characters are kept`, 'muted')], width)
    : [];
  const sent = [...layoutSent(request, readValidationIssues(response), width), ...cut];
  const { head, rest } = layoutReply(response, exchange.durationMs, width);
  if (exchange.isStopped) rest.push([span('You stopped it here.', 'muted')]);
  return isStatusFirst ? [...head, ...sent, [], ...rest] : [...sent, [], ...head, ...rest];
}

/** A request with each issue pointed at the place in its body that it speaks of. */
export function layoutSent(
  request: PreparedRequest,
  issues: ValidationIssue[],
  width: number,
): Line[] {
  if (issues.length === 0) return layoutRequest(request, width);
  const head = layoutRequest({ ...request, body: undefined }, width);
  return [...head, ...layoutMarkedBody(request, issues, width)];
}

function issueLine(issue: ValidationIssue, column: number, width: number): Line[] {
  const place = issue.loc.slice(1).join('.');
  const start = Math.min(column, Math.max(0, width - 40));
  const text = `${place === '' ? '' : `${place}: `}${printable(issue.msg)}`;
  return wrapSpans([span(text, 'wrong'), span(` (${printable(issue.type)})`, 'muted')], width, {
    firstIndent: [span(`${' '.repeat(start)}▲ `, 'wrong')],
    indent: [span(' '.repeat(start + 2))],
  });
}

function layoutMarkedBody(
  request: PreparedRequest,
  issues: ValidationIssue[],
  width: number,
): Line[] {
  const body = request.body ?? '';
  const inBody = issues.filter((issue) => issue.loc[0] === 'body');
  const elsewhere = issues.filter((issue) => issue.loc[0] !== 'body');
  const json = parseWritten(body);
  const isBodyAsked = request.body !== undefined || inBody.length > 0;
  const elsewhereLines = elsewhere.flatMap((issue) =>
    wrapSpans([span(`${issue.loc.join('.')}: ${printable(issue.msg)}`, 'wrong')], width, {
      firstIndent: [span('▲ ', 'wrong')],
      indent: [span('  ')],
    }),
  );
  if (json === undefined) {
    const shown = body === '' ? '(empty body)' : printable(body);
    const line = isBodyAsked
      ? wrapCodeLine([span(shown, body === '' ? 'muted' : 'code-string')], width)
      : [];
    const marks = inBody.flatMap((issue) => {
      const offset = issue.loc[1];
      const column = typeof offset === 'number' && offset < width ? offset : 0;
      return issueLine({ ...issue, loc: ['body'], msg: withReason(issue) }, column, width);
    });
    return [...line, ...marks, ...elsewhereLines];
  }
  const left = new Set(inBody);
  const lines = formatJson(json, width, { openLevels: 1 }).flatMap((line) => {
    const here = inBody.filter(
      (issue) => left.has(issue) && samePath(issue.loc.slice(1), line.path),
    );
    for (const issue of here) left.delete(issue);
    return [
      ...wrapCodeLine(line.spans, width),
      ...here.flatMap((issue) => issueLine(issue, line.valueColumn, width)),
    ];
  });
  return [...lines, ...[...left].flatMap((issue) => issueLine(issue, 0, width)), ...elsewhereLines];
}

function withReason(issue: ValidationIssue): string {
  const { ctx } = issue;
  if (typeof ctx !== 'object' || ctx === null || Array.isArray(ctx)) return issue.msg;
  return typeof ctx.error === 'string' ? `${issue.msg}: ${ctx.error}` : issue.msg;
}

function samePath(one: (string | number)[], other: (string | number)[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

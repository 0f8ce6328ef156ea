import type { Json } from '../model/exchange.ts';

/** A reply as it goes over the wire. */
export type WireReply = { status: number; headers: Record<string, string>; body: string };

/** Where in a body, as in `detail[].loc`: names of fields, and `[]` for every entry of a list. */
export type Place = string[];

/** One thing that is done wrong to a reply that was right. */
export type ReplyChange =
  | { kind: 'status'; status: number }
  | { kind: 'drop' | 'rename' | 'null' | 'text' | 'first' | 'reverse' | 'empty'; place: Place }
  | { kind: 'add-field'; place: Place }
  | { kind: 'number'; place: Place; by: number }
  | { kind: 'media-type'; value?: string }
  | { kind: 'drop-header'; name: string }
  | { kind: 'body-of'; source: string; body: string }
  | { kind: 'always'; reply: WireReply }
  | { kind: 'replay'; replies: Record<string, WireReply>; otherwise: WireReply };

/** Under what a recorded request is looked up by a hard-coded handler. */
export function requestKey(request: { method: string; path: string; body?: string }): string {
  return [request.method, request.path, request.body ?? ''].join(' ');
}

/** The reply with the change made; the same reply where the change does not apply. */
export function changeReply(reply: WireReply, change: ReplyChange, request: string): WireReply {
  switch (change.kind) {
    case 'status':
      return { ...reply, status: change.status };
    case 'media-type':
    case 'drop-header': {
      const name = change.kind === 'drop-header' ? change.name : 'content-type';
      const { [name]: _, ...headers } = reply.headers;
      const value = change.kind === 'media-type' ? change.value : undefined;
      return { ...reply, headers: value === undefined ? headers : { ...headers, [name]: value } };
    }
    case 'body-of':
      return { ...reply, body: change.body };
    case 'always':
      return change.reply;
    case 'replay':
      return change.replies[request] ?? change.otherwise;
    default:
      return { ...reply, body: changeBody(reply.body, change) };
  }
}

type BodyChange = Extract<ReplyChange, { place: Place }>;

function changeBody(text: string, change: BodyChange): string {
  let body: Json;
  try {
    body = JSON.parse(text);
  } catch {
    return text;
  }
  return JSON.stringify(changeAt(body, change.place, change));
}

function changeAt(value: Json, [step, ...rest]: Place, change: BodyChange): Json {
  if (step === undefined) return changeValue(value, change);
  if (step === '[]') {
    return Array.isArray(value) ? value.map((entry) => changeAt(entry, rest, change)) : value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (!Object.hasOwn(value, step)) return value;
  const isHere = rest.length === 0;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
      if (name !== step) return [[name, inner]];
      if (isHere && change.kind === 'drop') return [];
      if (isHere && change.kind === 'rename') return [[`${name}_`, inner]];
      return [[name, changeAt(inner, rest, change)]];
    }),
  );
}

function changeValue(value: Json, change: BodyChange): Json {
  switch (change.kind) {
    case 'null':
      return null;
    case 'text':
      return typeof value === 'number' ? String(value) : value;
    case 'number':
      return typeof value === 'number' ? value + change.by : value;
    case 'first':
      return Array.isArray(value) ? value.slice(0, 1) : value;
    case 'reverse':
      return Array.isArray(value) ? value.toReversed() : value;
    case 'empty':
      return Array.isArray(value) ? [] : value;
    case 'add-field':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, extra: true }
        : value;
    case 'drop':
    case 'rename':
      return value;
    default:
      return change satisfies never;
  }
}

/** `detail[].loc`; the whole body where the place is empty. */
export function showPlace(place: Place): string {
  const text = place.reduce((shown, step) => {
    if (step === '[]') return `${shown}[]`;
    return shown === '' ? step : `${shown}.${step}`;
  }, '');
  return text === '' ? 'the body' : text;
}

/** What is done to a reply, as in `drop detail[].input`. */
export function describeChange(change: ReplyChange): string {
  switch (change.kind) {
    case 'status':
      return `answer ${change.status}`;
    case 'drop':
    case 'rename':
      return `${change.kind} ${showPlace(change.place)}`;
    case 'null':
      return `${showPlace(change.place)} as null`;
    case 'text':
      return `${showPlace(change.place)} as text`;
    case 'number':
      return `${showPlace(change.place)} off by ${change.by}`;
    case 'first':
      return `only the first entry of ${showPlace(change.place)}`;
    case 'reverse':
      return `${showPlace(change.place)} reversed`;
    case 'empty':
      return `${showPlace(change.place)} emptied`;
    case 'add-field':
      return `add a field to ${showPlace(change.place)}`;
    case 'media-type':
      return change.value === undefined ? 'no content type' : `as ${change.value}`;
    case 'drop-header':
      return `without the header ${change.name}`;
    case 'body-of':
      return `with the body of ${change.source}`;
    case 'always':
      return 'always the first reply';
    case 'replay':
      return 'replies recorded once';
    default:
      return change satisfies never;
  }
}

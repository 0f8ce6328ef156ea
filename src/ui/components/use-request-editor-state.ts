import { useReducer } from 'react';
import type { PreparedRequest } from '../../model/course.ts';
import {
  type BufferEvent,
  bufferText,
  createBuffer,
  editBuffer,
  type TextBuffer,
} from '../text-buffer.ts';

export const editorFields = ['method', 'path', 'headers', 'body', 'send'] as const;
export type EditorField = (typeof editorFields)[number];

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export type RequestEditorState = {
  field: EditorField;
  method: string;
  path: TextBuffer;
  /** One header a line, as `name: value`. */
  headers: TextBuffer;
  body: TextBuffer;
};

export type RequestEditorEvent =
  | { kind: 'focused'; by: 1 | -1 }
  | { kind: 'method-changed'; by: 1 | -1 }
  | { kind: 'edited'; event: BufferEvent };

/** The editor opened on a request: in its body, where there is most to change. */
export function editRequest(request: PreparedRequest): RequestEditorState {
  return {
    field: request.body === undefined ? 'path' : 'body',
    method: request.method,
    path: createBuffer(request.path),
    body: createBuffer(request.body ?? ''),
    headers: createBuffer(
      Object.entries(request.headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    ),
  };
}

export function reduceRequestEditor(
  state: RequestEditorState,
  event: RequestEditorEvent,
): RequestEditorState {
  switch (event.kind) {
    case 'focused':
      return { ...state, field: cycle(editorFields, state.field, event.by) };
    case 'method-changed':
      return { ...state, method: cycle(methods, state.method, event.by) };
    case 'edited':
      return editField(state, event.event);
    default:
      return event satisfies never;
  }
}

function cycle<Item>(items: readonly Item[], current: Item, by: 1 | -1): Item {
  const next = items[(items.indexOf(current) + by + items.length) % items.length];
  return next ?? current;
}

function editField(state: RequestEditorState, event: BufferEvent): RequestEditorState {
  switch (state.field) {
    case 'headers':
      return { ...state, headers: editBuffer(state.headers, event) };
    case 'body':
      return { ...state, body: editBuffer(state.body, event) };
    case 'path': {
      const isText = event.kind === 'inserted';
      const path = editBuffer(
        state.path,
        isText ? { kind: 'inserted', text: event.text.replace(/\s+/g, '') } : event,
      );
      return { ...state, path };
    }
    case 'method':
    case 'send':
      return state;
    default:
      return state.field satisfies never;
  }
}

const headerLine = /^\s*([\w!#$%&'*+.^`|~-]+)\s*:[ \t]*([\t -~]*)$/;

/** The headers that are written, and the lines, from 1, that are none. */
export function writtenHeaders({ headers }: RequestEditorState): {
  headers: Record<string, string>;
  faults: number[];
} {
  const written: Record<string, string> = {};
  const faults: number[] = [];
  for (const [index, line] of headers.lines.entries()) {
    if (line.trim() === '') continue;
    const [, name, value] = headerLine.exec(line) ?? [];
    if (name === undefined || value === undefined) faults.push(index + 1);
    else written[name.toLowerCase()] = value.trim();
  }
  return { headers: written, faults };
}

/** The request as written. An empty body is none; a body without a type is sent as JSON. */
export function writtenRequest(state: RequestEditorState): PreparedRequest {
  const path = bufferText(state.path);
  const body = bufferText(state.body);
  const { headers } = writtenHeaders(state);
  const request = { method: state.method, path: path.startsWith('/') ? path : `/${path}` };
  if (body === '') {
    const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
    return { ...request, headers: Object.fromEntries(kept) };
  }
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const typed = hasType ? headers : { 'content-type': 'application/json', ...headers };
  return { ...request, headers: typed, body };
}

export type BodyNote = { isValid: boolean; text: string };

/** What is to be said of the headers: a line that is none is not sent. */
export function noteOnHeaders(state: RequestEditorState): BodyNote {
  const { faults } = writtenHeaders(state);
  const [first] = faults;
  if (first === undefined) return { isValid: true, text: 'one a line, as in x-token: abc' };
  return { isValid: false, text: `line ${first} is not name: value, and is not sent` };
}

/** What is to be said of the body: it may be anything, but it should be no surprise. */
export function noteOnBody(state: RequestEditorState): BodyNote {
  const body = bufferText(state.body);
  if (body === '') return { isValid: true, text: 'no body' };
  try {
    JSON.parse(body);
    return { isValid: true, text: 'valid JSON' };
  } catch {
    return { isValid: false, text: 'not valid JSON: it is sent as it is' };
  }
}

export function useRequestEditorState(request: PreparedRequest) {
  return useReducer(reduceRequestEditor, request, editRequest);
}

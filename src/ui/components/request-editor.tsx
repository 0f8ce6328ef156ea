import type { ReactNode } from 'react';
import { padLine, span } from '../../layout/width.ts';
import type { PreparedRequest } from '../../model/course.ts';
import type { Line } from '../../model/lines.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { KeyPress } from '../key-press.ts';
import { type Room, useRoom } from '../room.ts';
import { keepVisible } from '../scroll.ts';
import { bufferText } from '../text-buffer.ts';
import { readTextEdit } from '../text-edit.ts';
import { bufferLines, singleLine } from './buffer-lines.ts';
import { Frame } from './frame.tsx';
import { LinesView } from './lines-view.tsx';
import {
  type BodyNote,
  type EditorField,
  noteOnBody,
  noteOnHeaders,
  type RequestEditorEvent,
  type RequestEditorState,
  useRequestEditorState,
  writtenRequest,
} from './use-request-editor-state.ts';

type RequestEditorProps = {
  title: string;
  request: PreparedRequest;
  onSend: (request: PreparedRequest) => void;
  onCancel: () => void;
};

/** Method, path, headers and body of a request, edited in the terminal. Anything may be sent. */
export function RequestEditor({ title, request, onSend, onCancel }: RequestEditorProps): ReactNode {
  const room = useRoom();
  const [state, send] = useRequestEditorState(request);
  const submit = () => onSend(writtenRequest(state));
  const type = (press: KeyPress) => {
    if (press.name === 'enter' && state.field === 'send') return submit();
    const event = readEdit(press, state.field);
    if (event !== undefined) send(event);
  };
  useKeys(
    'editing',
    {
      send: submit,
      back: onCancel,
      'next-field': () => send({ kind: 'focused', by: 1 }),
      'previous-field': () => send({ kind: 'focused', by: -1 }),
    },
    type,
  );
  return (
    <Frame title={title} mode="editing">
      <LinesView lines={editorLines(state, room)} {...room} />
    </Frame>
  );
}

const isMultiline = (field: EditorField): boolean => field === 'headers' || field === 'body';

/** What a key does in a field; Enter leaves every field of one line. */
function readEdit({ name, text }: KeyPress, field: EditorField): RequestEditorEvent | undefined {
  if (field === 'method') {
    if (name === 'left' || name === 'up') return { kind: 'method-changed', by: -1 };
    if (name === 'right' || name === 'down' || name === 'space') {
      return { kind: 'method-changed', by: 1 };
    }
  }
  if (name === 'enter' && !isMultiline(field)) return { kind: 'focused', by: 1 };
  if (!isMultiline(field) && name === 'down') return { kind: 'focused', by: 1 };
  if (!isMultiline(field) && name === 'up') return { kind: 'focused', by: -1 };
  const event = readTextEdit({ name, text: name === 'enter' ? '\n' : text });
  return event === undefined ? undefined : { kind: 'edited', event };
}

const labelColumns = 10;

/** How many lines of the body are scrolled out of sight. */
function hiddenText(above: number, below: number): string {
  const parts = [above > 0 ? `↑ ${above} more` : '', below > 0 ? `↓ ${below} more` : ''];
  const said = parts.filter((part) => part !== '').join('  ');
  return said === '' ? '' : `  ${said}`;
}

const mostHeaderRows = 4;

/** The lines of the headers around the cursor. */
function headerLines({ headers, field }: RequestEditorState, room: Room): Line[] {
  const isHere = field === 'headers';
  if (!isHere && bufferText(headers) === '') return [];
  const { lines, cursorLine } = bufferLines(headers, room.width - 4, isHere);
  const height = Math.min(lines.length, mostHeaderRows);
  const offset = keepVisible(0, cursorLine, cursorLine, { total: lines.length, height });
  const bar = span('  │ ', isHere ? 'accent' : 'muted');
  return lines.slice(offset, offset + height).map((line) => padLine([bar, ...line], room.width));
}

/** A note that is always said where something is wrong, and else only where it helps. */
function noteSpans({ isValid, text }: BodyNote, isWanted: boolean): Line {
  if (!isValid) return [span(`✘ ${text}`, 'warn')];
  return isWanted ? [span(text, 'muted')] : [];
}

function editorLines(state: RequestEditorState, room: Room): Line[] {
  const { field } = state;
  const width = room.width - labelColumns;
  const label = (name: EditorField): Line => [
    field === name ? span('▸ ', 'accent', { isBold: true }) : span('  '),
    span(name.padEnd(labelColumns - 2), field === name ? 'accent' : 'muted'),
  ];
  const method =
    field === 'method'
      ? [span('← ', 'muted'), span(state.method, 'accent', { isBold: true }), span(' →', 'muted')]
      : [span(state.method)];
  const headers = headerLines(state, room);
  const note = noteOnBody(state);
  const topRows = 4 + headers.length;
  const bodyHeight = room.height - topRows - 2;
  const body = bufferLines(state.body, room.width - 4, field === 'body');
  const offset = keepVisible(0, body.cursorLine, body.cursorLine, {
    total: body.lines.length,
    height: bodyHeight,
  });
  const top: Line[] = [
    [...label('method'), ...method],
    [...label('path'), ...singleLine(state.path, width, field === 'path')],
    [...label('headers'), ...noteSpans(noteOnHeaders(state), field === 'headers')],
    ...headers,
    [
      ...label('body'),
      ...noteSpans(note, true),
      span(hiddenText(offset, body.lines.length - offset - bodyHeight), 'muted'),
    ],
  ];
  const bar = span('  │ ', field === 'body' ? 'accent' : 'muted');
  const shown = Array.from({ length: bodyHeight }, (_, row): Line => {
    const line = body.lines[row + offset];
    return line === undefined ? [] : padLine([bar, ...line], room.width);
  });
  const button =
    field === 'send'
      ? span('Send: press Enter', 'accent', { isBold: true })
      : span('Send', 'muted');
  return [...top, ...shown, [], [field === 'send' ? span('▸ ', 'accent') : span('  '), button]];
}

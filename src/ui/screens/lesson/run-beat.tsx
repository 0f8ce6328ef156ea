import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { beatTitles } from '../../../model/course.ts';
import { leavePage } from '../../../model/places.ts';
import { RequestEditor } from '../../components/request-editor.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import { useLessonPlaces } from './lesson-places.ts';
import type { BeatProps } from './lesson-screen.tsx';
import { runLines } from './run-lines.ts';
import { useRunActions } from './use-run-actions.ts';
import { useRunPictures } from './use-run-pictures.ts';
import {
  placeOfStep,
  type RunStep,
  splitRunSteps,
  useRunPlace,
  type useRunState,
} from './use-run-state.ts';

const noStep: RunStep = { blocks: [] };

/** Run it: predictions and timelines one at a time, each compared with what the lab really answers. */
export function RunBeat(
  props: BeatProps & { runState: ReturnType<typeof useRunState> },
): ReactNode {
  const { lesson, beat, at, beatActions, finish } = props;
  const session = useSession();
  const room = useBeatRoom();
  const steps = useMemo(() => splitRunSteps(lesson.beats.run), [lesson]);
  const [state, send] = props.runState;
  const { predictions: answered } = session.progress;
  const isAnswered = (id: string) => answered[`${lesson.id}/${id}`] !== undefined;
  const asked = at?.block === undefined ? undefined : lesson.beats.run[at.block];
  const places = useLessonPlaces(lesson.id);
  const left = places.read().pages.run?.page;
  useRunPlace(props.runState, steps, { isAnswered, left, asked });
  useLayoutEffect(() => {
    const page = { page: state.step, line: 0, lines: 0 };
    if (at === undefined) places.change((all) => leavePage(all, beat, page));
  });
  const step = steps[state.step] ?? noStep;
  const { prediction, timeline } = step;
  const run = useRunActions(lesson, state, send);
  const pictures = useRunPictures(session.labs.runs[lesson.lab], step, state, room.width);

  const request = state.again?.request ?? prediction?.request;
  const isLast = state.step === steps.length - 1;
  const goOn = () => (isLast ? finish() : send({ kind: 'stepped', to: state.step + 1 }));
  const isSent = timeline !== undefined && state.timelines[state.step] !== undefined;
  const choices = isSent ? [] : ((prediction ?? timeline)?.choices ?? []);
  const move = (by: 1 | -1) => () =>
    choices.length > 0 && send({ kind: 'moved', by, choices: choices.length });

  const { lines, first, last, enough } = runLines(step, state, room.width, pictures);
  const viewport = { total: lines.length, height: room.height };
  const isText = prediction === undefined && timeline === undefined;
  const isAsking = !isText && state.phase.kind !== 'answered';
  const begin = keepVisible(isAsking || pictures.way ? 0 : first, first, last, viewport);
  const content = `${state.step}:${isAsking ? `ask${state.selected}${state.phase.kind}` : (state.again?.durationMs ?? '')}`;
  const scroll = useScroll(content, viewport, begin);

  const isRead = scroll.isAtEnd || (enough !== undefined && scroll.offset + room.height >= enough);

  const isEditing = state.editing !== undefined;
  const mode = isText
    ? 'reading'
    : isAsking && !isSent
      ? 'choosing'
      : timeline !== undefined
        ? 'timeline'
        : 'answered';
  const ask = () => {
    if (prediction !== undefined) run.answer(prediction);
    if (timeline !== undefined) run.sendAll(timeline);
  };
  const readOn = () => {
    if (pictures.isLighting) pictures.finish();
    else if (isRead) goOn();
    else scroll.actions['page-down']?.();
  };
  useKeys(isEditing ? undefined : mode, {
    ...scroll.actions,
    ...beatActions,
    ...(isLast && !isAsking && { 'next-beat': finish }),
    'select-up': move(-1),
    'select-down': move(1),
    'step-back': () => state.step > 0 && send({ kind: 'stepped', to: state.step - 1 }),
    confirm: isAsking ? ask : readOn,
    repeat: ask,
    edit: () => request !== undefined && send({ kind: 'editing', request }),
    copy: () => request !== undefined && run.copy(request),
  });

  if (state.editing !== undefined) {
    return (
      <RequestEditor
        title={`${lesson.title} · edit the request`}
        request={state.editing}
        onSend={run.sendAgain}
        onCancel={() => send({ kind: 'editing-ended' })}
      />
    );
  }
  const next = isLast ? `on to ${beatTitles.build}` : 'next';
  const onward = pictures.isLighting ? 'the whole way' : isRead ? next : 'read on';
  const hasFailed = state.phase.kind === 'failed';
  const sendAll = state.phase.kind !== 'sending' && 'send all';
  const askLabel = hasFailed ? 'try again' : timeline === undefined ? 'answer' : sendAll;
  return (
    <BeatFrame
      lesson={lesson}
      beat={beat}
      mode={mode}
      labels={{ confirm: isAsking ? askLabel : onward, repeat: !isAsking && 'again' }}
      place={placeOfStep(steps, state.step)}
      lines={lines}
      offset={scroll.offset}
    />
  );
}

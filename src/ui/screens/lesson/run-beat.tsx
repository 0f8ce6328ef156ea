import { type ReactNode, useMemo } from 'react';
import { toCurl } from '../../../layout/curl.ts';
import { beatTitles, type Prediction, type PreparedRequest } from '../../../model/course.ts';
import { RequestEditor } from '../../components/request-editor.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';
import { BeatFrame, useBeatRoom } from './beat-frame.tsx';
import type { BeatProps } from './lesson-screen.tsx';
import { runLines } from './run-lines.ts';
import { rightChoice, splitRunSteps, useRunPlace, type useRunState } from './use-run-state.ts';

const tryAgain = 'Press Enter to try again.';

/** Run it: predictions one at a time, each compared with what the lab really answers. */
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
  useRunPlace(props.runState, steps, isAnswered, asked);
  const step = steps[state.step] ?? { blocks: [] };
  const { prediction } = step;
  const predictions = steps.filter((one) => one.prediction !== undefined).length;

  const exchangeWithLab = async (request: PreparedRequest) => {
    const lab = await session.services.loadLab(lesson.lab);
    const start = await session.labs.start(lab);
    if (!start.isOk) return start;
    if (start.server.portNote !== undefined) {
      session.say({ tone: 'warn', text: start.server.portNote });
    }
    return {
      isOk: true as const,
      exchange: await session.services.send(start.server.url, request),
    };
  };
  const fail = (message: string, remedy: string) =>
    send({ kind: 'failed', step: state.step, message, remedy });
  const ask = async (asked: Prediction) => {
    const result = await exchangeWithLab(asked.request);
    if (!result.isOk) return fail(result.message, result.remedy);
    const { exchange } = result;
    if (exchange.response === undefined) {
      return fail(exchange.failure ?? 'The lab did not answer.', tryAgain);
    }
    send({ kind: 'answered', step: state.step, exchange });
    session.record({
      kind: 'prediction',
      lesson: lesson.id,
      prediction: asked.id,
      choice: asked.choices[state.selected]?.text ?? '',
      isRight: rightChoice(asked, exchange) === state.selected,
    });
  };
  const answer = (asked: Prediction) => {
    if (state.phase.kind === 'sending') return;
    send({ kind: 'sent' });
    ask(asked).catch((error: unknown) =>
      fail(error instanceof Error ? error.message : String(error), tryAgain),
    );
  };
  const sendAgain = (request: PreparedRequest) => {
    send({ kind: 'editing-ended' });
    session.attempt(async () => {
      const result = await exchangeWithLab(request);
      if (result.isOk) return send({ kind: 'sent-again', exchange: result.exchange });
      session.say({ tone: 'wrong', text: `${result.message} ${result.remedy}` });
    });
  };
  const copy = () => {
    if (prediction === undefined) return;
    const lab = session.labs.runs[lesson.lab]?.state;
    const url = lab?.kind === 'running' ? lab.url : 'http://127.0.0.1:8000';
    const request = lastRequest ?? prediction.request;
    session.attempt(async () =>
      session.say(statusOfOutcome(await session.services.copyToClipboard(toCurl(url, request)))),
    );
  };
  const lastRequest = state.again?.request;
  const isLast = state.step === steps.length - 1;
  const goOn = () => (isLast ? finish() : send({ kind: 'stepped', to: state.step + 1 }));
  const move = (by: 1 | -1) => () =>
    prediction !== undefined && send({ kind: 'moved', by, choices: prediction.choices.length });

  const { lines, first, last } = runLines(step, state, room.width);
  const viewport = { total: lines.length, height: room.height };
  const isAsking = prediction !== undefined && state.phase.kind !== 'answered';
  const begin = keepVisible(isAsking ? 0 : first, first, last, viewport);
  const content = `${state.step}:${isAsking ? `ask${state.selected}${state.phase.kind}` : (state.again?.durationMs ?? '')}`;
  const scroll = useScroll(content, viewport, begin);

  const isEditing = state.editing !== undefined;
  const mode = isAsking ? 'choosing' : prediction === undefined ? 'reading' : 'answered';
  const readOn = () => (scroll.isAtEnd ? goOn() : scroll.actions['page-down']?.());
  useKeys(isEditing ? undefined : mode, {
    ...scroll.actions,
    ...beatActions,
    ...(isLast && !isAsking && { 'next-beat': finish }),
    'select-up': move(-1),
    'select-down': move(1),
    'step-back': () => state.step > 0 && send({ kind: 'stepped', to: state.step - 1 }),
    confirm: isAsking ? () => answer(prediction) : readOn,
    edit: () =>
      prediction !== undefined &&
      send({ kind: 'editing', request: lastRequest ?? prediction.request }),
    copy,
  });

  if (state.editing !== undefined) {
    return (
      <RequestEditor
        title={`${lesson.title} · edit the request`}
        request={state.editing}
        onSend={sendAgain}
        onCancel={() => send({ kind: 'editing-ended' })}
      />
    );
  }
  const next = isLast ? `on to ${beatTitles.build}` : 'next';
  const confirm = isAsking ? 'answer' : scroll.isAtEnd ? next : 'read on';
  return (
    <BeatFrame
      lesson={lesson}
      beat={beat}
      mode={mode}
      labels={{ confirm }}
      place={
        predictions > 0
          ? `prediction ${Math.min(state.step + 1, predictions)} of ${predictions}`
          : undefined
      }
      lines={lines}
      offset={scroll.offset}
    />
  );
}

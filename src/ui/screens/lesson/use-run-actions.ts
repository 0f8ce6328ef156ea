import { setImmediate } from 'node:timers/promises';
import { toCurl } from '../../../layout/curl.ts';
import type { Lesson, Prediction, PreparedRequest, Timeline } from '../../../model/course.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';
import { type RunEvent, type RunState, rightChoice, rightTimes } from './use-run-state.ts';

/** What Run it asks of the lesson's lab, and what comes of it. */
export function useRunActions(lesson: Lesson, state: RunState, send: (event: RunEvent) => void) {
  const session = useSession();
  const { services } = session;

  const startLab = async () => {
    const lab = await services.loadLab(lesson.lab);
    // Said when it starts, not with each request; and not where the lab of another lesson has the port.
    const isFirst = Object.values(session.labs.runs).every((run) => run.state.kind !== 'running');
    const start = await session.labs.start(lab);
    if (isFirst && start.isOk && start.server.portNote !== undefined) {
      session.say({ tone: 'warn', text: start.server.portNote });
    }
    return start;
  };
  const fail = (message: string, remedy = '') =>
    send({ kind: 'failed', step: state.step, message, remedy });
  const failOf = (error: unknown) => fail(error instanceof Error ? error.message : String(error));

  const ask = async (asked: Prediction) => {
    const start = await startLab();
    if (!start.isOk) return fail(start.message, start.remedy);
    const exchange = await services.send(start.server.url, asked.request);
    if (exchange.response === undefined) {
      return fail(exchange.failure ?? 'The lab did not answer.');
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

  const sendTogether = async (timeline: Timeline) => {
    const { id, requests, choices } = timeline;
    const { step, selected: choice, timelines } = state;
    const isForetold = state.phase.kind !== 'answered';
    const start = await startLab();
    if (!start.isOk) return fail(start.message, start.remedy);
    const run = (timelines[step]?.run ?? 0) + 1;
    send({ kind: 'timeline-began', step, run, choice, requests: requests.length });
    // That it is drawn first: while it draws, nothing could be sent.
    await setImmediate();
    await setImmediate();
    const exchanges = await Promise.all(
      requests.map(async (request, place) => {
        const exchange = await services.send(start.server.url, request);
        send({ kind: 'timeline-answered', step, run, place, exchange });
        return exchange;
      }),
    );
    const lost = exchanges.find(({ response }) => response === undefined);
    if (lost !== undefined) return fail(lost.failure ?? 'The lab did not answer.');
    if (!isForetold) return;
    session.record({
      kind: 'prediction',
      lesson: lesson.id,
      prediction: id,
      choice: choices[choice]?.text ?? '',
      isRight: rightTimes(timeline, { run, choice, results: exchanges }) === choice,
    });
  };

  return {
    /** Gives the marked answer and sends the request. */
    answer: (asked: Prediction) => {
      if (state.phase.kind === 'sending') return;
      send({ kind: 'sent' });
      ask(asked).catch(failOf);
    },
    /** Sends all requests of a timeline at the same moment. */
    sendAll: (timeline: Timeline) => {
      if (state.phase.kind === 'sending') return;
      send({ kind: 'sent' });
      sendTogether(timeline).catch(failOf);
    },
    sendAgain: (request: PreparedRequest) => {
      send({ kind: 'editing-ended' });
      session.attempt(async () => {
        const start = await startLab();
        if (!start.isOk) {
          session.say({ tone: 'wrong', text: `${start.message} ${start.remedy}` });
          return;
        }
        const exchange = await services.send(start.server.url, request);
        send({ kind: 'sent-again', exchange });
      });
    },
    copy: (request: PreparedRequest) => {
      const lab = session.labs.runs[lesson.lab]?.state;
      const url = lab?.kind === 'running' ? lab.url : 'http://127.0.0.1:8000';
      session.attempt(async () =>
        session.say(statusOfOutcome(await services.copyToClipboard(toCurl(url, request)))),
      );
    },
  };
}

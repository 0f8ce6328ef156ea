import { useEffect, useRef } from 'react';
import { toCurl } from '../../../layout/curl.ts';
import { noWay } from '../../../layout/way.ts';
import type { Lab, LabRequest, PreparedRequest } from '../../../model/course.ts';
import type { PartialReply } from '../../../model/exchange.ts';
import { keepableBodies } from '../../../model/own-check.ts';
import type { LabStart } from '../../hooks/use-lab-runs.ts';
import type { Action } from '../../key-groups.ts';
import { findRecorded, type LabRun } from '../../lab-runs.ts';
import { pace } from '../../pace.ts';
import { type Session, useSession } from '../../session.ts';
import { type Status, statusOfOutcome } from '../../status.ts';
import type { Watch } from '../../watch/use-watch.ts';
import { openDocs } from './open-docs.ts';
import { needsExercise } from './own-checks-view.tsx';
import type { Served } from './served.ts';
import type { LabScreenEvent, LabScreenState } from './use-lab-state.ts';

/** As often as it is worth drawing what arrives. */
const frameMs = 50;

type ServedActions = {
  /** As they are sent: one's own as it was written last. */
  requests: LabRequest[];
  start: () => Promise<LabStart>;
  exchange: (request: PreparedRequest | undefined, draft?: PreparedRequest) => void;
  actions: Partial<Record<Action, () => void>>;
};

/** What the keys of a lab, and of a handler in play, do. */
export function useServedActions(
  served: Served,
  run: LabRun,
  state: LabScreenState,
  send: (event: LabScreenEvent) => void,
  watch: Pick<Watch, 'markSent' | 'markAnswered'>,
): ServedActions {
  const session = useSession();
  const { services, labs } = session;
  const requests = served.requests.map((one, index) =>
    one.id === 'own' ? { ...one, ...state.drafts[index] } : one,
  );
  const request = requests[state.selected];
  const stopping = useRef<AbortController>(undefined);
  // Nobody reads on once the screen is left.
  useEffect(() => () => stopping.current?.abort(), []);

  const start = async () => {
    const started = await (served.kind === 'lab' ? labs.start(served.lab) : labs.play(served.play));
    // Said when it starts, not with each request.
    const isNew = run.state.kind !== 'running';
    if (isNew && started.isOk && started.server.portNote !== undefined) {
      session.say({ tone: 'warn', text: started.server.portNote });
    }
    return started;
  };
  const exchange = (prepared: PreparedRequest | undefined, draft?: PreparedRequest) => {
    if (prepared === undefined || state.isSending) return;
    send({ kind: 'sending', draft });
    session.attempt(async () => {
      stopping.current = new AbortController();
      const { signal } = stopping.current;
      const parts = pace<PartialReply>((part) => send({ kind: 'arriving', part }), frameMs);
      try {
        const started = await start();
        if (!started.isOk) return send({ kind: 'gave-up' });
        const options = { signal, onPart: parts.sendNewest };
        watch.markSent(`${prepared.method} ${prepared.path}`);
        const exchanged = await services.send(started.server.url, prepared, options);
        parts.drop();
        watch.markAnswered(exchanged);
        send({ kind: 'shown', exchange: exchanged });
      } catch (error) {
        send({ kind: 'gave-up' });
        throw error;
      }
    });
  };
  const withUrl = (use: (url: string) => Promise<void>) => () =>
    session.attempt(async () => {
      const started = await start();
      if (started.isOk) await use(started.server.url);
    });
  const watchLab = ({ id, watch: kind }: Lab) => {
    if (kind === undefined) {
      session.say({ tone: 'muted', text: 'In this lab there is nothing to watch live.' });
    } else if (kind === 'race') session.open({ name: 'race', id });
    else if (kind !== 'rooms') send({ kind: 'watch-toggled' });
    else if (run.state.kind === 'running') send({ kind: 'rooms-toggled' });
  };
  const isUp = run.state.kind === 'running' || run.state.kind === 'starting';
  const actions = {
    confirm: () => exchange(request),
    edit: () =>
      request !== undefined &&
      send({ kind: 'editing', request: state.drafts[state.selected] ?? request }),
    docs: withUrl(async (url) => {
      if (served.kind === 'play') {
        session.say({ tone: 'muted', text: 'Looking for docs …' });
        return session.say(await openDocs(services, url));
      }
      session.say(statusOfOutcome(await services.openInBrowser(`${url}/docs`)));
    }),
    copy: withUrl(async (url) => {
      const copied = state.shown?.request ?? request;
      if (copied === undefined) return;
      session.say(statusOfOutcome(await services.copyToClipboard(toCurl(url, copied))));
    }),
    log: () => send({ kind: 'log-toggled' }),
    ...(state.isFromLog && { back: () => send({ kind: 'back-to-log' }) }),
    ...(state.isSending && { back: () => stopping.current?.abort() }),
    way: () => {
      const obstacle = findWayObstacle(run, state);
      if (obstacle === undefined) send({ kind: 'way-toggled' });
      else session.say(obstacle);
    },
    'toggle-server': () =>
      session.attempt(async () => {
        if (isUp) await labs.stop(served.id);
        else await restart(session, served, start);
      }),
    'select-up': () => send({ kind: 'moved', by: -1, count: requests.length }),
    'select-down': () => send({ kind: 'moved', by: 1, count: requests.length }),
    ...(served.kind === 'lab' && { about: () => send({ kind: 'about-toggled' }) }),
    ...(served.kind === 'lab' && { watch: () => watchLab(served.lab) }),
    ...(served.kind === 'play' && {
      keep: () => {
        const obstacle = findObstacle(served, state);
        if (obstacle !== undefined) session.say(obstacle);
        else if (state.shown !== undefined) send({ kind: 'keeping', exchange: state.shown });
      },
      'own-checks': () => send({ kind: 'own-checks-toggled' }),
    }),
  } as const;
  return { requests, start, exchange, actions };
}

/** A handler that is down is still in play: it is loaded again only after it was stopped. */
async function restart(
  { labs }: Session,
  served: Served,
  start: () => Promise<LabStart>,
): Promise<void> {
  if (served.kind === 'play') await labs.stop(served.id);
  await start();
}

/** Why the way of a request cannot be drawn now. */
function findWayObstacle(run: LabRun, { shown }: LabScreenState): Status | undefined {
  if (shown === undefined) return { tone: 'warn', text: 'Send a request first: w draws its way.' };
  const recorded = findRecorded(run, shown);
  const isUntold = recorded !== undefined && recorded.stages === undefined;
  return isUntold ? { tone: 'muted', text: noWay } : undefined;
}

/** Why nothing can be kept as a check now. */
function findObstacle(served: Served, state: LabScreenState): Status | undefined {
  if (served.kind === 'play' && served.play.exercise === undefined) {
    return { tone: 'warn', text: needsExercise };
  }
  if (state.shown === undefined) {
    return { tone: 'warn', text: 'Send a request first: its reply is what a check asks for.' };
  }
  if (keepableBodies(state.shown).length > 0) return undefined;
  return state.shown.isRequestCut
    ? { tone: 'warn', text: 'This request is too long to be kept.' }
    : { tone: 'warn', text: 'There was no reply: nothing to ask for again.' };
}

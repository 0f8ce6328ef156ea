import { Box } from 'ink';
import { type ReactNode, useEffect } from 'react';
import { toCurl } from '../../../layout/curl.ts';
import { span } from '../../../layout/width.ts';
import type { Lab, PreparedRequest } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { RequestEditor } from '../../components/request-editor.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { type LabRun, stoppedLab } from '../../lab-runs.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';
import { labBottom, labTop, wholeLogLines } from './lab-lines.ts';
import { useLabState } from './use-lab-state.ts';

/** A lab: its requests, its log, the reply. It is started when the screen opens. */
export function LabScreen({ id }: { id: string }): ReactNode {
  const session = useSession();
  const loaded = useLoaded(id, session.services.loadLab);
  const room = useRoom();
  useKeys(loaded.kind === 'failed' ? 'help' : undefined, {});
  if (loaded.kind === 'ready') return <OpenLab lab={loaded.value} />;
  const problem = loaded.kind === 'failed' ? `This lab could not be opened: ${loaded.message}` : '';
  return (
    <Frame title={id} mode="help">
      <LinesView lines={[[span(problem, 'wrong')]]} {...room} />
    </Frame>
  );
}

function OpenLab({ lab }: { lab: Lab }): ReactNode {
  const session = useSession();
  const { services, labs } = session;
  const room = useRoom();
  const [state, send] = useLabState();
  const run = labs.runs[lab.id] ?? stoppedLab;
  const request = lab.requests[state.selected];

  const startLab = async () => {
    const start = await labs.start(lab);
    if (start.isOk && start.server.portNote !== undefined) {
      session.say({ tone: 'warn', text: start.server.portNote });
    }
    return start;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the screen starts the lab, once.
  useEffect(() => session.attempt(async () => void (await startLab())), [lab.id]);

  const exchange = (prepared: PreparedRequest | undefined, draft?: PreparedRequest) => {
    if (prepared === undefined || state.isSending) return;
    send({ kind: 'sending', draft });
    session.attempt(async () => {
      try {
        const start = await startLab();
        if (!start.isOk) return send({ kind: 'gave-up' });
        send({ kind: 'shown', exchange: await services.send(start.server.url, prepared) });
      } catch (error) {
        send({ kind: 'gave-up' });
        throw error;
      }
    });
  };
  const withUrl = (use: (url: string) => Promise<void>) => () =>
    session.attempt(async () => {
      const start = await startLab();
      if (start.isOk) await use(start.server.url);
    });
  const actions = {
    confirm: () => exchange(request),
    edit: () =>
      request !== undefined &&
      send({ kind: 'editing', request: state.drafts[state.selected] ?? request }),
    docs: withUrl(async (url) =>
      session.say(statusOfOutcome(await services.openInBrowser(`${url}/docs`))),
    ),
    copy: withUrl(async (url) => {
      const copied = state.shown?.request ?? request;
      if (copied === undefined) return;
      session.say(statusOfOutcome(await services.copyToClipboard(toCurl(url, copied))));
    }),
    log: () => send({ kind: 'log-toggled' }),
    ...(state.isFromLog && { back: () => send({ kind: 'back-to-log' }) }),
    'toggle-server': () =>
      session.attempt(async () => {
        if (run.state.kind === 'running') await labs.stop(lab.id);
        else await startLab();
      }),
    'select-up': () => send({ kind: 'moved', by: -1, count: lab.requests.length }),
    'select-down': () => send({ kind: 'moved', by: 1, count: lab.requests.length }),
  } as const;

  const topHeight = topRows(lab.requests.length, room.height);
  const bottom = labBottom(lab, run, state, room.width);
  const bottomHeight = room.height - topHeight - 1;
  const content = `${state.selected}.${state.showings}${run.state.kind}`;
  const scroll = useScroll(content, { total: bottom.length, height: bottomHeight });
  const isListening = state.editing === undefined && state.view === 'requests';
  useKeys(isListening ? 'lab' : undefined, { ...scroll.actions, ...actions });

  if (state.editing !== undefined) {
    return (
      <RequestEditor
        title={`${lab.id} · edit the request`}
        request={state.editing}
        onSend={(edited) => exchange(edited, edited)}
        onCancel={() => send({ kind: 'editing-ended' })}
      />
    );
  }
  if (state.view === 'log') {
    return <WholeLog lab={lab} run={run} marked={state.entry} send={send} />;
  }
  const top = labTop(lab, run, state, { width: room.width, height: topHeight });
  const rule: Line = [span('─'.repeat(room.width), 'muted')];
  const labels = {
    'toggle-server': run.state.kind === 'running' ? 'stop' : 'start',
    'page-down': bottom.length > bottomHeight && 'more',
    back: state.isFromLog ? 'log' : 'back',
  } as const;
  return (
    <Frame title={lab.id} aside={labAside(run)} mode="lab" labels={labels}>
      <Box flexDirection="column">
        <LinesView lines={[...top, rule]} width={room.width} height={topHeight + 1} />
        <LinesView lines={bottom} offset={scroll.offset} width={room.width} height={bottomHeight} />
      </Box>
    </Frame>
  );
}

/** As many rows as the requests take, more in a tall window, never half of a small one. */
function topRows(requests: number, height: number): number {
  const wanted = Math.max(requests + 1, Math.floor(height * 0.3));
  return Math.min(wanted, Math.floor(height * 0.45));
}

type WholeLogProps = {
  lab: Lab;
  run: LabRun;
  marked: number;
  send: ReturnType<typeof useLabState>[1];
};

function WholeLog({ lab, run, marked, send }: WholeLogProps): ReactNode {
  const room = useRoom();
  const lines = wholeLogLines(run, marked, room.width);
  const entry = run.log.toReversed()[marked];
  const move = (by: 1 | -1) => () => send({ kind: 'moved', by, count: run.log.length });
  useKeys('log', {
    log: () => send({ kind: 'log-toggled' }),
    'select-up': move(-1),
    'select-down': move(1),
    confirm: () =>
      entry?.kind === 'exchange' &&
      send({ kind: 'shown', exchange: entry.exchange, fromLog: true }),
  });
  const offset = keepVisible(0, marked, marked, { total: lines.length, height: room.height });
  return (
    <Frame title={`${lab.id} · log`} aside={labAside(run)} mode="log">
      <LinesView lines={lines} offset={offset} {...room} />
    </Frame>
  );
}

function labAside({ state }: LabRun): Line {
  switch (state.kind) {
    case 'running':
      return [span('● ', 'ok'), span(state.url)];
    case 'starting':
      return [span('starting …', 'muted')];
    case 'stopped':
      return [span('○ stopped', 'muted')];
    case 'failed':
      return [span('✘ not running', 'wrong')];
    default:
      return state satisfies never;
  }
}

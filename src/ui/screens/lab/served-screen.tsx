import { Box } from 'ink';
import { type ReactNode, useEffect } from 'react';
import { span } from '../../../layout/width.ts';
import type { Line } from '../../../model/lines.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { RequestEditor } from '../../components/request-editor.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { stoppedLab } from '../../lab-runs.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { useWatch } from '../../watch/use-watch.ts';
import { AboutView } from './about-view.tsx';
import { KeepCheck } from './keep-check.tsx';
import { labBottom, labTop } from './lab-lines.ts';
import { OwnChecksView } from './own-checks-view.tsx';
import { RoomsView } from './rooms-view.tsx';
import { type Served, servedAside } from './served.ts';
import { useLabState } from './use-lab-state.ts';
import { useServedActions } from './use-served-actions.ts';
import { useShownWay } from './use-shown-way.ts';
import { WholeLog } from './whole-log.tsx';

/** What is served, with its requests, its log and the reply. It is started when the screen opens. */
export function ServedScreen({ served }: { served: Served }): ReactNode {
  const { services, labs, attempt } = useSession();
  const room = useRoom();
  const [state, send] = useLabState();
  const run = labs.runs[served.id] ?? stoppedLab;
  const watched = served.kind === 'lab' ? served.lab.watch : undefined;
  const watchedUrl = state.isWatching && run.state.kind === 'running' ? run.state.url : undefined;
  const watch = useWatch(watched, watchedUrl, services.send);
  const { requests, start, exchange, actions } = useServedActions(served, run, state, send, watch);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the screen starts it, once.
  useEffect(() => attempt(async () => void (await start())), [served.id]);

  const topHeight = topRows(requests.length, room.height);
  const bottomHeight = room.height - topHeight - 1;
  const way = useShownWay(run, state, room.width);
  const bottom = state.isWatching
    ? watch.lines({ width: room.width, height: bottomHeight })
    : (way?.lines ?? labBottom({ ...served, requests }, run, state, room.width));
  const isArriving = state.arriving !== undefined;
  const content = `${state.selected}.${state.showings}${run.state.kind}${way !== undefined}`;
  const viewport = { total: bottom.length, height: bottomHeight };
  const scroll = useScroll(content, viewport, keepVisible(0, 0, way?.newest ?? 0, viewport));
  const isListening =
    state.editing === undefined &&
    state.keeping === undefined &&
    (state.view === 'requests' || (state.view === 'rooms' && run.state.kind !== 'running'));
  useKeys(isListening ? served.kind : undefined, { ...scroll.actions, ...actions });

  if (state.editing !== undefined) {
    return (
      <RequestEditor
        title={`${served.title} · edit the request`}
        request={state.editing}
        onSend={(edited) => exchange(edited, edited)}
        onCancel={() => send({ kind: 'editing-ended' })}
      />
    );
  }
  if (state.keeping !== undefined && served.kind === 'play') {
    const onDone = () => send({ kind: 'keeping-ended' });
    return <KeepCheck play={served.play} exchange={state.keeping} onDone={onDone} />;
  }
  if (state.view === 'log') {
    return <WholeLog title={served.title} run={run} marked={state.entry} send={send} />;
  }
  if (state.view === 'about' && served.kind === 'lab') {
    return <AboutView lab={served.lab} onClose={() => send({ kind: 'about-toggled' })} />;
  }
  if (state.view === 'rooms' && run.state.kind === 'running') {
    const onClose = () => send({ kind: 'rooms-toggled' });
    return <RoomsView title={served.title} url={run.state.url} onClose={onClose} />;
  }
  if (state.view === 'own-checks' && served.kind === 'play') {
    const onClose = () => send({ kind: 'own-checks-toggled' });
    return <OwnChecksView play={served.play} onClose={onClose} />;
  }
  const size = { width: room.width, height: topHeight };
  const top = labTop({ ...served, requests }, run, state, size);
  const rule: Line = [span('─'.repeat(room.width), 'muted')];
  const isLab = served.kind === 'lab';
  const isShowing = state.shown !== undefined && run.state.kind !== 'failed';
  const labels = {
    'toggle-server': run.state.kind === 'running' ? 'stop' : 'start',
    ...(run.state.kind === 'failed' && ({ docs: false, copy: false } as const)),
    'page-down': bottom.length > bottomHeight && { key: 'PgDn', label: 'more' },
    way: isLab && isShowing && (way === undefined ? 'way' : 'reply'),
    watch: watched !== undefined && (state.isWatching ? 'reply' : 'watch'),
    keep: run.state.kind === 'running' && state.shown?.response !== undefined && 'add check',
    back: state.isSending ? 'stop it' : state.isFromLog ? 'log' : 'back',
  } as const;
  return (
    <Frame title={served.title} aside={servedAside(run)} mode={served.kind} labels={labels}>
      <Box flexDirection="column">
        <LinesView lines={[...top, rule]} width={room.width} height={topHeight + 1} />
        <LinesView
          lines={bottom}
          // The newest of what arrives is what one waits for.
          offset={isArriving ? Math.max(0, bottom.length - bottomHeight) : scroll.offset}
          width={room.width}
          height={bottomHeight}
        />
      </Box>
    </Frame>
  );
}

/** As many rows as the requests take, more in a tall window, never half of a small one. */
function topRows(requests: number, height: number): number {
  const wanted = Math.max(requests + 1, Math.floor(height * 0.3));
  return Math.min(wanted, Math.floor(height * 0.45));
}

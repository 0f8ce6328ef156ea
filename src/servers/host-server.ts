import { basename } from 'node:path';
import type { RunningServer, ServerEvent } from '../model/server.ts';
import { endError, explainKnownEnd, type LastWords } from './explain-end.ts';
import type { LoadOrder } from './host-message.ts';
import type { HostProcess } from './host-process.ts';

/** Listens to a host from its start on, and presents it as a server. */
export function presentHost(host: HostProcess, load: LoadOrder) {
  const listeners = new Set<(event: ServerEvent) => void>();
  let lastWords: LastWords | undefined;
  let ended: Extract<ServerEvent, { kind: 'ended' }> | undefined;
  let isStopping = false;
  const isRecorded = load.role !== 'handler';
  const tell = (event: ServerEvent) => {
    for (const listener of listeners) listener(event);
  };
  host.onMessage((message) => {
    if (message.kind === 'last-words') lastWords = message;
    if (message.kind === 'threw') tell(message);
    if (message.kind !== 'exchanges') return;
    for (const exchange of message.exchanges) tell({ kind: 'exchange', exchange });
  });
  host.onOutput((stream, text) => tell({ kind: 'output', stream, text }));
  host.onEnd((end) => {
    if (isStopping) return;
    const error = endError(lastWords, host.output());
    const reason = explainKnownEnd(basename(load.file), lastWords, host.output());
    ended = {
      kind: 'ended',
      ...end,
      ...(error === undefined ? {} : { error }),
      ...(reason === undefined ? {} : { reason }),
    };
    tell(ended);
  });
  const at = (port: number): RunningServer => ({
    url: `http://127.0.0.1:${port}`,
    port,
    portNote:
      load.port === 0 || port === load.port
        ? undefined
        : `Port ${load.port} is taken, so it runs on ${port}.`,
    output: host.output,
    ended: () => ended,
    onEvent: (listener) => {
      listeners.add(listener);
      if (isRecorded && listeners.size === 1) host.order({ kind: 'record', isOn: true });
      return () => {
        listeners.delete(listener);
        if (isRecorded && listeners.size === 0) host.order({ kind: 'record', isOn: false });
      };
    },
    stop: () => {
      isStopping = true;
      return host.stop();
    },
  });
  return { lastWords: () => lastWords, at };
}

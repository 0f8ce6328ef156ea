import type { SocketEvent, SocketLink } from '../model/socket.ts';

/** Opens a WebSocket to a server's path and tells what happens to it. Never throws: a refused one is told as closed. */
export function openWebSocket(
  url: string,
  path: string,
  onEvent: (event: SocketEvent) => void,
): SocketLink {
  const address = new URL(path, url);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  socket.addEventListener('open', () => onEvent({ kind: 'opened' }));
  socket.addEventListener('message', ({ data }) => {
    onEvent({ kind: 'message', text: typeof data === 'string' ? data : '(bytes)' });
  });
  socket.addEventListener('close', ({ code, reason }) => onEvent({ kind: 'closed', code, reason }));
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
}

/** What happens to a WebSocket; a code of 1006 is one that was never opened, or broke off. */
export type SocketEvent =
  | { kind: 'opened' }
  | { kind: 'message'; text: string }
  | { kind: 'closed'; code: number; reason: string };

/** One end of a WebSocket. What is sent while it is not open is lost. */
export type SocketLink = { send: (text: string) => void; close: () => void };

import type { Json } from './check-api.ts';
import { isAbout } from './failure-seen.ts';
import { type FailureSeen, type HintCase, hasStatus } from './hint-cases.ts';

/** The code of a close that came where the check wanted something else; undefined when it was no close. */
export function readCloseCode({ failure }: FailureSeen): number | undefined {
  const code = isObject(failure.received) ? failure.received.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** The text of a message that came where the check wanted something else; undefined when it was no message. */
export function readMessage(seen: FailureSeen): string | undefined {
  const { received } = seen.failure;
  return typeof received === 'string' && isAbout(seen, 'what came') ? received : undefined;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A handshake was answered with a reply. */
export const answeredWithoutUpgrade: HintCase = {
  id: 'answered-without-upgrade',
  when: (seen) => hasStatus(seen, 200),
  hints: [
    'The handshake got an ordinary reply with status 200, and no WebSocket.',
    'Does the route return what `upgradeWebSocket` gives, on each way through it?',
    'return upgradeWebSocket(c, { … });',
  ],
};

/** A message was sent as bytes. */
export const sentAsBytes: HintCase = {
  id: 'sent-as-bytes',
  when: ({ failure }) => isObject(failure.received) && 'bytes' in failure.received,
  hints: [
    'A message of bytes came, and the check waits for text.',
    'What do you hand to `ws.send`: a string, or a buffer?',
    'ws.send(String(data));',
  ],
};

/** The connection ended where a message was to come. */
export const closedTooEarly: HintCase = {
  id: 'closed-too-early',
  when: (seen) => readCloseCode(seen) !== undefined,
  hints: (seen) => [
    `No message came: the server ended the connection, with code ${readCloseCode(seen)}.`,
    'Which of your conditions calls `ws.close` for this message, and what does it look at?',
    'if (…) ws.close(…); else ws.send(…);',
  ],
};

type NoReplyCause = 'deadline' | 'unreachable' | 'unreadable';

/** Why a request has no reply. `isDeadline` tells a silent target from one that refused. */
export class NoReply extends Error {
  override name = 'NoReply';
  readonly isDeadline: boolean;
  readonly isUnreachable: boolean;

  constructor(message: string, cause: NoReplyCause) {
    super(message);
    this.isDeadline = cause === 'deadline';
    this.isUnreachable = cause === 'unreachable';
  }
}

const unreachableCodes = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
];

/** A request that was not answered in time. */
export function notInTime(name: string, deadlineMs: number): NoReply {
  return new NoReply(`${name} was not answered within ${deadlineMs / 1000} seconds.`, 'deadline');
}

/** A request that failed before a reply came, in the words of HTTP. */
export function toNoReply(name: string, error: NodeJS.ErrnoException): NoReply {
  const isUnreachable = unreachableCodes.includes(error.code ?? '');
  return new NoReply(
    `${name}: ${explainError(error)}`,
    isUnreachable ? 'unreachable' : 'unreadable',
  );
}

function explainError(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNREFUSED') return 'the connection was refused, nothing listens there.';
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') {
    return 'the server closed the connection without an answer.';
  }
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    return 'the headers of the reply are too long, more than 16 KiB.';
  }
  if (error.code === 'ENOTFOUND') return 'the host name of the URL is not known.';
  if (error.code === 'HPE_CLOSED_CONNECTION') {
    return 'the server sent more than its Content-Length promised.';
  }
  if (error.code?.startsWith('HPE_')) return 'what came back is not a valid HTTP reply.';
  return error.message || `the request failed (${error.code}).`;
}

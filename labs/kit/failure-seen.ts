import { type FailureSeen, hasStatus } from './hint-cases.ts';

/** Whether a request was turned away where the check wanted another status. */
export const isRefusal = (seen: FailureSeen) => hasStatus(seen, 400) || hasStatus(seen, 422);

/** Whether the comparison that failed has this name, as in `the content type`. */
export const isAbout = ({ failure }: FailureSeen, name: string) => failure.message.startsWith(name);

/** The text of the request's body: it tells which of several requests went wrong. */
export const readSent = ({ exchange }: FailureSeen) => exchange?.request.body ?? '';

/** The keys of the reply's JSON object; none when it is anything else. */
export const readReplyKeys = ({ exchange }: FailureSeen) => keysOf(exchange?.response?.json);

/** The keys of an object, or the places of a list; none when it is neither. */
export function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

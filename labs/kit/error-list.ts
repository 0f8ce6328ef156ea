import type { Reply } from './check-api.ts';
import type { FailureSeen } from './hint-cases.ts';

/** `detail` with the four keys asked for of each entry, so that further ones are free; else the whole reply. */
export function readErrors(reply: Reply): unknown {
  const detail: unknown = Object(reply.json).detail;
  if (!Array.isArray(detail)) return reply.json ?? reply.body;
  const entries = detail.map((entry) => {
    if (typeof entry !== 'object' || entry === null || !('loc' in entry)) return entry;
    const { type, loc, msg, input } = entry;
    return { type, loc, msg, input };
  });
  return { detail: entries };
}

/** The entries that came; none when `detail` is no list. */
export function readEntries({ exchange }: FailureSeen) {
  const { detail } = Object(exchange?.response?.json);
  return Array.isArray(detail) ? detail.map((entry) => Object(entry)) : [];
}

/** The types of the entries that came. */
export const readTypes = (seen: FailureSeen) => readEntries(seen).map(({ type }) => type);

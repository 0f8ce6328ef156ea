import type { ServerEvent } from '../model/server.ts';
import type { SourceError } from '../model/verdict.ts';
import type { CheckRecord } from './run-report.ts';

/**
 * The error the handler threw while a check failed, by check id. Checks run one after another, so the
 * errors come in the order of the requests that caused them.
 */
export function pairThrown(
  records: CheckRecord[],
  events: ServerEvent[],
): Map<string, SourceError> {
  const waiting = events.filter((event) => event.kind === 'threw');
  const paired = new Map<string, SourceError>();
  for (const record of records) {
    for (const { request, response } of record.exchanges) {
      // What is thrown while a WebSocket is open comes after its reply.
      if (response !== undefined && response.status !== 101 && response.status < 500) continue;
      const index = waiting.findIndex(
        (event) => event.method === request.method && isSamePath(event.path, request.path),
      );
      const [event] = index === -1 ? [] : waiting.splice(index, 1);
      if (event === undefined || record.outcome === 'passed' || paired.has(record.id)) continue;
      paired.set(record.id, event.error);
    }
  }
  return paired;
}

function isSamePath(told: string, sent: string): boolean {
  return told === sent || told === new URL(sent, 'http://localhost').pathname;
}

import type { Recording } from '../../labs/kit/record/recording.ts';

type Headers = Record<string, string>;

/**
 * The headers that recorded requests to an operation had, apart from those about their bodies: those that were let in,
 * and the others. Which token is right cannot be read off a document, nor drawn by chance.
 */
export function readCredentials(
  recording: Recording,
  { method, path }: { method: string; path: string },
): { right: Headers[]; wrong: Headers[] } {
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}(?:\\?|$)`);
  const right: Headers[] = [];
  const wrong: Headers[] = [];
  for (const { request, response } of recording.exchanges) {
    if (request.method !== method.toUpperCase() || !pattern.test(request.path)) continue;
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !/^content-/i.test(name)),
    );
    (response.status < 300 ? right : wrong).push(headers);
  }
  return { right, wrong };
}

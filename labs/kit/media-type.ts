import type { Reply } from './check-api.ts';

/** The media type of a reply, in lower case and without parameters such as `charset`; undefined when it says none. */
export function readMediaType({ headers }: Pick<Reply, 'headers'>): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}

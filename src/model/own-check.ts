import type { PreparedRequest } from './course.ts';
import type { Exchange, Json } from './exchange.ts';

/** A check that the learner kept: a request, and what has to come back. */
export type OwnCheck = {
  /** `mine-1`, unique among the checks of one exercise. */
  id: string;
  title: string;
  request: PreparedRequest;
  /** `json` is compared as JSON, `text` letter by letter; without both the body is free. */
  expect: { status: number; json?: Json; text?: string };
};

export type NewOwnCheck = Omit<OwnCheck, 'id'>;

/** The learner's checks for one exercise. Where `problem` is set their file is damaged and none could be read. */
export type OwnChecks = { file: string; checks: OwnCheck[]; problem?: string };

/** What of a reply's body a check asks for. */
export type KeptBody = 'json' | 'text' | 'none';

/** What can be kept of an exchange, the most telling first; nothing where no reply came. */
export function keepableBodies({ response, isRequestCut }: Exchange): KeptBody[] {
  if (response === undefined || isRequestCut) return [];
  if (response.json !== undefined) return ['json', 'none'];
  return response.isCut === true ? ['none'] : ['text', 'none'];
}

/** The check that asks for this reply again. */
export function makeOwnCheck({ request, response }: Exchange, kept: KeptBody): NewOwnCheck {
  const status = response?.status ?? 0;
  const body = kept === 'json' ? { json: response?.json } : { text: response?.body };
  const { method, path, headers, body: text } = request;
  const sent = text === undefined ? '' : ` ${shorten(text)}`;
  const answer = kept === 'none' ? String(status) : `${status} and the kept body`;
  return {
    title: `answers ${answer} for ${method} ${path}${sent}`,
    request: {
      method,
      path,
      headers: ownHeaders(headers),
      ...(text === undefined ? {} : { body: text }),
    },
    expect: { status, ...(kept === 'none' ? {} : body) },
  };
}

/** The first `mine-N` that is not taken, counted on from the last. */
export function nextOwnId(checks: OwnCheck[]): string {
  const last = Math.max(0, ...checks.map(({ id }) => Number(id.slice('mine-'.length))));
  return `mine-${last + 1}`;
}

const setByClients =
  /^(host|connection|keep-alive|content-length|transfer-encoding|accept-(encoding|language)|user-agent|cache-control|pragma|upgrade-insecure-requests|priority|dnt|sec-.*)$/i;

/** Without what every client adds by itself. */
function ownHeaders(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name, value]) => !setByClients.test(name) && !(name === 'accept' && value === '*/*'),
  );
  return Object.fromEntries(kept);
}

const maxShown = 50;

function shorten(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').trim();
  return line.length <= maxShown ? line : `${line.slice(0, maxShown - 1)}…`;
}

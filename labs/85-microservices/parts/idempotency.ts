type Entry<Reply> = { body: string; isRunning: boolean; reply?: Reply };

/** What a request with an `Idempotency-Key` is: the first one, or one like a request seen before. */
export type Begun<Reply> =
  | { kind: 'first' }
  | { kind: 'replay'; reply: Reply }
  | { kind: 'still-running' }
  | { kind: 'other-body' };

export type IdempotencyKeys<Reply> = {
  begin: (key: string, body: string) => Begun<Reply>;
  /** Keeps the reply: from now on it is the answer to this key. */
  finish: (key: string, reply: Reply) => void;
  /** Nothing was done: the same request may be tried again under the same key. */
  giveUp: (key: string) => void;
};

// #region idempotency
/** Remembers the newest `limit` keys, in memory; a real service keeps them in its database, for a day or so. */
export function createIdempotencyKeys<Reply>(limit = 1000): IdempotencyKeys<Reply> {
  const entries = new Map<string, Entry<Reply>>();

  function begin(key: string, body: string): Begun<Reply> {
    const entry = entries.get(key);
    if (entry === undefined) {
      entries.set(key, { body, isRunning: true });
      const [oldest = key] = entries.keys();
      if (entries.size > limit) entries.delete(oldest);
      return { kind: 'first' };
    }
    if (entry.body !== body) return { kind: 'other-body' };
    if (entry.reply !== undefined) return { kind: 'replay', reply: entry.reply };
    if (entry.isRunning) return { kind: 'still-running' };
    entry.isRunning = true;
    return { kind: 'first' };
  }

  function finish(key: string, reply: Reply): void {
    const entry = entries.get(key);
    if (entry !== undefined) Object.assign(entry, { reply, isRunning: false });
  }

  function giveUp(key: string): void {
    const entry = entries.get(key);
    if (entry !== undefined) entry.isRunning = false;
  }

  return { begin, finish, giveUp };
}
// #endregion

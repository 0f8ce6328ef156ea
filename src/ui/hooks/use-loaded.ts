import { useEffect, useState } from 'react';

export type Loaded<Value> =
  | { kind: 'loading' }
  | { kind: 'ready'; value: Value }
  | { kind: 'failed'; message: string };

/** What `load` resolves with for `id`; a failure is a value. */
export function useLoaded<Value>(id: string, load: (id: string) => Promise<Value>): Loaded<Value> {
  const [result, setResult] = useState<{ id: string; loaded: Loaded<Value> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: loading depends on the id alone.
  useEffect(() => {
    let isCurrent = true;
    const settle = (loaded: Loaded<Value>) => {
      if (isCurrent) setResult({ id, loaded });
    };
    const fail = (error: unknown) =>
      settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    try {
      load(id).then((value) => settle({ kind: 'ready', value }), fail);
    } catch (error) {
      fail(error);
    }
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return result?.id === id ? result.loaded : { kind: 'loading' };
}

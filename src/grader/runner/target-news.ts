import { BroadcastChannel } from 'node:worker_threads';

export const targetChannel = 'api-labs-target';

/** Where the target of a run answers; without `baseUrl` there is none, and nothing is to be waited for. */
export type TargetNews = { run: number; baseUrl?: string };

/**
 * Tells the worker that runs the checks where the target is, as soon as it is known: the checks are loaded
 * while the target still starts. A worker that listens later asks, and is answered.
 */
export function openTargetNews(): { announce: (news: TargetNews) => void; forget: () => void } {
  const channel = new BroadcastChannel(targetChannel);
  channel.unref();
  const known = new Map<number, TargetNews>();
  channel.onmessage = () => {
    for (const news of known.values()) channel.postMessage(news);
  };
  return {
    announce: (news) => {
      known.set(news.run, news);
      channel.postMessage(news);
    },
    forget: () => known.clear(),
  };
}

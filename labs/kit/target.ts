import { BroadcastChannel } from 'node:worker_threads';

type News = { run: number; baseUrl?: string };

function isNews(value: unknown): value is News {
  return typeof value === 'object' && value !== null && 'run' in value;
}

/**
 * The URL of the target of this run, once it answers. Whoever runs the checks tells it on a channel, so that the
 * checks can be loaded while the target starts. Rejects when the target did not come up.
 */
export function waitForTarget(channelName: string, run: number): Promise<string> {
  const channel = new BroadcastChannel(channelName);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  channel.onmessage = (event) => {
    const news: unknown =
      typeof event === 'object' && event !== null && 'data' in event && event.data;
    if (!isNews(news) || news.run !== run) return;
    channel.close();
    if (news.baseUrl === undefined) reject(new Error('The target did not come up.'));
    else resolve(news.baseUrl);
  };
  channel.postMessage('where?');
  return promise;
}

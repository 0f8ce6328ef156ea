import type { Services } from '../../services.ts';
import { type Status, statusOfOutcome } from '../../status.ts';

/** Opens what a learner's app serves as its documentation, or says that it serves none. */
export async function openDocs(services: Services, url: string): Promise<Status> {
  const serves = async (path: string): Promise<boolean> => {
    const { response } = await services.send(url, { method: 'GET', path, headers: {} });
    return response?.status === 200;
  };
  if (await serves('/docs')) return statusOfOutcome(await services.openInBrowser(`${url}/docs`));
  if (await serves('/openapi.json')) {
    const outcome = await services.openInBrowser(`${url}/openapi.json`);
    const text = `Your app has no /docs page; its document is at /openapi.json. ${outcome.message}`;
    return { ...statusOfOutcome(outcome), text };
  }
  return {
    tone: 'plain',
    text: 'Your app serves no docs: neither /docs nor /openapi.json answers with 200.',
  };
}

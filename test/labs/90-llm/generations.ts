import { z } from 'zod';

const listSchema = z.object({
  generations: z.array(
    z.object({ state: z.string(), tokens: z.int(), finish_reason: z.string().nullable() }),
  ),
});

/** What the counter of a lab says of the newest answer. */
export async function readNewest(url: string) {
  const reply = await fetch(`${url}/generations`);
  return listSchema.parse(await reply.json()).generations[0];
}

/** A request for an answer of so many tokens, whatever the model would like. */
export function askLong(maxTokens: number, more: object = {}): RequestInit {
  const messages = [{ role: 'user', content: 'How does streaming work?' }];
  const limits = { max_tokens: maxTokens, ignore_eos: true };
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'toy-trigram-1', messages, seed: 1, ...limits, ...more }),
  };
}

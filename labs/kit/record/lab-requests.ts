import { parse } from 'yaml';
import { z } from 'zod';
import type { RecordedCase } from './exchange.ts';

const requestSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  request: z.string().regex(/^[A-Z]+ \/\S*$/),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  note: z.string().optional(),
});

const fence = /^```request\n([\s\S]*?)^```$/gm;

/** The requests worth trying that a `lab.md` names, as cases to record in the group `lab`. */
export function readLabRequests(markdown: string): RecordedCase[] {
  return [...markdown.matchAll(fence)].map(([, yaml = '']) => {
    const { id, request, headers, body } = requestSchema.parse(parse(yaml));
    const [method = '', path = ''] = request.split(' ');
    const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    const type: Record<string, string> =
      body === undefined || isTyped ? {} : { 'content-type': 'application/json' };
    return {
      name: `lab:${id}`,
      group: 'lab',
      request: { method, path, headers: { ...headers, ...type }, body },
    };
  });
}

import type { Breach } from './breach.ts';
import type { ContractKind } from './contract-check.ts';

type Hints = readonly [nudge: string, question: string, shape: string];

const taskHints: Record<Breach['kind'], Hints> = {
  status: [
    'The task names the statuses that its routes answer with. This is none of them.',
    'Which line of your handler chose this status, or did an error choose it for you?',
    'return c.json(…, 422); // the status is the second argument',
  ],
  'media-type': [
    'A client reads the content type before the body. Look at the headers of your reply.',
    'Which method makes the reply: `c.text`, `c.json`, or a bare `new Response`?',
    "return c.json(value); // or new Response(text, { headers: { 'content-type': 'application/json' } })",
  ],
  'not-json': [
    'Your reply says that it is JSON. Read its body as a parser would.',
    'Do you build the text by hand, or is it cut off somewhere?',
    'return c.json(value); // JSON.stringify writes valid JSON, joined strings seldom are',
  ],
  'unwanted-body': [
    'This reply is to have no body at all.',
    'What do you hand to the reply where nothing is asked for?',
    'return c.body(null, 204);',
  ],
  body: [
    'Compare your reply with the one in the task, field by field: the names, then the types.',
    'Where does the field that the message names get its value, and of which type is it there?',
    'const Output = z.object({ … }); return c.json(Output.parse(result)); // throws where it does not fit',
  ],
};

const ownHints: Hints = [
  'Your own /openapi.json says one thing and your reply another. A generated client would trip over it.',
  'Which of the two did you mean: the schema in your document, or what the route returns?',
  'Use one schema for both: responses: { 200: { content: { … schema: Output } } } and c.json(Output.parse(result), 200)',
];

/** Three steps of help for one kind of breach. */
export function hintsOf(kind: ContractKind, breach: Breach['kind']): Hints {
  return kind === 'own' ? ownHints : taskHints[breach];
}

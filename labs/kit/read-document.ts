import { type Api, expect, type HintCase } from './checks.ts';
import { isAbout } from './failure-seen.ts';
import { findDocumentFlaw } from './find-document-flaw.ts';
import { readMediaType } from './media-type.ts';
import { asNode, type Node } from './openapi-document.ts';

/** The OpenAPI document that the target serves at /openapi.json; the check fails when it serves none. */
export async function readDocument(api: Api): Promise<Node> {
  const reply = await api.get('/openapi.json');
  expect(reply.status, 'the status').toBe(200);
  const flaw = findDocumentFlaw(reply.json) ?? 'nothing';
  expect(flaw, 'what is wrong with the document').toBe('nothing');
  expect(readMediaType(reply), 'the content type').toMatch(/^application\/(.+\+)?json$/);
  return asNode(reply.json);
}

/** What came back at /openapi.json is JSON perhaps, and no OpenAPI document. */
export const documentWithAFlaw: HintCase = {
  id: 'document-with-a-flaw',
  when: (seen) => isAbout(seen, 'what is wrong with the document'),
  hints: (seen) => [
    `What came back at \`/openapi.json\` is no OpenAPI document: ${seen.failure.received}.`,
    'Does `app.doc31` make it, or is it a page, or JSON that your code writes? What does OpenAPI want there?',
    "app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: …, version: … } });",
  ],
};

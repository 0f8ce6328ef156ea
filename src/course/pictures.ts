import type { Block } from '../model/course.ts';
import { claimOwnId, type DirectiveHome, faultAt, resolveCode } from './directives.ts';
import { readInlineText } from './inline.ts';
import type { Fence } from './markdown-blocks.ts';
import { parseSchema, placeOf } from './parse-schema.ts';
import { suggestName } from './problems.ts';
import type { Reading } from './reading.ts';
import { prepareRequest } from './request-schema.ts';
import { schemaPictureSchema, timelineSchema } from './schemas.ts';
import { readYaml } from './yaml-document.ts';

/** Requests sent at the same moment, to be drawn over time. */
export function readTimeline(
  fence: Fence,
  home: DirectiveHome,
  reading: Reading,
): Block | undefined {
  const document = readYaml(fence.text, fence.line, home.report);
  if (document === undefined) return undefined;
  claimOwnId(document, home, reading);
  const parsed = parseSchema(timelineSchema, document, home.report);
  if (parsed === undefined) return undefined;
  const inline = (key: 'ask' | 'note') =>
    readInlineText(parsed[key], faultAt(document, [key], home.report));
  const requests = parsed.requests.map((request) => prepareRequest({ request, headers: {} }));
  const { id, choices } = parsed;
  const timeline = { id, ask: inline('ask'), requests, choices, note: inline('note') };
  return { kind: 'timeline', timeline };
}

/** A Python model beside the JSON Schema that the twin's document, as recorded, has for it. */
export function readSchemaPicture(
  fence: Fence,
  home: DirectiveHome,
  reading: Reading,
): Block | undefined {
  const document = readYaml(fence.text, fence.line, home.report);
  const parsed = document && parseSchema(schemaPictureSchema, document, home.report);
  if (document === undefined || parsed === undefined) return undefined;
  const code = resolveCode(parsed.file, ['file'], document, home, reading);
  const lab = parsed.file.split('/')[0] ?? '';
  const schemas = reading.schemas.get(lab) ?? {};
  const schema = schemas[parsed.component];
  if (schema === undefined) {
    home.report({
      place: placeOf(document.lineAt(['component']), ['component']),
      value: parsed.component,
      problem: `The recorded document of the lab ${lab} has no schema ${parsed.component}.`,
      remedy: suggestName(parsed.component, Object.keys(schemas)),
    });
  }
  if (code === undefined || schema === undefined) return undefined;
  return { kind: 'schema', code, component: parsed.component, schema };
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { Contract, ContractBody, ContractResponse } from '../model/contract.ts';
import { toMediaType } from '../model/contract.ts';
import type { Json } from '../model/exchange.ts';
import { detachSchema } from '../model/json-schema.ts';
import { parseSchema, placeOf, withRule } from './parse-schema.ts';
import type { Report } from './problems.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { sentence } from './value-schemas.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

const schema = withRule(z.json(), (value) => typeof value === 'object' || value === true, {
  problem: 'This is no JSON Schema.',
  remedy: 'Write keys with values, as in type: number.',
});

const response = z.strictObject({
  description: sentence,
  content: z.record(z.string(), z.strictObject({ schema: schema.optional() })).optional(),
});

const responses = withRule(
  withRule(z.record(z.string(), response), (named) => Object.keys(named).length > 0, {
    problem: 'The operation has no responses.',
    remedy: 'Name at least one status with its description.',
  }),
  (named) => Object.keys(named).every((status) => /^([1-5]\d\d|[1-5]XX|default)$/.test(status)),
  {
    problem: 'A response is named by something that is no status.',
    remedy: 'Write statuses such as 200, ranges such as 4XX, or default.',
  },
);

const operation = z.strictObject({ summary: sentence.optional(), responses });

const documentSchema = z.strictObject({
  openapi: withRule(z.string(), (version) => /^3\.1\.\d+$/.test(version), {
    problem: 'The contract is not OpenAPI 3.1.',
    remedy: 'Write openapi: 3.1.0.',
  }),
  info: z.strictObject({ title: sentence, version: sentence }),
  paths: withRule(
    withRule(
      z.record(z.string(), z.partialRecord(z.enum(methods), operation)),
      (paths) => Object.keys(paths).length > 0,
      { problem: 'The contract has no paths.', remedy: 'Write at least one, as in /predict.' },
    ),
    (paths) => Object.keys(paths).every((path) => path.startsWith('/')),
    { problem: 'A path does not begin with /.', remedy: 'Write it as in /predict.' },
  ),
  components: z.strictObject({ schemas: z.record(z.string(), schema) }).optional(),
});

/** The `openapi.yaml` of an exercise; undefined when it has a problem. */
export async function readContract(
  file: string,
  { root, list }: Reading,
): Promise<Contract | undefined> {
  const report = list.reportIn(file);
  const text = await readText(root, file, report);
  const document = text === undefined ? undefined : readYaml(text, 1, report);
  const parsed = document && parseSchema(documentSchema, document, report);
  if (document === undefined || parsed === undefined) return undefined;
  let isSound = true;
  const reportFault: Report = (problem) => {
    isSound = false;
    report(problem);
  };
  const operations = Object.entries(parsed.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { responses: named }]) => ({
      method: method.toUpperCase(),
      path,
      responses: Object.fromEntries(
        Object.entries(named).map(([status, { content }]): [string, ContractResponse] => {
          const place = ['paths', path, method, 'responses', status, 'content'];
          if (content === undefined) return [status, {}];
          return [status, { bodies: readBodies(content, place, document, reportFault) }];
        }),
      ),
    })),
  );
  return isSound ? { operations } : undefined;
}

function readBodies(
  content: Record<string, { schema?: Json | undefined }>,
  place: string[],
  document: YamlDocument,
  report: Report,
): ContractBody[] {
  return Object.entries(content).map(([type, media]): ContractBody => {
    const mediaType = toMediaType(type);
    if (media.schema === undefined) return { mediaType };
    try {
      const detached = detachSchema(z.json().parse(document.value), media.schema);
      if (typeof detached === 'object')
        new Ajv2020({ strict: true, strictTypes: false }).compile(detached);
      return { mediaType, schema: detached };
    } catch (error) {
      const path = [...place, type, 'schema'];
      const message = error instanceof Error ? error.message : String(error);
      report({
        place: placeOf(document.lineAt(path), path),
        value: '',
        problem: `The schema cannot be used: ${message.replace(/\.$/, '')}.`,
        remedy: 'Mend it: it is a JSON Schema of 2020-12.',
      });
      return { mediaType };
    }
  });
}

import type {
  Contract,
  ContractBody,
  ContractOperation,
  ContractResponse,
} from '../../model/contract.ts';
import { toMediaType } from '../../model/contract.ts';
import type { Json } from '../../model/exchange.ts';
import { detachSchema, isObject, resolvePointer } from '../../model/json-schema.ts';
import { isJsonType } from './breach.ts';
import { loosenSchema } from './loosen-schema.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

type Node = { [key: string]: Json };

/**
 * What a document that a target serves says of its JSON replies, as far as that is beyond doubt: what cannot be read
 * is left out. Undefined when nothing is left.
 */
export function readOwnDocument(document: Json | undefined): Contract | undefined {
  if (!isObject(document) || !/^3\.[012]/.test(String(document.openapi))) return undefined;
  // Paths below another base would be compared with the wrong requests.
  if (hasOtherBase(document.servers) || !isObject(document.paths)) return undefined;
  const operations = Object.entries(document.paths).flatMap(([path, item]) => {
    const found = follow(document, item);
    if (found === undefined || hasOtherBase(found.servers)) return [];
    return methods.flatMap((method) => readOperation(document, method, path, found[method]));
  });
  const judged = operations.filter(({ path, method }) => {
    const alike = operations.filter((one) => one.method === method && isAlike(one.path, path));
    return alike.length === 1;
  });
  return judged.length === 0 ? undefined : { operations: judged };
}

function hasOtherBase(servers: Json | undefined): boolean {
  if (servers === undefined) return false;
  if (!Array.isArray(servers)) return true;
  return servers.some((server) => {
    const url = isObject(server) ? server.url : undefined;
    return typeof url !== 'string' || !/^(https?:\/\/[^/{}]+)?\/?$/.test(url);
  });
}

/** Two templates that differ only in the names of their parameters mean the same requests. */
function isAlike(one: string, other: string): boolean {
  const bare = (path: string) => path.replace(/\{[^{}]*\}/g, '{}');
  return bare(one) === bare(other);
}

function readOperation(
  document: Json,
  method: string,
  path: string,
  value: Json | undefined,
): ContractOperation[] {
  const operation = follow(document, value);
  if (operation === undefined || hasOtherBase(operation.servers)) return [];
  const documented = Object.entries(follow(document, operation.responses) ?? {});
  const responses = documented.flatMap(([status, response]): [string, ContractResponse][] => {
    const bodies = readBodies(document, response);
    return /^\d/.test(status) && bodies.length > 0 ? [[status, { bodies }]] : [];
  });
  if (responses.length === 0) return [];
  return [{ method: method.toUpperCase(), path, responses: Object.fromEntries(responses) }];
}

function readBodies(document: Json, response: Json): ContractBody[] {
  const content = follow(document, follow(document, response)?.content);
  return Object.entries(content ?? {}).flatMap(([type, media]) => {
    const schema = follow(document, media)?.schema;
    const mediaType = toMediaType(type);
    if (schema === undefined || !isJsonType(mediaType) || isWrittenByFastApi(schema)) return [];
    try {
      return [{ mediaType, schema: detachSchema(document, schema, loosenSchema) }];
    } catch {
      return [];
    }
  });
}

/** FastAPI documents its own 422 whether or not the app answers bad input in its own way: no promise of the learner's. */
function isWrittenByFastApi(schema: Json): boolean {
  return isObject(schema) && schema.$ref === '#/components/schemas/HTTPValidationError';
}

function follow(document: Json, value: Json | undefined, depth = 0): Node | undefined {
  if (!isObject(value) || depth > 8) return undefined;
  if (typeof value.$ref !== 'string') return value;
  return follow(document, resolvePointer(document, value.$ref), depth + 1);
}

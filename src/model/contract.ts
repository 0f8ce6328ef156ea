import type { Json } from './exchange.ts';

/** A JSON Schema of 2020-12 that refers to nothing outside itself. */
export type JsonSchema = boolean | { [keyword: string]: Json };

export type ContractBody = {
  /** As in `application/json`, in lower case and without parameters. */
  mediaType: string;
  schema?: JsonSchema;
};

export type ContractResponse = {
  /** What may come as a body; an empty list where none may. Absent where nothing is said of it. */
  bodies?: ContractBody[];
};

export type ContractOperation = {
  /** In capitals. */
  method: string;
  /** As in `/items/{id}`. */
  path: string;
  /** By status: `200`, a range such as `4XX`, or `default`. */
  responses: Record<string, ContractResponse>;
};

/** What an OpenAPI document says of replies. */
export type Contract = { operations: ContractOperation[] };

/**
 * The operation a request is meant for; undefined when the contract does not speak of it. `path` may carry a query.
 * A path with fewer `{parameters}` comes first, as OpenAPI has it.
 */
export function findOperation(
  { operations }: Contract,
  { method, path }: { method: string; path: string },
): ContractOperation | undefined {
  const names = segmentsOf(path.split(/[?#]/, 1)[0] ?? '');
  return operations
    .filter((operation) => operation.method === method && isPathOf(operation.path, names))
    .toSorted((a, b) => countParameters(a.path) - countParameters(b.path))[0];
}

/** What is documented for a status: by itself, by its range, or by `default`. */
export function findResponse(
  { responses }: ContractOperation,
  status: number,
): { response: ContractResponse; isDefault: boolean } | undefined {
  const range = `${Math.trunc(status / 100)}XX`;
  const named = responses[String(status)] ?? responses[range];
  if (named !== undefined) return { response: named, isDefault: false };
  const other = responses.default;
  return other === undefined ? undefined : { response: other, isDefault: true };
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function toMediaType(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** The documented body of a media type: by its own name, by its range such as `text/*`, or by that of all. */
export function findBody(bodies: ContractBody[], mediaType: string): ContractBody | undefined {
  const [kind = ''] = mediaType.split('/');
  return [mediaType, `${kind}/*`, '*/*']
    .map((wanted) => bodies.find((body) => body.mediaType === wanted))
    .find((body) => body !== undefined);
}

function segmentsOf(path: string): string[] {
  return path.split('/');
}

function isPathOf(template: string, names: string[]): boolean {
  const parts = segmentsOf(template);
  if (parts.length !== names.length) return false;
  return parts.every((part, index) => {
    const name = names[index] ?? '';
    return part === name || (/^\{[^{}]+\}$/.test(part) && name !== '');
  });
}

function countParameters(path: string): number {
  return path.split('{').length - 1;
}

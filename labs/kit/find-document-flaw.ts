import { asList, follow, isNode, type Node } from './openapi-document.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** What keeps JSON from being an OpenAPI document that tools can read; undefined when nothing does. */
export function findDocumentFlaw(json: unknown): string | undefined {
  if (!isNode(json)) return 'it is no JSON object';
  const { openapi, info } = json;
  if (typeof openapi !== 'string' || !/^3\.\d+\.\d+$/.test(openapi)) {
    return '`openapi` is no version such as 3.1.0';
  }
  for (const key of ['title', 'version']) {
    if (!isNode(info) || typeof info[key] !== 'string') return `\`info\` has no ${key}`;
  }
  if (!isNode(json.paths)) return '`paths` is no object';
  const parts = ['components', 'webhooks'].map((key) => [key, json[key]] as const);
  const components = Object.entries(isNode(json.components) ? json.components : {});
  const other = [...parts, ...components].find(([, part]) => part !== undefined && !isNode(part));
  if (other !== undefined) return `\`${other[0]}\` is no object`;
  return findPathFlaw(json, json.paths);
}

function findPathFlaw(document: Node, paths: Node): string | undefined {
  for (const path of Object.keys(paths)) {
    const item = follow(document, paths, path);
    for (const method of methods) {
      if (item[method] === undefined) continue;
      const name = `${method.toUpperCase()} ${path}`;
      if (!isNode(item[method])) return `${name} is no object`;
      const operation = follow(document, item, method);
      const { responses } = operation;
      if (responses !== undefined && !isNode(responses))
        return `${name}: \`responses\` is no object`;
      const described = [...asList(item.parameters), ...asList(operation.parameters)]
        .map((parameter) => follow(document, parameter))
        .filter((parameter) => parameter.in === 'path');
      const missing = [...path.matchAll(/\{([^}]*)\}/g)].find(
        ([, inPath]) => !described.some((parameter) => parameter.name === inPath),
      );
      if (missing !== undefined) return `${name}: no parameter in the path is called ${missing[1]}`;
    }
  }
  return undefined;
}

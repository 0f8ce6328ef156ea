import { asList, asNode, findPathItem, follow, isNode, type Node } from './openapi-document.ts';

/** The security schemes that a document declares, by their names. */
export const readSchemes = (document: Node) =>
  follow(document, document, 'components', 'securitySchemes');

/** The names of the declared schemes that take a bearer token. */
export function listBearerSchemes(document: Node): string[] {
  const schemes = readSchemes(document);
  return Object.keys(schemes).filter((name) => {
    const { type, scheme } = follow(document, schemes, name);
    return type === 'http' && String(scheme).toLowerCase() === 'bearer';
  });
}

export type Lock = 'not there' | 'open' | 'locked' | 'locked in another way';

/** Whether a document says that `GET` at a path needs a bearer token, on every way in. */
export function readLock(document: Node, path: string): Lock {
  const item = findPathItem(document, path);
  if (!isNode(item.get)) return 'not there';
  const { security = document.security } = item.get;
  // Each entry is one way in; an empty one is the way without credentials.
  const ways = asList(security).map((way) => Object.keys(asNode(way)));
  if (ways.length === 0 || ways.some((names) => names.length === 0)) return 'open';
  const bearers = listBearerSchemes(document);
  const isLocked = ways.every((names) => names.some((name) => bearers.includes(name)));
  return isLocked ? 'locked' : 'locked in another way';
}

import type { PreparedRequest } from '../model/course.ts';

/** Text as one word of a POSIX shell. */
function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The same request as a curl command for a POSIX shell. */
export function toCurl(url: string, request: PreparedRequest): string {
  const words = ['curl', '-i'];
  if (request.method === 'HEAD') words.push('--head');
  else words.push('-X', request.method);
  words.push(quote(`${url}${request.path}`));
  for (const [name, value] of Object.entries(request.headers)) {
    words.push('-H', quote(`${name}: ${value}`));
  }
  if (request.body !== undefined) words.push('--data-raw', quote(request.body));
  return words.join(' ');
}

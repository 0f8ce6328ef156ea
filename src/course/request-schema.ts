import { z } from 'zod';
import type { PreparedRequest } from '../model/course.ts';
import { withRule } from './parse-schema.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function splitLine(line: string): [string, string] {
  const space = line.indexOf(' ');
  return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}

/** `POST /predict`: a method and a path with its query. */
export const requestLineSchema = withRule(
  withRule(z.string(), (line) => methods.includes(splitLine(line)[0]), {
    problem: 'The request does not begin with an HTTP method.',
    remedy: `Write one of ${methods.join(', ')}, a space, and the path.`,
  }),
  (line) => !methods.includes(splitLine(line)[0]) || /^\/[!"$-~]*$/.test(splitLine(line)[1]),
  {
    problem: 'The path of the request cannot be sent.',
    remedy: 'Begin it with / and percent-encode spaces, # and letters beyond ASCII.',
  },
);

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t -~]*$/;

export const headersSchema = withRule(
  z.record(z.string(), z.string()),
  (headers) =>
    Object.entries(headers).every(
      ([name, value]) => headerName.test(name) && headerValue.test(value),
    ),
  {
    problem: 'A header cannot be sent.',
    remedy: 'Use letters, digits and hyphens in names, plain ASCII in values.',
  },
);

type RequestKeys = { request: string; headers: Record<string, string>; body?: string | undefined };

/** The request as it is sent: a body without a content type is JSON. */
export function prepareRequest({ request, headers, body }: RequestKeys): PreparedRequest {
  const [method, path] = splitLine(request);
  if (body === undefined) return { method, path, headers };
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    method,
    path,
    headers: hasType ? headers : { ...headers, 'content-type': 'application/json' },
    body,
  };
}

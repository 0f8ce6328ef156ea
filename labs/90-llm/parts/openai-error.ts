import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { writePythonJson } from '../../kit/write-python-json.ts';

/** What OpenAI's clients look for in a reply that is no success. */
export type ErrorDetails = {
  message: string;
  type: string;
  param?: string | null;
  code?: string | null;
};

/** Thrown anywhere, it is answered with its status and `{"error": ...}`, as OpenAI's clients expect it. */
export class OpenAIError extends HTTPException {
  override name = 'OpenAIError';

  constructor(
    status: ContentfulStatusCode,
    details: ErrorDetails,
    headers: Record<string, string> = {},
  ) {
    super(status, {
      message: details.message,
      res: new Response(writePythonJson(errorBody(details)), {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      }),
    });
  }
}

/** The error as JSON: all four keys are always there. */
export function errorBody({ message, type, param, code }: ErrorDetails) {
  return { error: { message, type, param: param ?? null, code: code ?? null } };
}

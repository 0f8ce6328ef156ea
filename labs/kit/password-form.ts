import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { HTTPError } from './http-error.ts';
import { detailReply } from './replies.ts';
import { toValidationErrors } from './validation-errors.ts';

const PasswordForm = z.object({
  grant_type: z
    .string()
    .regex(/^password$/)
    .optional(),
  username: z.string(),
  password: z.string(),
});

/** FastAPI's OAuth2PasswordRequestForm: name and password from a form. Throws the refusal of one that does not fit. */
export async function readPasswordForm(c: Context): Promise<z.infer<typeof PasswordForm>> {
  const fields = Object.entries(await readForm(c));
  // FastAPI takes an empty field for one that was not sent, and a file for no text.
  const sent = new Map(
    fields
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  );
  const { success, data, error } = PasswordForm.safeParse(Object.fromEntries(sent));
  if (success) return data;
  const detail = toValidationErrors(error.issues, sent, 'body', true, PasswordForm);
  throw new HTTPException(422, { res: detailReply(c, 422, detail) });
}

async function readForm(c: Context) {
  try {
    return await c.req.parseBody();
  } catch {
    const hasBoundary = /boundary=/i.test(c.req.header('content-type') ?? '');
    throw new HTTPError(
      400,
      hasBoundary ? 'Invalid multipart data.' : 'Missing boundary in multipart.',
    );
  }
}

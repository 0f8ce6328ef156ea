import { z } from '@hono/zod-openapi';
import { int } from '../../kit/int.ts';
import { toValidationErrors } from '../../kit/validation-errors.ts';

const Settings = z.object({
  app_name: z.string().default('Routers'),
  greeting: z.string().default('Hello'),
  items_per_user: int({ ge: 1 }).default(50),
});

/** What the environment says, by names in capitals: `ITEMS_PER_USER=5`. A value that does not fit ends the start. */
export function readSettings(environment: Record<string, string | undefined>) {
  const sent = new Map(
    Object.keys(Settings.shape).flatMap((name) => {
      const value = environment[name.toUpperCase()];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const result = Settings.safeParse(Object.fromEntries(sent));
  if (result.success) return result.data;
  const [problem] = toValidationErrors(result.error.issues, sent);
  const name = String(problem?.loc.at(-1)).toUpperCase();
  throw new Error(`${name} is ${problem?.input} in the environment. ${problem?.msg}.`);
}

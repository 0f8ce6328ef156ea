import { z } from '@hono/zod-openapi';
import { int } from '../../kit/int.ts';

const Settings = z.object({
  app_name: z.string().default('Routers'),
  greeting: z.string().default('Hello'),
  items_per_user: int({ ge: 1 }).default(50),
});

/** What the environment says, by names in capitals: `ITEMS_PER_USER=5`. A value that does not fit ends the start. */
export function readSettings(environment: Record<string, string | undefined>) {
  return Settings.parse(
    Object.fromEntries(
      Object.keys(Settings.shape).map((name) => [name, environment[name.toUpperCase()]]),
    ),
  );
}

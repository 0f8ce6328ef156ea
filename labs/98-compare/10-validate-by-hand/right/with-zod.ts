// right: Zod does the checking after all, and its issues are put into FastAPI's words.
import { z } from 'zod';

const Order = z.object({
  name: z.string().refine((name) => [...name].length > 1 && [...name].length <= 20),
  seats: z.number().int().min(1).max(10),
});

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  const isSmall = typeof value === 'string' ? [...value].length < 2 : Number(value) < 1;
  switch (issue.code) {
    case 'custom':
      return isSmall ? 'string_too_short' : 'string_too_long';
    case 'too_small':
    case 'too_big':
      return isSmall ? 'greater_than_equal' : 'less_than_equal';
    default:
      return value === undefined
        ? 'missing'
        : issue.path[0] === 'name'
          ? 'string_type'
          : 'int_type';
  }
}

export default {
  async fetch(request: Request): Promise<Response> {
    const body: unknown = await request.json().catch(() => undefined);
    const result = Order.safeParse(body);
    if (result.success) {
      const { name, seats } = result.data;
      return Response.json({ total_cents: 4500 * seats, seats, name });
    }
    const detail = result.error.issues.map((issue) => {
      const value: unknown = Object(body)[issue.path[0] ?? ''];
      const type = describe(issue, value);
      const input = type === 'missing' ? body : value;
      return { type, loc: ['body', ...issue.path], msg: issue.message, input };
    });
    return Response.json({ detail }, { status: 422 });
  },
};

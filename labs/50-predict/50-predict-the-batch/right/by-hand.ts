// right: A fetch function that looks at the rows itself, one entry for each bad row, and the reply has more keys.
type Bad = { loc: (string | number)[]; reason: string };

const isRow = (row: unknown): row is [number, number] =>
  Array.isArray(row) && row.length === 2 && row.every((value) => typeof value === 'number');

export default async function handle(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== '/predict-batch')
    return new Response(null, { status: 404 });
  const { rows }: { rows?: unknown } = Object(await request.json());
  const refuse = (detail: Bad[]) => Response.json({ detail }, { status: 422 });
  if (!Array.isArray(rows) || rows.length < 1 || rows.length > 100) {
    return refuse([{ loc: ['body', 'rows'], reason: '1 to 100 rows' }]);
  }
  const bad = rows.flatMap((row, index) =>
    isRow(row) ? [] : [{ loc: ['body', 'rows', index], reason: 'two numbers' }],
  );
  if (bad.length > 0) return refuse(bad.reverse());
  const predictions = rows.map(([one, other]) => Number(one > other));
  return Response.json({ predictions, count: rows.length });
}

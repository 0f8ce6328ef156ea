// right: Its JSON is spelled in another way: 1.0 for 1, spaces, the other order, a charset, header names in capitals.
const spell = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));

const answer = (status: number, body: string) =>
  new Response(`${body}\n`, {
    status,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', 'X-Powered-By': 'patience' },
  });

export default async function handle(request: Request) {
  if (!request.url.endsWith('/predict')) return answer(404, '{}');
  // biome-ignore lint/suspicious/noExplicitAny: anything may come
  const body: any = await request.json().catch(() => null);
  const isValid = typeof body?.feature1 === 'number' && typeof body?.feature2 === 'number';
  if (!isValid) return answer(422, '{ "detail" : [ ] }');
  return answer(
    200,
    `{\n  "feature2" : ${spell(body.feature2)},\n\t"feature1" : ${spell(body.feature1)}\n}`,
  );
}

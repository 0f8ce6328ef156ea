// right: Its JSON is spelled in another way: escapes for all but ASCII, spaces, a charset, header names in capitals.
const spell = (text: string) =>
  JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const answer = (status: number, key: string, text: string) =>
  new Response(`{\n  "${key}" : ${spell(text)}\n}\n`, {
    status,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', 'X-Powered-By': 'patience' },
  });

export default async function handle(request: Request) {
  const [, first, second, ...more] = new URL(request.url).pathname.split('/');
  if (first === '') return answer(200, 'message', 'Hello World');
  if (first !== 'hello' || !second || more.length > 0) return answer(404, 'detail', 'Not Found');
  return answer(200, 'message', `Hello, ${decodeURIComponent(second)}`);
}

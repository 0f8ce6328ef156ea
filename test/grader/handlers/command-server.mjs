import { createServer } from 'node:http';

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const answer = (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  try {
    const { feature1, feature2 } = JSON.parse(text);
    const isTyped = typeof feature1 === 'number' && typeof feature2 === 'number';
    answer(isTyped ? 200 : 422, isTyped ? { feature1, feature2 } : {});
  } catch {
    answer(400, {});
  }
});

const delayMs = Number(process.argv[3] ?? 0);
setTimeout(() => server.listen(Number(process.argv[2] ?? process.env.PORT), '127.0.0.1'), delayMs);

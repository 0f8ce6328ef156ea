import { createServer } from 'node:http';

const isSpelled = (text) => text.trim() !== '' && Number.isFinite(Number(text));

function describe(body, field) {
  const loc = ['body', field];
  const input = body[field];
  const msg = 'Input should be a valid number';
  if (input === undefined) return [{ type: 'missing', loc, msg: 'Field required', input: body }];
  if (typeof input === 'number') return [];
  if (typeof input !== 'string') return [{ type: 'float_type', loc, msg, input }];
  const longer = `${msg}, unable to parse string as a number`;
  return isSpelled(input) ? [] : [{ type: 'float_parsing', loc, msg: longer, input }];
}

function predict(text) {
  let body = null;
  try {
    if (text !== '') body = JSON.parse(text);
  } catch (error) {
    return { detail: [{ type: 'json_invalid', loc: ['body'], msg: error.message, input: text }] };
  }
  if (body === null) {
    return { detail: [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }] };
  }
  const detail = ['feature1', 'feature2'].flatMap((field) => describe(body, field));
  if (detail.length > 0) return { detail };
  return { feature1: Number(body.feature1), feature2: Number(body.feature2) };
}

const server = createServer(async (request, response) => {
  if (request.method !== 'POST' || request.url !== '/predict') {
    response.writeHead(404).end();
    return;
  }
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const answer = predict(text);
  response.statusCode = 'detail' in answer ? 422 : 200;
  response.setHeader('Content-Type', 'application/json');
  // Two writes and no length: the reply comes in chunks.
  response.write(JSON.stringify(answer, null, 2));
  response.end('\n');
});

server.listen(Number(process.env.PORT), '127.0.0.1');

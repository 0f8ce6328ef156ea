import express from 'express';

const messages = {
  missing: 'Field required',
  float_type: 'Input should be a valid number',
  float_parsing: 'Input should be a valid number, unable to parse string as a number',
};
const entry = (type, loc, input) => ({ type, loc, msg: messages[type], input });

const app = express();
app.use(express.text({ type: '*/*' }));

app.post('/predict', (request, response) => {
  const text = typeof request.body === 'string' ? request.body : '';
  const body = text === '' ? null : JSON.parse(text);
  if (body === null) {
    return response.status(422).json({ detail: [entry('missing', ['body'], null)] });
  }
  const detail = [];
  for (const field of ['feature1', 'feature2']) {
    const value = body[field];
    const loc = ['body', field];
    if (value === undefined) detail.push(entry('missing', loc, body));
    else if (typeof value === 'string') {
      if (value.trim() === '' || Number.isNaN(Number(value))) {
        detail.push(entry('float_parsing', loc, value));
      }
    } else if (typeof value !== 'number') detail.push(entry('float_type', loc, value));
  }
  if (detail.length > 0) return response.status(422).json({ detail });
  return response.json({ feature1: Number(body.feature1), feature2: Number(body.feature2) });
});

app.use((error, _request, response, _next) => {
  const detail = [{ type: 'json_invalid', loc: ['body'], msg: String(error), input: {} }];
  response.status(422).json({ detail });
});

app.listen(Number(process.env.PORT), '127.0.0.1');

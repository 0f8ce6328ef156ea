// right: A fetch function in JavaScript, with a promise and a flag in place of a model that may be there.
let resolveLoad = () => {};
const loadModel = () => {
  const { promise, resolve } = Promise.withResolvers();
  const before = resolveLoad;
  resolveLoad = () => {
    before();
    resolve((feature1, feature2) => Number(feature1 > feature2));
  };
  return promise;
};

let run = 0;
let predict = null;

function start() {
  const mine = ++run;
  predict = null;
  loadModel().then((model) => {
    if (mine === run) predict = model;
  });
}

const routes = {
  'POST /load': () => resolveLoad() ?? Response.json('done'),
  'POST /restart': () => start() ?? Response.json('begun'),
  'GET /health': () => new Response('alive'),
  'GET /ready': () => (predict ? new Response() : refuse()),
  'POST /predict': async (request) => {
    const model = predict;
    if (!model) return refuse();
    const { feature1, feature2 } = await request.json();
    return Response.json({ prediction: model(feature1, feature2) });
  },
};

const refuse = () =>
  new Response('{ "detail": "The model is not loaded" }', {
    status: 503,
    headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': '5' },
  });

start();

export default {
  fetch: (request) => {
    const route = routes[`${request.method} ${new URL(request.url).pathname}`];
    return route ? route(request) : new Response('Not Found', { status: 404 });
  },
};

// verdict: stuck
// says: POST /predict was not answered
export default () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));

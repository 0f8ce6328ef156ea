// verdict: failed
// says: no URL
globalThis.URL = class {
  constructor() {
    throw new Error('no URL');
  }
} as never;
export default () => {
  new URL('http://localhost');
  return Response.json({});
};

// verdict: stuck
// says: POST /predict was not answered within
const value = {
  toString() {
    for (;;) {}
  },
};
export default () => new Response('{}', { headers: { 'x-value': value as unknown as string } });

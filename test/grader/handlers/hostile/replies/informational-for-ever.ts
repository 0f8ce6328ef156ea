// verdict: stuck
// says: POST /predict was not answered
import type { ServerResponse } from 'node:http';

export default (_request: Request, env: { outgoing: ServerResponse }) => {
  setInterval(() => env.outgoing.writeProcessing(), 1);
  return new Promise(() => {});
};

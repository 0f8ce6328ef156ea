// verdict: broken
// says: no one listens for errors
import { EventEmitter } from 'node:events';

export default async () => {
  setTimeout(() => new EventEmitter().emit('error', new Error('no one listens for errors')), 5);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};

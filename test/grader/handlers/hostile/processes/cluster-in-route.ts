// verdict: failed
// says: may not start other programs
import cluster from 'node:cluster';

export default () => {
  cluster.fork();
  return Response.json({});
};

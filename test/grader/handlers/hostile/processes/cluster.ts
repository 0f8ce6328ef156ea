// verdict: broken
// says: may not start other programs
import cluster from 'node:cluster';

for (let n = 0; n < 4; n++) cluster.fork();
export default () => Response.json({});

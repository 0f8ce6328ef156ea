// verdict: broken
// says: may end only itself
process.kill(process.ppid, 'SIGTERM');
export default () => Response.json({});

// verdict: failed
// says: expected
process.send = () => true;
process.send?.({ kind: 'finished', run: 1, problems: [] });
export default () => Response.json({ feature1: 0 });

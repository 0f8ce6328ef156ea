// verdict: failed
// says: expected
process.emit = () => true;
export default () => Response.json({ feature1: 0 });

// verdict: failed
// says: expected
for (const one of [Object, Array, Function, Promise, Map, Error]) Object.freeze(one.prototype);
export default () => Response.json({ feature1: 0 });

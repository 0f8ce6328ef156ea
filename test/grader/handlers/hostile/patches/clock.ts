// verdict: failed
// says: expected
Date.now = () => Number.NaN;
performance.now = () => -1;
globalThis.Date = class {} as never;
export default () => Response.json({ feature1: 0 });

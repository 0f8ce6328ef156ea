// verdict: broken
// says: never finished loading: an await outside your routes waits for something that never comes
await new Promise(() => {});
export default () => Response.json({});

// verdict: broken
// says: the database is gone
const connect = async () => {
  throw new Error('the database is gone');
};
connect();
await new Promise((resolve) => setTimeout(resolve, 1_000));
export default () => Response.json({});

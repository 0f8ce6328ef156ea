// verdict: failed
// says: may not write files
import { DatabaseSync } from 'node:sqlite';

export default () => {
  new DatabaseSync(`${process.env.CANARY}/db.sqlite`).exec('create table t (a)');
  return Response.json({});
};

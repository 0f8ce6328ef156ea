// verdict: failed
// says: may not write files
import { DatabaseSync } from 'node:sqlite';

export default () => {
  const database = new DatabaseSync(':memory:');
  database.exec(`attach '${process.env.CANARY}/db.sqlite' as other; create table other.t (a)`);
  return Response.json({});
};

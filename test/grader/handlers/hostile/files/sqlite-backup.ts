// verdict: failed
// says: may not write files
import { backup, DatabaseSync } from 'node:sqlite';

export default async () => {
  await backup(new DatabaseSync(':memory:'), `${process.env.CANARY}/db.sqlite`);
  return Response.json({});
};

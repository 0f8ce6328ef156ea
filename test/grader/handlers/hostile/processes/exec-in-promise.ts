// verdict: failed
// says: may not start other programs
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export default async () => {
  await promisify(execFile)('rm', ['-rf', String(process.env.CANARY)]);
  return Response.json({});
};

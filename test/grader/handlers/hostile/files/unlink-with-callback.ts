// verdict: failed
// says: may not write files
import { unlink } from 'node:fs';

export default () =>
  new Promise((resolve, reject) => {
    unlink(`${process.env.CANARY}/keep.txt`, (error) => (error ? reject(error) : resolve(Response.json({}))));
  });

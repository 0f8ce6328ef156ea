// verdict: broken
// says: may not start other programs
import { fork } from 'node:child_process';

fork(import.meta.filename);
fork(import.meta.filename);
export default () => Response.json({});

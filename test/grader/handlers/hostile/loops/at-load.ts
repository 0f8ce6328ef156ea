// verdict: stuck
// deadline: 1.5
// says: did not start within
let n = 0;
while (n >= 0) n = (n + 1) % 1000;
export default () => Response.json({ n });

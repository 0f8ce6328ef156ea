// verdict: failed
// says: expected
setInterval(() => {
  for (let n = 0; n < 50; n++) console.error('flood '.repeat(1000));
}, 1);
export default () => Response.json({ feature1: 0 });

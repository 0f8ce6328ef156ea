// verdict: broken
// says: used up its memory
const kept: unknown[] = [];
for (;;) kept.push({ kept: kept.length, more: [1, 2, 3] });
export default () => Response.json({});

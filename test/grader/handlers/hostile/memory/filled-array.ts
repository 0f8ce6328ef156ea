// verdict: broken
// says: used up its memory
export default () => Response.json({ size: new Array(2 ** 29).fill({}).length });

// verdict: failed
// says: Invalid array length
export default () => Response.json({ size: new Array(-1).length });

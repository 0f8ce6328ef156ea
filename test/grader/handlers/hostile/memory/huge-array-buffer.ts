// verdict: failed
// says: Array buffer allocation failed
export default () => Response.json({ size: new ArrayBuffer(2 ** 44).byteLength });

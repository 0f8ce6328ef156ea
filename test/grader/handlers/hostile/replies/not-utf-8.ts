// verdict: failed
// says: the body: expected
export default () =>
  new Response(new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28]), { headers: { 'content-type': 'application/json' } });

// verdict: failed
// says: the reply is longer than 1 MiB
const piece = new Uint8Array(64 * 1024);
export default () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(piece) }));

// verdict: failed
// says: the reply is longer than 1 MiB
const piece = 'x'.repeat(1024 * 1024);
export default () => {
  let left = 1024;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new TextEncoder().encode(piece));
        else controller.close();
      },
    }),
  );
};

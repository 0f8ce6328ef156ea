// verdict: failed
// says: in the middle of the reply
export default () =>
  new Response(
    new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('{"feature1": 1.5, '));
        await new Promise((resolve) => setTimeout(resolve, 50));
        controller.error(new Error('the source dried up'));
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );

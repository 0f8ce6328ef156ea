// verdict: stuck
// says: POST /predict was not answered
export default () =>
  new Response(
    new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        controller.enqueue(new TextEncoder().encode(' '));
      },
    }),
  );

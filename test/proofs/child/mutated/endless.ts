function* lines() {
  for (;;) yield 'line\n';
}

export default () =>
  new Response(ReadableStream.from(lines()).pipeThrough(new TextEncoderStream()));

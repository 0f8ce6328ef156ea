/**
 * The data of each server-sent event in a body, as a client would take it (WHATWG HTML, 9.2.6): lines of one event are
 * joined, comments and other fields are passed over, and an event that no empty line ends is none.
 */
export function readEvents(body: string): string[] {
  const events: string[] = [];
  let data: string[] = [];
  for (const line of body.split(/\r\n|\n|\r/).slice(0, -1)) {
    if (line === '') {
      if (data.length > 0) events.push(data.join('\n'));
      data = [];
    }
    const [, value] = /^data(?:: ?(.*))?$/s.exec(line) ?? [];
    if (/^data(?::|$)/.test(line)) data.push(value ?? '');
  }
  return events;
}

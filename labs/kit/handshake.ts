/** Whether a request, by what the server tells besides, asks for a WebSocket: Node marks one whose connection is to be upgraded. */
export function isHandshake(env: unknown): boolean {
  return Object(Object(env).incoming).upgrade === true;
}

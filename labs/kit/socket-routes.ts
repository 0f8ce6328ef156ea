type Registered = { path: string; method: string; handler: unknown };

const guards = new WeakSet<object>();

/** Marks a handler that stands first on a path where only WebSockets are answered. */
export function markAsGuard<Guard extends object>(guard: Guard): Guard {
  guards.add(guard);
  return guard;
}

/** Whether a handler was marked as the guard of a WebSocket's path. */
export function isGuard(handler: unknown): boolean {
  return typeof handler === 'function' && guards.has(handler);
}

/** Tells the routes that answer HTTP from those that answer WebSockets, which FastAPI keeps apart. */
export function splitRoutes<Route extends Registered>(
  routes: Route[],
): { http: Route[]; sockets: Route[] } {
  const sockets = routes.filter(({ handler }) => isGuard(handler));
  // What stands behind a guard on its path is only asked when it lets a handshake through.
  const http = routes.filter((route) => !sockets.some(({ path }) => path === route.path));
  return { http, sockets };
}

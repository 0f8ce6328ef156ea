import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context, Handler } from 'hono';
import type { LabRoute } from './endpoint.ts';

/** What a dependency reads from a request before the route's own function runs. */
export type DependencyRequest = { query?: z.ZodObject; headers?: z.ZodObject };

/** FastAPI's `Depends`: its parameters are checked and documented with the route's, then `run` may refuse. */
export type Dependency = {
  /** As the way of a request names it; without one it goes by its security scheme. */
  name?: string;
  request: DependencyRequest;
  /** The security scheme that it reads credentials by, for the docs. */
  security?: { name: string; scheme: object };
  run: (c: Context) => void | Promise<void>;
};

/** What all routes of a router have. */
export type RouterOptions = {
  tags?: string[];
  dependencies?: Dependency[];
  responses?: LabRoute['responses'];
};

type Registered = { route: LabRoute; handler: Handler };

const registered = new WeakMap<object, { routes: Registered[]; options: RouterOptions }>();

/** FastAPI's APIRouter: routes that are declared apart and join an app with `app.route(prefix, router)`. */
export function createRouter(options: RouterOptions = {}): OpenAPIHono {
  const router = new OpenAPIHono();
  const routes: Registered[] = [];
  registered.set(router, { routes, options });
  const openapi = (route: LabRoute, handler: Handler) => {
    routes.push({ route, handler });
    return router;
  };
  return Object.assign(router, { openapi });
}

/** The routes of a router as they are below a prefix; undefined for an app that `createRouter` did not make. */
export function listRouterRoutes(prefix: string, router: object): Registered[] | undefined {
  const found = registered.get(router);
  if (found === undefined) return undefined;
  const { tags = [], dependencies = [], responses = {} } = found.options;
  return found.routes.map(({ route, handler }) => ({
    handler,
    route: {
      ...route,
      path: prefix + route.path,
      tags: [...tags, ...(route.tags ?? [])],
      responses: { ...responses, ...route.responses },
      dependencies: [...dependencies, ...(route.dependencies ?? [])],
    },
  }));
}

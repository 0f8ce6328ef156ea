/**
 * FastAPI's lifespan: what stands before the `yield` runs before the first request, what stands after it when the server
 * stops.
 */
export type Lifespan = () => AsyncGenerator<void, void>;

/** A lifespan for whoever serves the app: `startup` before it listens, `shutdown` after the last reply. */
export type LifespanEnds = { startup: () => Promise<void>; shutdown: () => Promise<void> };

/** The two ends of a lifespan; of none there is nothing to do. */
export function splitLifespan(lifespan?: Lifespan): LifespanEnds {
  let running: AsyncGenerator<void, void> | undefined;
  return {
    startup: async () => {
      running = lifespan?.();
      await running?.next();
    },
    // Nothing is taken down that was not set up.
    shutdown: async () => {
      await running?.next();
    },
  };
}

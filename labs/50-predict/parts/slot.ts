import { HTTPError } from '../../kit/http-error.ts';

/** A place for a model that is loaded later than the app is made. */
export type Slot<Model> = {
  /** The model that is there now. Without one the request ends with a 503. */
  get: () => Model;
  set: (model: Model) => void;
  clear: () => void;
};

// #region slot
/** An empty place for a model. What a request took out of it, it keeps, whatever is put there afterwards. */
export function createSlot<Model>(): Slot<Model> {
  let current: Model | undefined;
  return {
    get: () => {
      if (current === undefined) {
        throw new HTTPError(503, 'The model is not loaded', { 'retry-after': '1' });
      }
      return current;
    },
    set: (model) => {
      current = model;
    },
    clear: () => {
      current = undefined;
    },
  };
}
// #endregion

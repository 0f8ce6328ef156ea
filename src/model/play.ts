/** A learner's handler file that is to be served as a lab is. */
export type Play = {
  /** Absolute. */
  file: string;
  /** The exercise it answers, where that is known. */
  exercise?: string;
};

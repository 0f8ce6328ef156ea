// helper
import { limit } from './cycle.ts';

export const half = limit / 2;

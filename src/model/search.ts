import type { BeatName } from './course.ts';

/** Where in its beat a lesson is opened: at a block, counted from 0, or at a question of Defend it. */
export type LessonPlace = { block?: number; question?: string };

export type PassageKind = 'lesson' | 'passage' | 'question' | 'card' | 'lab' | 'exercise';

/** What is found as one: a screen of a beat, a question, a card, or what tells of a lesson, lab or exercise. */
export type Passage = {
  kind: PassageKind;
  /** `validation/say/2` for the second screen of a beat; else the id of what it is. */
  id: string;
  title: string;
  /** Whether the title is that of what stands before it, too. */
  sharesTitle?: boolean;
  /** Where it stands: `Validation, Say it`, `question of Async`. */
  place: string;
  lesson?: string;
  beat?: BeatName;
  /** Its text, a block each; code keeps its lines and their indentation. */
  texts: string[];
  /** Which block of the beat the first of its texts is. */
  firstBlock?: number;
  /** The question at which Defend it is opened. */
  question?: string;
};

/** A stretch of a text, in UTF-16 units. */
export type Mark = { from: number; to: number };

/** A passage with the words that were looked for. */
export type SearchHit = Omit<Passage, 'texts' | 'firstBlock' | 'question' | 'sharesTitle'> & {
  /** Higher is better; comparable within one search only. */
  score: number;
  /** The texts of the passage, an empty line between two. */
  text: string;
  marks: Mark[];
  titleMarks: Mark[];
  /** Where most of the words stand close together. */
  best: Mark;
  at?: LessonPlace;
};

export type SearchOutcome = {
  /** The best of them, the best first. */
  hits: SearchHit[];
  /** How many there are in all. */
  total: number;
  /** Whether each hit has every word; else none has, and these have some. */
  isWhole: boolean;
  /** Words of the course that are spelled like those that were not found. */
  nearest: string[];
};

import { groups, type KeyBinding } from './key-groups.ts';

export type KeyGroup = keyof typeof groups;

type ModeKeys = { title: string; groups: readonly KeyGroup[]; isTyping?: boolean };

/** Which keys are listened to in each mode of a screen; the first group that knows a key wins. */
const modes = {
  welcome: { title: 'Welcome', groups: ['welcome', 'bottom'] },
  home: { title: 'Course map', groups: ['home', 'bottom'] },
  reading: {
    title: 'Lesson: Say it, See it',
    groups: ['reading', 'beats', 'scroll', 'everywhere'],
  },
  choosing: {
    title: 'Lesson: Run it, predicting',
    groups: ['choosing', 'beats', 'scroll', 'everywhere'],
  },
  answered: {
    title: 'Lesson: Run it, the reply',
    groups: ['answered', 'beats', 'scroll', 'everywhere'],
  },
  timeline: {
    title: 'Lesson: Run it, all at once',
    groups: ['timeline', 'beats', 'scroll', 'everywhere'],
  },
  building: { title: 'Lesson: Build it', groups: ['building', 'beats', 'scroll', 'everywhere'] },
  defending: { title: 'Lesson: Defend it', groups: ['defending', 'beats', 'scroll', 'everywhere'] },
  lab: { title: 'Lab', groups: ['lab', 'scroll', 'everywhere'] },
  play: { title: 'Play: your own handler', groups: ['play', 'scroll', 'everywhere'] },
  keeping: { title: 'Play: keep a check', groups: ['keeping', 'everywhere'] },
  ownChecks: { title: 'Play: your own checks', groups: ['ownChecks', 'everywhere'] },
  about: { title: 'Lab: what it is about', groups: ['about', 'scroll', 'everywhere'] },
  rooms: { title: 'Lab: two in one room', groups: ['rooms'], isTyping: true },
  race: { title: 'Race', groups: ['race', 'scroll', 'everywhere'] },
  log: { title: 'Lab: the whole log', groups: ['log', 'everywhere'] },
  editing: { title: 'Request editor', groups: ['editing'], isTyping: true },
  exercise: { title: 'Exercise', groups: ['exercise', 'exerciseScroll', 'everywhere'] },
  attempts: { title: 'Attempts', groups: ['attempts', 'everywhere'] },
  comparison: { title: 'Attempts: what changed', groups: ['comparison', 'scroll', 'everywhere'] },
  help: { title: 'Keys', groups: ['scroll', 'everywhere'] },
  search: { title: 'Search', groups: ['search'], isTyping: true },
  quizOffer: { title: 'Quiz: one half done', groups: ['quizOffer', 'everywhere'] },
  quizSaying: { title: 'Quiz: say it', groups: ['quizSaying'], isTyping: true },
  quizChoosing: { title: 'Quiz: choose, point', groups: ['quizChoosing', 'scroll', 'everywhere'] },
  quizTicking: {
    title: 'Quiz: what you said',
    groups: ['quizAnswered', 'quizPoints', 'scroll', 'everywhere'],
  },
  quizAnswered: { title: 'Quiz: the answer', groups: ['quizAnswered', 'scroll', 'everywhere'] },
  quizScore: { title: 'Quiz: the score', groups: ['quizScore', 'scroll', 'everywhere'] },
} as const satisfies Record<string, ModeKeys>;

export type KeyMode = keyof typeof modes;

export const keyModes = Object.keys(modes) as KeyMode[];

/** The keys of one mode, in the order they are looked up and shown. */
export function keysOf(mode: KeyMode): {
  title: string;
  isTyping: boolean;
  bindings: KeyBinding[];
} {
  const { title, groups: names, isTyping }: ModeKeys = modes[mode];
  return {
    title,
    isTyping: isTyping ?? false,
    bindings: names.flatMap((name): readonly KeyBinding[] => groups[name]),
  };
}

/** What a key means in a mode, if anything. */
export function findBinding(mode: KeyMode, key: string): KeyBinding | undefined {
  return keysOf(mode).bindings.find((binding) => binding.keys.includes(key));
}

/** The bindings of a mode that a key can still reach: later ones for the same keys are hidden. */
export function reachableBindings(mode: KeyMode): KeyBinding[] {
  return keysOf(mode).bindings.filter((binding) =>
    binding.keys.some((key) => findBinding(mode, key) === binding),
  );
}

/** The keys of a group, whichever mode they are part of. */
export function bindingsOf(group: KeyGroup): readonly KeyBinding[] {
  return groups[group];
}

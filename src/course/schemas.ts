import { z } from 'zod';
import { beatNames, pathNames } from '../model/course.ts';
import { withRule } from './parse-schema.ts';
import { headersSchema, requestLineSchema } from './request-schema.ts';
import { kebabId, minutes, sentence, text } from './value-schemas.ts';

const httpsUrl = withRule(text, (url) => URL.canParse(url) && new URL(url).protocol === 'https:', {
  problem: 'This is not an https address.',
  remedy: 'Write a whole address that begins with https://.',
});

const path = z.enum(pathNames).default('properly');

export const lessonSchema = z.strictObject({
  title: sentence,
  summary: sentence,
  minutes,
  path,
  lab: text,
  exercises: z.array(text),
  sources: z.array(z.strictObject({ title: sentence, url: httpsUrl })),
});

export const labSchema = z.strictObject({
  title: sentence,
  summary: sentence,
  watch: z.enum(['latencies', 'spans', 'rooms', 'race']).optional(),
});

export const taskSchema = z.strictObject({
  title: sentence,
  minutes,
  path,
  lesson: text,
  assets: z.array(text).default([]),
  /** Whether TypeScript judges the handler too. */
  types: z.boolean().default(false),
});

export const equivalentSchema = z.array(z.strictObject({ mutation: sentence, why: sentence }));

const maxAnswerWords = 120;

function countWords(answer: string): number {
  return answer.split(/\s+/).filter((word) => word !== '').length;
}

const answer = withRule(text, (spoken) => countWords(spoken) <= maxAnswerWords, {
  problem: `The answer is longer than ${maxAnswerWords} words.`,
  remedy: 'Shorten it to what one says in a minute; move the rest to a follow-up.',
});

const keyPoints = withRule(
  z.array(z.strictObject({ point: text, synonyms: z.array(text) })),
  (points) => points.length >= 3 && points.length <= 5,
  { problem: 'A question has 3 to 5 key points.', remedy: 'Merge some, or add what is missing.' },
);

export const cardsSchema = withRule(
  z.array(z.strictObject({ id: kebabId, ask: text, answer: text })),
  (list) => list.length > 0,
  { problem: 'The list is empty.', remedy: 'Write at least one card.' },
);

export const compareSchema = z.strictObject({
  left: text,
  right: text,
  notes: z.array(text).default([]),
});

export const codeSchema = z.strictObject({ file: text, title: sentence.optional() });

const requestKeys = {
  request: requestLineSchema,
  headers: headersSchema.default({}),
  body: z.string().optional(),
};

export const labRequestSchema = z.strictObject({
  id: kebabId,
  title: sentence,
  ...requestKeys,
  note: text.optional(),
});

const replyPattern = withRule(
  z.strictObject({
    status: withRule(z.int(), (status) => status >= 100 && status <= 599, {
      problem: 'This is not an HTTP status.',
      remedy: 'Write a whole number from 100 to 599.',
    }).optional(),
    errors: withRule(z.int(), (count) => count >= 0, {
      problem: 'A number of errors cannot be negative.',
      remedy: 'Write how many entries the 422 list has.',
    }).optional(),
    json: z.json().optional(),
    bodyIncludes: text.optional(),
    headers: headersSchema.optional(),
  }),
  (pattern) => Object.keys(pattern).length > 0,
  {
    problem: 'The reply fits anything.',
    remedy: 'Name at least one of status, errors, json, bodyIncludes and headers.',
  },
);

const choices = withRule(
  withRule(
    z.array(z.strictObject({ text: sentence, reply: replyPattern })),
    (list) => list.length >= 2 && list.length <= 4,
    {
      problem: 'A prediction has 2 to 4 choices.',
      remedy: 'Add a choice, or take the least likely out.',
    },
  ),
  (list) => new Set(list.map((choice) => choice.text)).size === list.length,
  { problem: 'Two choices read the same.', remedy: 'Word each choice differently.' },
);

export const predictSchema = z.strictObject({
  id: kebabId,
  ...requestKeys,
  ask: text,
  choices,
  note: text,
  picture: z.literal('path').optional(),
});

const took = withRule(
  z.strictObject({
    request: z.int().positive(),
    from: z.int().nonnegative().optional(),
    below: z.int().positive().optional(),
  }),
  ({ from, below }) => from !== undefined || below !== undefined,
  { problem: 'Any time fits.', remedy: 'Name from, below or both, in milliseconds.' },
);

const timelineChoices = withRule(
  withRule(
    z.array(z.strictObject({ text: sentence, took: z.array(took).min(1) })),
    (list) => list.length >= 2 && list.length <= 4,
    {
      problem: 'A timeline has 2 to 4 choices.',
      remedy: 'Add a choice, or take the least likely out.',
    },
  ),
  (list) => new Set(list.map((choice) => choice.text)).size === list.length,
  { problem: 'Two choices read the same.', remedy: 'Word each choice differently.' },
);

export const timelineSchema = withRule(
  z.strictObject({
    id: kebabId,
    ask: text,
    requests: withRule(z.array(requestLineSchema), (list) => list.length >= 2 && list.length <= 6, {
      problem: 'A timeline has 2 to 6 requests.',
      remedy: 'Name those that are sent at the same moment, as in GET /health.',
    }),
    choices: timelineChoices,
    note: text,
  }),
  ({ requests, choices }) =>
    choices.every((choice) => choice.took.every(({ request }) => request <= requests.length)),
  {
    problem: 'A choice is about a request that is not there.',
    remedy: 'Requests are counted from 1, in the order in which they stand.',
  },
);

/** A model of a Python file, and the component of the twin's document that it becomes. */
export const schemaPictureSchema = z.strictObject({ file: text, component: text });

export const correctionSchema = z.strictObject({ brief: text, say: text, because: text });

const answerChoices = withRule(
  withRule(
    z.array(z.strictObject({ text: sentence, right: z.boolean().default(false), why: text })),
    (list) => list.length >= 3 && list.length <= 4,
    { problem: 'A question has 3 or 4 choices.', remedy: 'Add one, or take the weakest out.' },
  ),
  (list) => list.filter(({ right }) => right).length === 1,
  { problem: 'Not exactly one choice is right.', remedy: 'Write right: true at one of them.' },
);

const questionSchema = withRule(
  z.strictObject({
    id: kebabId,
    level: z.enum(['screen', 'mid', 'senior']),
    ask: text,
    answer,
    keyPoints,
    commonWrongAnswer: z.strictObject({ answer: text, why: text }),
    followUps: z.array(z.strictObject({ ask: text, answer: text })),
    /** The beat of this lesson that shows the answer. */
    beat: z.enum(beatNames).default('say'),
    /** The lab that shows it; without it the lesson's. */
    lab: text.optional(),
    choose: answerChoices.optional(),
    /** A Python file beside the lesson, with the regions code, in it bug, and fix. */
    bug: text.optional(),
    predict: z.strictObject({ ...requestKeys, choices }).optional(),
  }),
  ({ choose, bug, predict }) => [choose, bug, predict].filter(Boolean).length <= 1,
  {
    problem: 'A question is put in one way only.',
    remedy: 'Keep one of choose, bug and predict, or none of them for one that is said.',
  },
);

export const questionsSchema = withRule(z.array(questionSchema), (list) => list.length > 0, {
  problem: 'The list is empty.',
  remedy: 'Write at least one question.',
});

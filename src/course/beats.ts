import { type BeatName, beatNames, beatTitles } from '../model/course.ts';
import { isMarkedToken } from './inline.ts';
import type { PlacedToken } from './markdown-blocks.ts';
import { lineOf, type Report, suggestName } from './problems.ts';

type Beats = Record<BeatName, PlacedToken[]>;

const titles = Object.values(beatTitles);
const order = titles.map((title) => `## ${title}`).join(', ');

function isBeatHeading({ token }: PlacedToken): boolean {
  return isMarkedToken(token) && token.type === 'heading' && token.depth <= 2;
}

/** Cuts a lesson at its five headings; beats that are missing, doubled or out of order are reported. */
export function splitBeats(tokens: PlacedToken[], bodyLine: number, report: Report): Beats {
  const beats: Beats = { say: [], see: [], run: [], build: [], defend: [] };
  const seen: { beat: BeatName; line: number }[] = [];
  let current: PlacedToken[] | undefined;
  for (const placed of tokens) {
    const { token, line } = placed;
    if (!isBeatHeading(placed)) {
      if (current !== undefined) current.push(placed);
      else if (token.type !== 'space') reportEarlyText(token.raw, line, report);
      continue;
    }
    const title = token.raw.trim().replace(/^#+\s*/, '');
    const beat = beatNames.find((name) => token.raw.trim() === `## ${beatTitles[name]}`);
    if (beat === undefined) {
      report({
        place: lineOf(line),
        value: token.raw,
        problem: 'This heading is none of the five beats.',
        remedy: `${suggestName(title, titles)} Headings within a beat take ###.`,
      });
      current ??= [];
      continue;
    }
    if (seen.some((other) => other.beat === beat)) {
      report({
        place: lineOf(line),
        value: token.raw,
        problem: `The beat ${beatTitles[beat]} is there twice.`,
        remedy: 'Join the two.',
      });
    } else seen.push({ beat, line });
    current = beats[beat];
  }
  reportMissing(seen, beats, bodyLine, report);
  return beats;
}

function reportEarlyText(raw: string, line: number, report: Report): void {
  report({
    place: lineOf(line),
    value: raw,
    problem: 'This stands before the first beat.',
    remedy: `Move it below ## ${beatTitles.say}.`,
  });
}

function reportMissing(
  seen: { beat: BeatName; line: number }[],
  beats: Beats,
  bodyLine: number,
  report: Report,
): void {
  for (const beat of beatNames) {
    const found = seen.find((other) => other.beat === beat);
    if (found === undefined) {
      report({
        place: lineOf(bodyLine),
        value: '',
        problem: `The beat ${beatTitles[beat]} is missing.`,
        remedy: `Add it: the headings are ${order}, in this order.`,
      });
    } else if (beat !== 'defend' && beats[beat].every(({ token }) => token.type === 'space')) {
      report({
        place: lineOf(found.line),
        value: `## ${beatTitles[beat]}`,
        problem: `The beat ${beatTitles[beat]} is empty.`,
        remedy: 'Write what the learner reads there.',
      });
    }
  }
  const misplaced = seen.find(({ beat }, index) => {
    const before = seen[index - 1];
    return before !== undefined && beatNames.indexOf(beat) < beatNames.indexOf(before.beat);
  });
  if (misplaced === undefined) return;
  report({
    place: lineOf(misplaced.line),
    value: `## ${beatTitles[misplaced.beat]}`,
    problem: `The beat ${beatTitles[misplaced.beat]} is out of order.`,
    remedy: `Bring the headings into this order: ${order}.`,
  });
}

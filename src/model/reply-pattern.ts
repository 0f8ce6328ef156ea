import type { ReplyPattern } from './course.ts';
import { type Exchange, type Json, type Reply, readValidationIssues } from './exchange.ts';

/** Whether a reply is what the pattern describes: all that it names must match. */
export function fitsReply(pattern: ReplyPattern, reply: Reply): boolean {
  if (pattern.status !== undefined && pattern.status !== reply.status) return false;
  if (pattern.errors !== undefined && readValidationIssues(reply).length !== pattern.errors) {
    return false;
  }
  if (pattern.json !== undefined && !containsJson(reply.json, pattern.json as Json)) return false;
  if (pattern.bodyIncludes !== undefined && !reply.body.includes(pattern.bodyIncludes)) {
    return false;
  }
  return Object.entries(pattern.headers ?? {}).every(
    ([name, value]) => reply.headers[name.toLowerCase()] === value,
  );
}

/** The indices of all choices that a reply fits; more or fewer than one is a mistake of the course. */
export function fittingChoices(
  choices: { reply: ReplyPattern }[],
  { response }: Exchange,
): number[] {
  if (response === undefined) return [];
  return choices.flatMap(({ reply }, index) => (fitsReply(reply, response) ? [index] : []));
}

/** Objects by key (further keys are free), arrays entry by entry with the same length. */
function containsJson(whole: Json | undefined, part: Json): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((entry, index) => containsJson(whole[index], entry))
    );
  }
  if (typeof part === 'object' && part !== null) {
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false;
    return Object.entries(part).every(([key, value]) => containsJson(whole[key], value));
  }
  return whole === part;
}

/** A line of a printed stack that lies outside the learner's own files. */
const foreignFrame = /^\s+at .*(?:node_modules|node:|[\\/]dist[\\/])|^\s+at [^\\/]*$/;

/** What a program printed, without the lines of stacks that are no code of the learner's. */
export function withoutForeignFrames(text: string): string[] {
  return text.split('\n').filter((line) => !foreignFrame.test(line));
}

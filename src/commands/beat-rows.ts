import { lineWidth, span, textWidth } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import { beatNames, beatTitles, type CourseIndex, type LessonSummary } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import { hasBeat, isBeatDone, type Progress } from '../model/progress.ts';

const names = beatNames.map((beat) => beatTitles[beat].split(' ')[0] ?? '');

/** The beats of each lesson, done or not: the names stand in each row, or above all where there is little room. */
export function beatRows({ lessons }: CourseIndex, progress: Progress, width: number): Line[] {
  const titleColumns = Math.max(...lessons.map(({ title }) => textWidth(title))) + 2;
  const named = lessons.map((lesson): Line => {
    const marks = marksOf(lesson, progress);
    const beats = names.flatMap((name, place) => {
      const mark = marks[place] ?? span('');
      const tone = mark.text === '–' ? 'muted' : undefined;
      return [mark, span(` ${name}${place === names.length - 1 ? '' : '  '}`, tone)];
    });
    return [span(lesson.title.padEnd(titleColumns)), ...beats];
  });
  if (named.every((line) => lineWidth(line) <= width)) return named;
  const heading = span(names.join(' '), 'muted');
  const isBeside = titleColumns + textWidth(heading.text) <= width;
  const gap = span(' '.repeat(isBeside ? titleColumns : 2));
  const rows = lessons.flatMap((lesson): Line[] => {
    const marks = marksOf(lesson, progress).map((mark, place) => {
      const columns = place === names.length - 1 ? 1 : textWidth(names[place] ?? '') + 1;
      return { ...mark, text: mark.text.padEnd(columns) };
    });
    if (isBeside) return [[span(lesson.title.padEnd(titleColumns)), ...marks]];
    return [...wrapSpans([span(lesson.title)], width), [gap, ...marks]];
  });
  return [[gap, heading], ...rows];
}

function marksOf(lesson: LessonSummary, progress: Progress): Span[] {
  return beatNames.map((beat) => {
    if (!hasBeat(lesson, beat)) return span('–', 'muted');
    return isBeatDone(progress, lesson, beat) ? span('✔', 'ok') : span('·', 'muted');
  });
}

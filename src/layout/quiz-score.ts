import type { Line } from '../model/lines.ts';
import type { QuizScore, Tally, TopicScore } from '../model/quiz/score.ts';
import { kindTitles } from './quiz-question.ts';
import { fitLine, span, textColumns, textWidth } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** `6.5 of 8`, with one digit after the point at the most. */
export function pointsText({ points, asked }: Tally): string {
  return `${Number(points.toFixed(1))} of ${asked}`;
}

/** `81 %`. */
export function percentText({ points, asked }: Tally): string {
  return `${asked === 0 ? 0 : Math.round((points / asked) * 100)} %`;
}

/** The score of a quiz in one line, and how it is counted. */
export function layoutScore({ all }: QuizScore, width: number): Line[] {
  if (all.asked === 0) return [[span('No question was answered.', 'muted')]];
  return [
    [span(`Score ${pointsText(all)}`, 'accent', { isBold: true }), span(` · ${percentText(all)}`)],
    ...wrapSpans(
      [span('A question you say counts by its key points; right is all, or all but one.', 'muted')],
      Math.min(width, textColumns),
    ),
  ];
}

/** The score by topic and by kind, in two tables. */
export function layoutScoreTables(
  { byTopic, byKind }: QuizScore,
  titleOf: (lesson: string) => string,
  width: number,
): Line[] {
  const topics = [...byTopic].map(([lesson, tally]): Row => [titleOf(lesson), tally]);
  const kinds = [...byKind].map(([kind, tally]): Row => [kindTitles[kind], tally]);
  return [
    [span('By topic', 'muted', { isBold: true })],
    ...tableOf(topics, width),
    [],
    [span('By kind', 'muted', { isBold: true })],
    ...tableOf(kinds, width),
  ];
}

type Row = [title: string, tally: Tally];

const figuresColumns = 22;

function tableOf(rows: Row[], width: number): Line[] {
  const widest = Math.max(...rows.map(([title]) => textWidth(title)));
  const column = Math.max(8, Math.min(widest, width - figuresColumns));
  return rows.map(([title, tally]) => {
    const name = fitLine([span(title)], column);
    const gap = ' '.repeat(Math.max(0, column - textWidth(title)) + 2);
    const figures = `${pointsText(tally).padStart(9)}  ${percentText(tally).padStart(5)}`;
    const isFull = tally.points === tally.asked;
    return [span('  '), ...name, span(gap), span(figures, isFull ? 'ok' : 'muted')];
  });
}

/** What is known of each topic that was asked about. */
export function layoutTopicScores(topics: TopicScore[], width: number): Line[] {
  const asked = topics.filter((topic) => topic.asked > 0);
  if (asked.length === 0) return [];
  const column = Math.max(...asked.map(({ title }) => textWidth(title)));
  return [
    [span('Quiz', 'muted', { isBold: true })],
    ...asked.flatMap((topic) =>
      wrapSpans(
        [
          span(topic.title.padEnd(column + 2)),
          span(percentText(topic).padStart(5), topic.points === topic.asked ? 'ok' : 'plain'),
          span(`  ${topic.asked} of ${topic.questions} asked`, 'muted'),
        ],
        width,
        { indent: [span('  ')], firstIndent: [] },
      ),
    ),
  ];
}

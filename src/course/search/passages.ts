import {
  type BeatName,
  type Block,
  beatNames,
  beatTitles,
  type Course,
  type Lesson,
} from '../../model/course.ts';
import { splitPages } from '../../model/pages.ts';
import type { Passage } from '../../model/search.ts';
import { blockText, questionTexts, written } from './plain-text.ts';

/** Everything that can be found, in course order. */
export function listPassages(course: Course): Passage[] {
  const labs = course.labs.flatMap((lab): Passage[] => [
    {
      kind: 'lab',
      id: lab.id,
      title: lab.title,
      place: `lab ${lab.id}`,
      texts: [lab.summary, ...lab.about.map(blockText)].filter(hasWords),
    },
    ...course.exercises
      .filter((exercise) => exercise.lab === lab.id)
      .map(
        ({ id, title, task }): Passage => ({
          kind: 'exercise',
          id,
          title,
          place: `exercise ${id}`,
          texts: task.map(blockText).filter(hasWords),
        }),
      ),
  ]);
  return [...course.lessons.flatMap(lessonPassages), ...labs];
}

function lessonPassages(lesson: Lesson): Passage[] {
  const { id, number, title, summary, questions, cards } = lesson;
  return [
    { kind: 'lesson', id, title, place: `lesson ${number}`, lesson: id, texts: [summary] },
    ...beatNames.flatMap((beat) => beatPassages(lesson, beat)),
    ...questions.map(
      (question): Passage => ({
        kind: 'question',
        id: question.id,
        title: written(question.ask),
        place: `question of ${title}`,
        lesson: id,
        beat: 'defend',
        question: question.id,
        texts: questionTexts(question),
      }),
    ),
    ...cards.map(
      (card): Passage => ({
        kind: 'card',
        id: card.id,
        title: written(card.ask),
        place: `card of ${title}`,
        lesson: id,
        beat: 'defend',
        texts: [written(card.answer)],
      }),
    ),
  ];
}

/** The screens of a beat that have words, each under the last heading before it. */
function beatPassages(lesson: Lesson, beat: BeatName): Passage[] {
  let { title } = lesson;
  let next = 0;
  return splitScreens(beat, lesson.beats[beat]).flatMap((blocks, index): Passage[] => {
    const firstBlock = next;
    next += blocks.length;
    const [first] = blocks;
    const sharesTitle = first?.kind !== 'heading';
    if (!sharesTitle) title = blockText(first);
    const texts = blocks.map((block) => (block.kind === 'heading' ? '' : blockText(block)));
    if (!texts.some(hasWords)) return [];
    const place = `${lesson.title}, ${beatTitles[beat]}`;
    const id = `${lesson.id}/${beat}/${index + 1}`;
    const shown = { title, place, ...(sharesTitle && { sharesTitle }) };
    return [{ kind: 'passage', id, ...shown, lesson: lesson.id, beat, texts, firstBlock }];
  });
}

/** Run it is cut after each thing to foretell, too: it is shown one at a time. */
function splitScreens(beat: BeatName, blocks: Block[]): Block[][] {
  const pages = splitPages(blocks);
  if (beat !== 'run') return pages;
  return pages.flatMap((page) => {
    const screens: Block[][] = [[]];
    for (const block of page) {
      screens.at(-1)?.push(block);
      if (block.kind === 'prediction' || block.kind === 'timeline') screens.push([]);
    }
    return screens.filter((screen) => screen.length > 0);
  });
}

function hasWords(text: string): boolean {
  return text !== '';
}

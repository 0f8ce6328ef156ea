import type { Question } from '../../../src/model/course.ts';
import type { QuizKind, QuizQuestion } from '../../../src/model/quiz/draw.ts';

const rubric: Omit<Question, 'kind' | 'id'> = {
  level: 'mid',
  ask: 'What?',
  answer: 'That.',
  keyPoints: ['one', 'two', 'three'].map((point) => ({ point, synonyms: [] })),
  commonWrongAnswer: { answer: 'This.', why: 'It is that.' },
  followUps: [],
  shownIn: { lesson: 'docs/see', lab: 'predict' },
};

const code = (...lines: string[]) => ({
  language: 'python' as const,
  lines: lines.map((text) => [{ text, kind: 'plain' as const }]),
});

/** A question of a kind, with nothing in it but what the kind needs. */
export function makeQuestion(id: string, kind: QuizKind, topic = 'docs'): QuizQuestion {
  const shared = { ...rubric, id, topic };
  switch (kind) {
    case 'say':
      return { ...shared, kind };
    case 'choose': {
      const choices = ['a', 'b', 'c', 'd'].map((text) => ({
        text,
        isRight: text === 'b',
        why: `${text} it is.`,
      }));
      return { ...shared, kind, choices };
    }
    case 'bug':
      return { ...shared, kind, code: code('one', 'two', 'three'), bugLines: [1], fix: code('2') };
    case 'predict': {
      const choices = [200, 422].map((status) => ({ text: String(status), reply: { status } }));
      return { ...shared, kind, request: { method: 'GET', path: '/', headers: {} }, choices };
    }
    default:
      return kind satisfies never;
  }
}

import type { Code } from '../model/course.ts';
import type { Reply } from '../model/exchange.ts';
import type { QuizQuestion } from '../model/quiz/draw.ts';
import { fittingChoices } from '../model/reply-pattern.ts';
import type { Services } from '../ui/services.ts';

/** A question with what is right, as `quiz --json` prints it. */
export type DescribedQuestion = {
  id: string;
  topic: string;
  level: string;
  kind: string;
  ask: string;
  /** The numbers, from 1, of the choices or lines that are right; none for a question that is said. */
  right?: number[];
  answer: string;
  keyPoints: QuizQuestion['keyPoints'];
  commonWrongAnswer: QuizQuestion['commonWrongAnswer'];
  followUps: QuizQuestion['followUps'];
  shownIn: QuizQuestion['shownIn'];
  choices?: unknown[];
  code?: unknown;
  fix?: unknown;
  request?: unknown;
  reply?: Reply;
  /** Why the lab could not be asked. */
  problem?: string;
};

/** A question with its right answer; that of a prediction is what the lab answers now. */
export async function describeQuestion(
  askLab: Services['askLab'],
  question: QuizQuestion,
): Promise<DescribedQuestion> {
  const { id, topic, level, kind, ask, answer, shownIn } = question;
  const { keyPoints, commonWrongAnswer, followUps } = question;
  const rubric = { answer, keyPoints, commonWrongAnswer, followUps, shownIn };
  const asked = { id, topic, level, kind, ask };
  switch (question.kind) {
    case 'say':
      return { ...asked, ...rubric };
    case 'choose': {
      const { choices } = question;
      const right = choices.flatMap(({ isRight }, index) => (isRight ? [index + 1] : []));
      return { ...asked, choices, right, ...rubric };
    }
    case 'bug': {
      const right = question.bugLines.map((line) => line + 1);
      const [code, fix] = [question.code, question.fix].map(describeCode);
      return { ...asked, code, right, fix, ...rubric };
    }
    case 'predict': {
      const { request } = question;
      const choices = question.choices.map(({ text }) => ({ text }));
      const reply = await askLab(shownIn.lab, request);
      if (!reply.isOk) {
        const problem = `${id}: ${reply.message} ${reply.remedy}`;
        return { ...asked, request, choices, problem, ...rubric };
      }
      const { exchange } = reply;
      const right = fittingChoices(question.choices, exchange).map((index) => index + 1);
      return { ...asked, request, choices, right, reply: exchange.response, ...rubric };
    }
    default:
      return question satisfies never;
  }
}

function describeCode({ language, lines }: Code): { language: string; lines: string[] } {
  return { language, lines: lines.map((line) => line.map(({ text }) => text).join('')) };
}

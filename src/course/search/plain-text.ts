import type {
  Block,
  Code,
  Inline,
  Prediction,
  PreparedRequest,
  Question,
} from '../../model/course.ts';

const inline = (text: Inline[]): string => text.map((part) => part.text).join('');

/** A block as it is searched and shown as a hit; empty for one without words of its own. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inline(block.text);
    case 'list':
      return block.items
        .map((item, index) => `${block.isOrdered ? `${index + 1}.` : '•'} ${inline(item)}`)
        .join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inline).join('   ')).join('\n');
    case 'code':
      return codeText(block.code);
    case 'compare':
      return [
        codeText(block.left),
        codeText(block.right),
        block.notes.map((note) => `▸ ${inline(note)}`).join('\n'),
      ].join('\n\n');
    case 'prediction':
      return predictionText(block.prediction);
    case 'timeline': {
      const { ask, requests, choices, note } = block.timeline;
      return [
        inline(ask),
        requests.map(requestText).join('\n'),
        choices.map(({ text }) => `• ${text}`).join('\n'),
        inline(note),
      ].join('\n\n');
    }
    case 'schema':
      return [
        codeText(block.code),
        `${block.component} in /openapi.json`,
        JSON.stringify(block.schema, null, 2),
      ].join('\n\n');
    case 'correction': {
      const { brief, say, because } = block.correction;
      return `✘ ${inline(brief)}\n✔ ${inline(say)}\n${inline(because)}`;
    }
    case 'exercise':
      return '';
    default:
      return block satisfies never;
  }
}

/** What a question's rubric says, and what its kind adds. */
export function questionTexts(question: Question): string[] {
  const { answer, keyPoints, commonWrongAnswer: wrong, followUps } = question;
  return [
    written(answer),
    keyPoints.map(({ point }) => `• ${written(point)}`).join('\n'),
    `✘ ${written(wrong.answer)}\n${written(wrong.why)}`,
    ...followUps.map(({ ask, answer: reply }) => `${written(ask)}\n${written(reply)}`),
    ...kindTexts(question),
  ].filter((text) => text !== '');
}

function kindTexts(question: Question): string[] {
  switch (question.kind) {
    case 'say':
      return [];
    case 'choose':
      return question.choices.map(
        ({ text, isRight, why }) => `${isRight ? '✔' : '✘'} ${written(text)}\n${written(why)}`,
      );
    case 'bug':
      return [codeText(question.code), codeText(question.fix)];
    case 'predict':
      return [
        requestText(question.request),
        question.choices.map(({ text }) => `• ${written(text)}`).join('\n'),
      ];
    default:
      return question satisfies never;
  }
}

/** Text in which code stands between backticks, as YAML holds it, without them. */
export function written(text: string): string {
  return text.replace(/`([^`\n]+)`/g, '$1');
}

function predictionText({ request, ask, choices, note }: Prediction): string {
  const offered = choices.map(({ text }) => `• ${text}`).join('\n');
  return [requestText(request), `${inline(ask)}\n${offered}`, inline(note)].join('\n\n');
}

function requestText({ method, path, headers, body = '' }: PreparedRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path}`, ...lines, body].filter((line) => line !== '').join('\n');
}

function codeText({ title, source, lines }: Code): string {
  const name = title ?? source?.file ?? '';
  const code = lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
  return name === '' ? code : `${name}\n${code}`;
}

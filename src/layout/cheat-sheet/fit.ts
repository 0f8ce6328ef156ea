import type { Inline } from '../../model/course.ts';
import type { SheetContent, SheetItem } from './collect.ts';
import { countLines, itemEms, paper, toPoints } from './measure.ts';

/** Two pages that everything on them fits on. */
export type CheatSheet = {
  sizePt: number;
  answer: Inline[];
  pages: [SheetItem[], SheetItem[]];
  leftOut: { corrections: number; cards: number };
};

/** Sizes of the text; what there is little of is printed larger. */
const sizesPt = [12, 11.5, 11, 10.5, 10, 9.5, 9];
const smallestPt = 8.5;

type Chosen = { corrections: SheetItem[]; cards: SheetItem[] };

/**
 * Lays out the sheet at the largest size at which everything fits. Where not even the smallest does, all
 * sentences stay, then come corrections, and cards fill what is left, each by its rank.
 */
export function fitSheet(content: SheetContent): CheatSheet {
  const all: Chosen = {
    corrections: content.corrections.map(({ item }) => item),
    cards: content.cards.map(({ item }) => item),
  };
  for (const sizePt of [...sizesPt, smallestPt]) {
    const pages = layOut(content, all, sizePt);
    if (pages !== undefined) return finish(content, all, sizePt, pages);
  }
  const chosen = fill(content);
  const pages = layOut(content, chosen, smallestPt) ?? [content.sentences, []];
  return finish(content, chosen, smallestPt, pages);
}

function finish(
  content: SheetContent,
  chosen: Chosen,
  sizePt: number,
  pages: CheatSheet['pages'],
): CheatSheet {
  return {
    sizePt,
    answer: content.answer,
    pages,
    leftOut: {
      corrections: content.corrections.length - chosen.corrections.length,
      cards: content.cards.length - chosen.cards.length,
    },
  };
}

/** Takes one more as long as there is room; one that is too long is passed over. */
function fill(content: SheetContent): Chosen {
  const taken = new Set<SheetItem>();
  const chosen = (): Chosen => ({
    corrections: content.corrections.map(({ item }) => item).filter((item) => taken.has(item)),
    cards: content.cards.map(({ item }) => item).filter((item) => taken.has(item)),
  });
  for (const candidates of [content.corrections, content.cards]) {
    for (const { item } of candidates.toSorted((one, other) => one.rank - other.rank)) {
      taken.add(item);
      if (layOut(content, chosen(), smallestPt) === undefined) taken.delete(item);
    }
  }
  return chosen();
}

/** What is said on the first page and what is asked on the second; where that is too much for one, all in a row. */
function layOut(
  content: SheetContent,
  { corrections, cards }: Chosen,
  sizePt: number,
): CheatSheet['pages'] | undefined {
  const said = [
    ...section('Say it', content.sentences),
    ...section('Notes, and what to say', corrections),
  ];
  const asked = section('Asked and answered', cards);
  const { columnEms, firstEms, secondEms } = room(content.answer, sizePt);
  const place = (items: SheetItem[], heights: number[]) => fillColumns(items, columnEms, heights);
  const [first, second] = [
    [firstEms, firstEms],
    [secondEms, secondEms],
  ];
  if (place(said, first) === said.length && place(asked, second) === asked.length) {
    return [said, asked];
  }
  const items = [...said, ...asked];
  const onFirst = place(items, first);
  const rest = items.slice(onFirst);
  return place(rest, second) === rest.length ? [items.slice(0, onFirst), rest] : undefined;
}

function section(text: string, items: SheetItem[]): SheetItem[] {
  return items.length === 0 ? [] : [{ kind: 'heading', text }, ...items];
}

/** The width of a column and the height of those on either page, in ems. */
function room(
  answer: Inline[],
  sizePt: number,
): { columnEms: number; firstEms: number; secondEms: number } {
  const widthEms = toPoints(paper.widthMm) / sizePt;
  const columnEms = (widthEms - toPoints(paper.gapMm) / sizePt) / paper.columns;
  const heightEms = toPoints(paper.heightMm) / sizePt;
  const answerEms = (widthEms - paper.answerIndentEm) / paper.answerSizeEm;
  const answerLines = countLines(
    answer.map((part) => ({ ...part, isBold: true })),
    answerEms,
  );
  return {
    columnEms,
    firstEms:
      heightEms -
      paper.titleEm -
      answerLines * paper.lineHeightEm * paper.answerSizeEm -
      paper.answerGapEm,
    secondEms: heightEms - paper.footGapEm - paper.lineHeightEm,
  };
}

/** How many of the items fit into columns of these heights; none is cut in two, and no heading stands last. */
function fillColumns(items: SheetItem[], columnEms: number, heights: number[]): number {
  let column = 0;
  let used = 0;
  let placed = 0;
  while (placed < items.length) {
    const size = items[placed]?.kind === 'heading' ? 2 : 1;
    const group = items.slice(placed, placed + size);
    const ems = group.reduce((sum, item) => sum + itemEms(item, columnEms), 0);
    while (used + ems > (heights[column] ?? Number.POSITIVE_INFINITY)) {
      column += 1;
      used = 0;
      if (column >= heights.length) return placed;
    }
    used += ems;
    placed += group.length;
  }
  return placed;
}

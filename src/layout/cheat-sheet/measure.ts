import type { Inline } from '../../model/course.ts';
import type { SheetItem } from './collect.ts';

/**
 * The sheet on paper. It fits on A4 and on Letter with margins of a centimetre, so it is as wide as the
 * one and as high as the other leaves. Everything in `em` is of the size of the text.
 */
export const paper = {
  marginMm: 10,
  widthMm: 190,
  heightMm: 255,
  columns: 2,
  gapMm: 7,
  lineHeightEm: 1.28,
  /** Below each item. */
  itemGapEm: 0.42,
  headingAboveEm: 0.6,
  headingBelowEm: 0.5,
  headingSizeEm: 1.1,
  /** The title, with what is below it. */
  titleEm: 2.4,
  answerSizeEm: 1.15,
  answerIndentEm: 0.9,
  answerGapEm: 1.1,
  footGapEm: 0.6,
} as const;

const pointsPerMm = 72 / 25.4;

export function toPoints(mm: number): number {
  return mm * pointsPerMm;
}

// Thousandths of the size, of Helvetica, Arial, Liberation Sans and whatever else has their widths.
const plainWidths = readWidths({
  191: "'",
  222: 'ijl',
  260: '|',
  278: ' !,./:;I[\\]ft',
  333: '()-`r',
  334: '{}',
  355: '"',
  389: '*',
  469: '^',
  500: 'Jcksvxyz',
  556: '#$0123456789?L_abdeghnopqu',
  584: '+<=>~',
  611: 'FTZ',
  667: '&ABEKPSVXY',
  722: 'CDHNRUw',
  778: 'GOQ',
  833: 'Mm',
  889: '%',
  944: 'W',
  1015: '@',
});
const boldWidths = readWidths({
  238: "'",
  278: ' ,./I\\ijl',
  280: '|',
  333: '!()-:;[]`ft',
  389: '*r{}',
  474: '"',
  500: 'z',
  556: '#$0123456789J_aceksvxy',
  584: '+<=>^~',
  611: '?FLTZbdghnopqu',
  667: 'EPSVXY',
  722: '&ABCDHKNRU',
  778: 'GOQw',
  833: 'M',
  889: '%m',
  944: 'W',
  975: '@',
});

function readWidths(charactersByWidth: Record<number, string>): Map<string, number> {
  return new Map(
    Object.entries(charactersByWidth).flatMap(([width, characters]) =>
      Array.from(characters, (character): [string, number] => [character, Number(width)]),
    ),
  );
}

const widestWidth = 1015;
/** Browsers round, and kern, in their own ways. */
const caution = 1.015;

type Looks = { isBold?: boolean };

/** Width of a text in ems of its size. */
export function textEms(text: string, style: Inline['style'], { isBold = false }: Looks): number {
  const letters = Array.from(text);
  if (style === 'code') return letters.length * 0.6 * caution;
  const widths = isBold || style === 'strong' ? boldWidths : plainWidths;
  const sum = letters.reduce((total, one) => total + (widths.get(one) ?? widestWidth), 0);
  return (sum / 1000) * caution;
}

type Word = { ems: number; spaceBeforeEms: number };

/** Words that are never parted from each other stand as one, though they may be of several looks. */
function readWords(parts: (Inline & Looks)[]): Word[] {
  const words: Word[] = [];
  let spaceBeforeEms = 0;
  let isOpen = false;
  for (const { text, style, ...looks } of parts) {
    for (const piece of text.split(/(\s+)|(?<=\p{L}-)(?=\p{L})/u)) {
      if (piece === undefined || piece === '') {
        isOpen = false;
        continue;
      }
      if (/^\s/.test(piece)) {
        spaceBeforeEms = textEms(' ', style, looks);
        isOpen = false;
        continue;
      }
      const ems = textEms(piece, style, looks);
      const last = words.at(-1);
      if (isOpen && last !== undefined) last.ems += ems;
      else words.push({ ems, spaceBeforeEms });
      spaceBeforeEms = 0;
      isOpen = true;
    }
  }
  return words;
}

/** Lines that parts of running text take, broken between words as a browser does. */
export function countLines(parts: (Inline & Looks)[], columnEms: number): number {
  let lines = 1;
  let used = 0;
  for (const { ems, spaceBeforeEms } of readWords(parts)) {
    if (used > 0 && used + spaceBeforeEms + ems > columnEms) {
      lines += 1;
      used = 0;
    }
    used += ems + (used > 0 ? spaceBeforeEms : 0);
    // A word that is wider than a line is broken within.
    const more = Math.ceil(used / columnEms) - 1;
    if (more > 0) {
      lines += more;
      used -= more * columnEms;
    }
  }
  return lines;
}

/** Height of an item in a column so wide, with the gap below it. */
export function itemEms(item: SheetItem, columnEms: number): number {
  switch (item.kind) {
    case 'heading':
      return paper.headingAboveEm + paper.headingSizeEm * paper.lineHeightEm + paper.headingBelowEm;
    case 'sentence':
    case 'correction':
    case 'card':
      return countLines(itemParts(item), columnEms) * paper.lineHeightEm + paper.itemGapEm;
    default:
      return item satisfies never;
  }
}

/** An item's text with the words between its parts, as it is printed. */
export function itemParts(item: Exclude<SheetItem, { kind: 'heading' }>): (Inline & Looks)[] {
  const bold = (text: string): Inline & Looks => ({ text, style: 'plain', isBold: true });
  const gap: Inline = { text: ' ', style: 'plain' };
  switch (item.kind) {
    case 'sentence':
      return [bold(titleOf(item)), gap, ...item.text];
    case 'correction':
      return [bold(labels.brief), gap, ...item.brief, gap, bold(labels.say), gap, ...item.say];
    case 'card':
      return [...item.ask.map((part) => ({ ...part, isBold: true })), gap, ...item.answer];
    default:
      return item satisfies never;
  }
}

/** What stands before the two halves of a correction. */
export const labels = { brief: 'Notes:', say: 'Say:' } as const;

/** A title as it runs into the sentence after it. */
export function titleOf({ title }: { title: string }): string {
  return /[.:?!]$/.test(title) ? title : `${title}:`;
}

import { layoutBlocks } from '../../../layout/blocks.ts';
import type { Block } from '../../../model/course.ts';
import { splitPages } from '../../../model/pages.ts';
import type { Room } from '../../room.ts';

const linesAbove = 2;

/** The line at which a block is read: its page's first where both are seen then, else a little above the block. */
export function lineOfBlock(blocks: Block[], block: number, { width, height }: Room): number {
  const lineOf = (index: number) =>
    index === 0 ? 0 : layoutBlocks(blocks.slice(0, index), width).length + 1;
  const wanted = blocks[block];
  if (wanted === undefined) return 0;
  const page = splitPages(blocks).find((one) => one.includes(wanted));
  const pageLine = lineOf(page?.[0] === undefined ? block : blocks.indexOf(page[0]));
  const line = lineOf(block);
  const end = line + layoutBlocks([wanted], width).length;
  return end - pageLine <= height ? pageLine : Math.max(pageLine, line - linesAbove);
}

import type { Block } from './course.ts';

/** A beat cut into what is read at once: a heading begins a page, and so does a second comparison or picture. */
export function splitPages(blocks: Block[]): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  for (const block of blocks) {
    if (page.length > 0 && beginsPage(block, page)) {
      pages.push(page);
      page = [];
    }
    page.push(block);
  }
  return page.length > 0 ? [...pages, page] : pages;
}

function beginsPage(block: Block, page: Block[]): boolean {
  if (block.kind === 'heading') return true;
  return isLarge(block) && page.some(isLarge);
}

function isLarge({ kind }: Block): boolean {
  return kind === 'compare' || kind === 'schema';
}

/** Where a block of the beat is, by its place in it: the page, and the place in that; the first when there is none. */
export function findOnPages(pages: Block[][], block: number): { page: number; index: number } {
  let begin = 0;
  for (const [page, blocks] of pages.entries()) {
    if (block < begin + blocks.length) return { page, index: block - begin };
    begin += blocks.length;
  }
  return { page: 0, index: 0 };
}

import { useState } from 'react';
import { layoutBlock } from '../../../layout/blocks.ts';
import {
  countSchemaSteps,
  layoutGrowingSchema,
  type SchemaBlock,
} from '../../../layout/schema-picture.ts';
import type { Block } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import type { Scroll } from '../../hooks/use-scroll.ts';
import type { Room } from '../../room.ts';
import { keepVisible, type Viewport } from '../../scroll.ts';

export type Growing = {
  /** The lines of each page, schemas as far as they have grown. */
  pages: Line[][];
  /**
   * What Enter does on a page before it reads on, and its label: it brings the first schema that still grows into view, and has it
   * grow by a field. Undefined where none is there, or none is in sight.
   */
  growIn: (
    page: number,
    scroll: Pick<Scroll, 'offset' | 'scrollTo'>,
    viewport: Viewport,
  ) => { confirm: () => void; label: string } | undefined;
};

/** Pages to be read in which a schema grows out of its model, field by field; grown, it stands whole. */
export function useGrowing(pages: Block[][], room: Room): Growing {
  const [steps, setSteps] = useState<ReadonlyMap<Block, number>>(new Map());
  const grown = pages.map((blocks) => layoutGrowing(blocks, steps, room));
  const grow = (block: Block) => setSteps(new Map(steps).set(block, (steps.get(block) ?? 0) + 1));
  return {
    pages: grown.map(({ lines }) => lines),
    growIn: (page, { offset, scrollTo }, viewport) => {
      const { first, last, block } = grown[page] ?? nothing;
      const inSight = offset + viewport.height - first;
      if (block === undefined || first < offset || inSight <= 0) return undefined;
      const wanted = keepVisible(offset, first, last, viewport);
      // Of what was hardly in sight the beginning is to be seen first.
      if (inSight * 2 < last - first + 1)
        return { confirm: () => scrollTo(wanted), label: 'read on' };
      const confirm = () => {
        scrollTo(wanted);
        grow(block);
      };
      return { confirm, label: 'next field' };
    },
  };
}

const nothing = { first: 0, last: 0, block: undefined };

/** The lines of the blocks, and where among them the first schema stands that has not grown to its end. */
export function layoutGrowing(blocks: Block[], steps: ReadonlyMap<Block, number>, room: Room) {
  const lines: Line[] = [];
  let growing: { block: Block; first: number; last: number } | undefined;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) lines.push([]);
    const first = lines.length;
    const step = steps.get(block) ?? 0;
    if (block.kind === 'schema' && step < countSchemaSteps(block)) {
      lines.push(...layoutBelow(block, step, room, first));
      growing ??= { block, first, last: lines.length - 1 };
    } else lines.push(...layoutBlock(block, room.width));
  }
  return { lines, first: 0, last: 0, ...growing };
}

const comfortableHeight = 14;

/** A schema in the whole room; one that is too long even for that leaves what leads up to it in sight, where it can. */
function layoutBelow(block: SchemaBlock, step: number, room: Room, above: number): Line[] {
  const lines = layoutGrowingSchema(block, step, room);
  const height = room.height - above;
  if (lines.length < room.height || height < comfortableHeight) return lines;
  return layoutGrowingSchema(block, step, { ...room, height });
}

import type { Entry } from './folder.ts';
import type { ProblemList } from './problems.ts';
import { isKebab } from './value-schemas.ts';

/** A folder whose name gives its order and its id. */
export type NumberedFolder = { order: string; slug: string; folder: string };

function readName(name: string): { order: string; slug: string } | undefined {
  const [, order, slug] = /^(\d\d)-(.+)$/.exec(name) ?? [];
  if (order === undefined || slug === undefined || !isKebab(slug)) return undefined;
  return { order, slug };
}

/** Whether an entry is a folder named NN-slug. */
export function isNumbered({ name, kind }: Entry): boolean {
  return kind === 'folder' && readName(name) !== undefined;
}

/** The numbered folders in course order; a number or a slug that is taken is reported. */
export function takeNumbered(
  parent: string,
  entries: Entry[],
  list: ProblemList,
): NumberedFolder[] {
  const taken: NumberedFolder[] = [];
  for (const entry of entries) {
    const name = entry.kind === 'folder' ? readName(entry.name) : undefined;
    if (name === undefined) continue;
    const folder = `${parent}/${entry.name}`;
    const report = list.reportIn(folder);
    const sameOrder = taken.find((other) => other.order === name.order);
    if (sameOrder !== undefined) {
      report({
        place: 'folder',
        value: entry.name,
        problem: `The number ${name.order} is taken by ${sameOrder.folder}.`,
        remedy: 'Give one of the two another number.',
      });
    }
    const sameSlug = taken.find((other) => other.slug === name.slug);
    if (sameSlug !== undefined) {
      report({
        place: 'folder',
        value: entry.name,
        problem: `The id ${name.slug} is taken by ${sameSlug.folder}.`,
        remedy: 'Rename one of the two: the id is the name without its number.',
      });
    }
    taken.push({ ...name, folder });
  }
  return taken;
}

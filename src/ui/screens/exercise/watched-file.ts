import { isAbsolute, relative } from 'node:path';
import { fitLine, graphemes, span, textWidth } from '../../../layout/width.ts';
import type { Line } from '../../../model/lines.ts';

/** A path as short as it is clear from here; outside this folder it stays whole. */
export function shortPath(file: string, from = process.cwd()): string {
  const path = relative(from, file);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? file : path;
}

/** A path cut at its start, where it says least. */
export function cutPath(path: string, width: number): string {
  const all = graphemes(path);
  let from = 0;
  while (textWidth(all.slice(from).join('')) > width - (from > 0 ? 1 : 0)) from += 1;
  return from === 0 ? path : `…${all.slice(from).join('')}`;
}

/** Says which file is watched, and what saving it does. */
export function watchedLine(file: string, width: number): Line {
  const lead = 'watching ';
  const room = width - lead.length;
  const path = cutPath(shortPath(file), room);
  const line: Line = [span(lead, 'muted'), span(path)];
  const more = ' · each save is graded';
  return textWidth(path) + more.length <= room
    ? [...line, span(more, 'muted')]
    : fitLine(line, width);
}

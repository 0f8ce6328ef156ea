/** A bar of this many cells, to an eighth. */
export function barOf(cells: number): string {
  const whole = Math.floor(cells);
  const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
  return '█'.repeat(whole) + (eighths[Math.floor((cells - whole) * 8)] ?? '');
}

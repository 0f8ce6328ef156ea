import type { Lab } from '../model/course.ts';
import { inlineText } from './inline.ts';

/** A lab's requests as the REST clients of editors read them (VS Code's, JetBrains', kulala.nvim's). */
export function writeHttpFile(
  { id, title, requests }: Pick<Lab, 'id' | 'title' | 'requests'>,
  port = 8000,
): string {
  const head = `# ${title}: start it with \`npx api-labs lab ${id}\`, then send these from your editor.
# Where it says that it answers on another port, change it here.
@host = http://127.0.0.1:${port}
`;
  const entries = requests.map(({ title, note, method, path, headers, body }) => {
    const lines = [`### ${title}`];
    if (note !== undefined) lines.push(`# ${inlineText(note)}`);
    lines.push(`${method} {{host}}${path}`);
    lines.push(...Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
    if (body !== undefined) lines.push('', body);
    return `\n${lines.join('\n')}\n`;
  });
  return head + entries.join('');
}

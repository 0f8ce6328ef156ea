import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type RecordedExchange, recordingSchema, send } from './record/exchange.ts';
import { readLabRequests } from './record/lab-requests.ts';
import { startTwin } from './record/twin.ts';

const usage = 'Usage: node labs/kit/record.ts <lab> [--python <path>]';

/** Records again what a lab's twin answers: the requests in `recorded.json`, and those of `lab.md`. */
async function record(lab: string, python: string): Promise<string> {
  const labsFolder = path.dirname(import.meta.dirname);
  const name = readdirSync(labsFolder).find((folder) => folder.replace(/^\d\d-/, '') === lab);
  if (name === undefined) return `There is no lab called ${lab} in ${labsFolder}. ${usage}`;
  const folder = path.join(labsFolder, name);
  const file = path.join(folder, 'recorded.json');
  const { exchanges } = recordingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const cases = [
    ...exchanges.filter((exchange) => exchange.group !== 'lab'),
    ...readLabRequests(readFileSync(path.join(folder, 'lab.md'), 'utf8')),
  ];

  const twin = await startTwin(folder, python);
  if (twin.kind === 'unavailable') return twin.message;
  try {
    const recorded: RecordedExchange[] = [];
    for (const { name, group, request } of cases) {
      recorded.push({ name, group, request, response: await send(twin.url, request) });
    }
    const recording = { recordedWith: twin.versions, exchanges: recorded };
    writeFileSync(file, `${JSON.stringify(recording, null, 1)}\n`);
    process.stdout.write(`${recorded.length} exchanges are in ${file}\n`);
    return '';
  } finally {
    await twin.stop();
  }
}

const { values, positionals } = parseArgs({
  options: { python: { type: 'string', default: 'python3' } },
  allowPositionals: true,
});
const [lab] = positionals;
const problem = lab === undefined ? usage : await record(lab, values.python);
if (problem !== '') {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

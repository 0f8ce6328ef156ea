import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { converse, type RecordedConversation } from './record/conversation.ts';
import { type RecordedExchange, send } from './record/exchange.ts';
import { readLabRequests } from './record/lab-requests.ts';
import { recordingSchema } from './record/recording.ts';
import { startTwin } from './record/twin.ts';

const usage = 'Usage: node labs/kit/record.ts [<lab>] [--python <path>]';
const labsFolder = path.dirname(import.meta.dirname);

/** Records again what a lab's twin answers, of one lab or of all: the requests in `recorded.json`, and those of `lab.md`. */
async function record(lab: string, python: string): Promise<string> {
  const name = readdirSync(labsFolder).find((folder) => folder.replace(/^\d\d-/, '') === lab);
  if (name === undefined) return `There is no lab called ${lab} in ${labsFolder}. ${usage}`;
  const folder = path.join(labsFolder, name);
  const file = path.join(folder, 'recorded.json');
  const { exchanges, conversations } = recordingSchema.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  // Those of lab.md come first: they find the lab as a learner does, as it is when it was started.
  const cases = [
    ...readLabRequests(readFileSync(path.join(folder, 'lab.md'), 'utf8')),
    ...exchanges.filter((exchange) => exchange.group !== 'lab'),
  ];

  const twin = await startTwin(folder, python);
  if (twin.kind === 'unavailable') return twin.message;
  try {
    const recorded: RecordedExchange[] = [];
    for (const { name, group, request } of cases) {
      recorded.push({ name, group, request, response: await send(twin.url, request) });
    }
    const asked = { method: 'GET', path: '/openapi.json', headers: {} };
    const openapi = JSON.parse((await send(twin.url, asked)).body);
    const recording = {
      recordedWith: twin.versions,
      openapi,
      exchanges: recorded,
      ...(conversations && {
        conversations: await recordConversations(conversations, folder, python),
      }),
    };
    writeFileSync(file, `${JSON.stringify(recording, null, 1)}\n`);
    process.stdout.write(`${recorded.length} exchanges are in ${file}\n`);
    return '';
  } finally {
    await twin.stop();
  }
}

/** With a twin of their own: what requests have left behind must not be heard in them. */
async function recordConversations(
  conversations: RecordedConversation[],
  folder: string,
  python: string,
): Promise<RecordedConversation[]> {
  const twin = await startTwin(folder, python);
  if (twin.kind === 'unavailable') throw new Error(twin.message);
  try {
    const recorded: RecordedConversation[] = [];
    for (const conversation of conversations) recorded.push(await converse(twin.url, conversation));
    return recorded;
  } finally {
    await twin.stop();
  }
}

/** The names of all labs. */
function listLabs(): string[] {
  return readdirSync(labsFolder).flatMap((name) => /^\d\d-(.+)$/.exec(name)?.[1] ?? []);
}

const { values, positionals } = parseArgs({
  options: { python: { type: 'string', default: 'python3' } },
  allowPositionals: true,
});
// A path is meant from here, not from the lab's folder, in which the twin runs.
const python = /[\\/]/.test(values.python) ? path.resolve(values.python) : values.python;
for (const lab of positionals.length > 0 ? positionals : listLabs()) {
  const problem = await record(lab, python);
  if (problem === '') continue;
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

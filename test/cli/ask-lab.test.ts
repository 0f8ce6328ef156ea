import { beforeEach, expect, test } from 'vitest';
import { askLab, type LabAccess } from '../../src/cli/ask-lab.ts';
import type { Lab } from '../../src/model/course.ts';
import type { RunningServer } from '../../src/model/server.ts';

const request = { method: 'GET', path: '/', headers: {} };
const response = { status: 200, headers: {}, body: '' };
const lab: Lab = {
  id: 'predict',
  number: 1,
  title: '',
  summary: '',
  exercises: [],
  about: [],
  requests: [],
  serverFile: '',
};

let done: string[];
let access: LabAccess;

function server(url: string): RunningServer {
  return {
    url,
    port: 1,
    output: () => '',
    ended: () => undefined,
    onEvent: () => () => {},
    stop: async () => void done.push('stopped'),
  };
}

beforeEach(() => {
  done = [];
  access = {
    loadLab: async () => lab,
    runningLabs: () => ({}),
    startLab: async (_lab, port) => {
      done.push(`started on ${port}`);
      return { kind: 'running', server: server('http://new') };
    },
    send: async (url) => {
      done.push(`sent to ${url}`);
      return { request, response, durationMs: 1 };
    },
  };
});

test('a lab that does not run is started on a free port and stopped again', async () => {
  expect(await askLab(access, 'predict', request)).toMatchObject({
    isOk: true,
    exchange: { response },
  });
  expect(done).toEqual(['started on 0', 'sent to http://new', 'stopped']);
});

test('a lab that runs is asked where it is, and goes on', async () => {
  access.runningLabs = () => ({ predict: server('http://here') });
  expect(await askLab(access, 'predict', request)).toMatchObject({ isOk: true });
  expect(done).toEqual(['sent to http://here']);
});

test('one that gives no reply is stopped too, and the reason is said', async () => {
  access.send = async () => ({ request, durationMs: 1, failure: 'There was no reply.' });
  const reply = await askLab(access, 'predict', request);
  expect(reply).toMatchObject({ isOk: false, message: 'There was no reply.' });
  expect(done).toEqual(['started on 0', 'stopped']);
});

test('one that cannot be started or found is a reason, never an exception', async () => {
  access.startLab = async () => ({
    kind: 'broken',
    message: 'It ended.',
    remedy: 'Look.',
    afterMs: 1,
    output: '',
  });
  const broken = { isOk: false, message: 'It ended.', remedy: 'Look.' };
  expect(await askLab(access, 'predict', request)).toEqual(broken);
  access.loadLab = async () => {
    throw new Error('gone');
  };
  expect(await askLab(access, 'predict', request)).toMatchObject({ isOk: false, message: 'gone' });
});

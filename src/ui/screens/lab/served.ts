import { basename } from 'node:path';
import { span } from '../../../layout/width.ts';
import type { Exercise, Lab, LabRequest } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import type { Play } from '../../../model/play.ts';
import type { LabRun } from '../../lab-runs.ts';

/** What a lab screen serves: a lab of the course, or the learner's own handler. */
export type Served = {
  /** What its run is kept under. */
  id: string;
  title: string;
  requests: LabRequest[];
} & ({ kind: 'lab'; lab: Lab } | { kind: 'play'; play: Play });

export function serveLab(lab: Lab): Served {
  return { kind: 'lab', lab, id: lab.id, title: lab.id, requests: lab.requests };
}

/** A handler with the requests worth trying on it; the last one is the learner's to write. */
export function servePlay(play: Play, about?: { exercise: Exercise; lab: Lab }): Served {
  // A lab's notes say what the lab answers.
  const ofLab = (about?.lab.requests ?? []).map(({ note: _note, ...request }) => request);
  const known = [...taskRequests(about?.exercise), ...ofLab];
  const paths = taskPaths(about?.exercise);
  const fitting = known.filter(
    ({ path }) => paths.length === 0 || paths.some((named) => fits(pathOf(path), named)),
  );
  return {
    kind: 'play',
    play,
    id: play.file,
    title: `play · ${about?.exercise.id ?? basename(play.file)}`,
    requests: [...fitting, freeRequest],
  };
}

const freeRequest: LabRequest = {
  id: 'own',
  title: 'a request of your own',
  method: 'GET',
  path: '/',
  headers: {},
  note: [{ text: 'e opens it: write any method, path and body.', style: 'plain' }],
};

/** The requests that an exercise's task shows as HTTP. */
function taskRequests(exercise: Exercise | undefined): LabRequest[] {
  const codes = (exercise?.task ?? []).flatMap((block) =>
    block.kind === 'code' && block.code.language === 'http' ? [block.code] : [],
  );
  return codes.flatMap(({ lines }, index) => {
    const text = lines.map((line) => line.map((token) => token.text).join('')).join('\n');
    const request = readHttp(text);
    const number = codes.length > 1 ? ` ${index + 1}` : '';
    return request === undefined
      ? []
      : [{ ...request, id: `task-${index}`, title: `the request of the task${number}` }];
  });
}

/** The paths that a task speaks of, in its HTTP or in its text, as in `POST /predict`. */
function taskPaths(exercise: Exercise | undefined): string[] {
  const inText = (exercise?.task ?? []).flatMap((block) => {
    const texts =
      block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [];
    return texts.flat().flatMap(({ text }) => {
      const [, path] = /^(?:GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(text) ?? [];
      return path === undefined ? [] : [pathOf(path)];
    });
  });
  return [...inText, ...taskRequests(exercise).map(({ path }) => pathOf(path))];
}

/** Whether a path is the named one; `{id}` stands for any one part. */
function fits(path: string, named: string): boolean {
  const [parts, wanted] = [path, named].map((text) => text.split('/'));
  return (
    parts?.length === wanted?.length &&
    (wanted ?? []).every((part, index) => /^\{.*\}$/.test(part) || part === parts?.[index])
  );
}

/** A request as a task writes it: a line, headers, an empty line, the body. */
function readHttp(text: string): Omit<LabRequest, 'id' | 'title'> | undefined {
  const [head = '', ...rest] = text.split('\n\n');
  const [first = '', ...headerLines] = head.split('\n');
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(first.trim()) ?? [];
  if (method === undefined || path === undefined) return undefined;
  const headers = headerLines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  });
  const body = rest.join('\n\n').trim();
  return {
    method,
    path,
    headers: Object.fromEntries(headers),
    ...(body === '' ? {} : { body }),
  };
}

function pathOf(path: string): string {
  return path.split('?')[0] ?? path;
}

/** What a lab or handler does now, for the header. */
export function servedAside({ state }: LabRun): Line {
  switch (state.kind) {
    case 'running':
      return [span('● ', 'ok'), span(state.url)];
    case 'starting':
      return [span('starting …', 'muted')];
    case 'stopped':
      return [span('○ stopped', 'muted')];
    case 'failed':
      return [span('✘ not running', 'wrong')];
    default:
      return state satisfies never;
  }
}

import { dirname, join } from 'node:path';
import type { Exercise } from '../model/course.ts';
import type { Target, Verdict } from '../model/verdict.ts';
import type { Context, PythonFinding } from './context.ts';

export type ProofKind = 'starter' | 'solution' | 'right' | 'wrong' | 'python';

/** One handler of an exercise and what its grader must say of it. */
export type Proof = {
  kind: ProofKind;
  /** The file's path inside the exercise's folder. */
  name: string;
  target: Target;
  /** The check that a wrong handler names. */
  rejectedBy?: string;
};

/** All that has to be proven of one exercise, read from its folder. */
export async function listProofs(
  context: Context,
  exercise: Exercise,
  python: PythonFinding,
): Promise<Proof[]> {
  const folder = dirname(exercise.checksFile);
  const ofFile = (kind: ProofKind, file: string): Proof => ({
    kind,
    name: file.slice(folder.length + 1).replaceAll('\\', '/'),
    target: { kind: 'file', file },
  });
  const [right, wrong] = await Promise.all(
    ['right', 'wrong'].map((name) => context.sources.listFiles(join(folder, name))),
  );
  const mistakes = (wrong ?? []).map(async (file) => ({
    ...ofFile('wrong', file),
    rejectedBy: readRejectedBy((await context.services.readFile(file)) ?? ''),
  }));
  return [
    ofFile('starter', join(folder, 'starter.ts')),
    ofFile('solution', join(folder, 'solution.ts')),
    ...(right ?? []).map((file) => ofFile('right', file)),
    ...(await Promise.all(mistakes)),
    ...(python.kind === 'ready' ? [ofPython(folder, python.command)] : []),
  ];
}

function ofPython(folder: string, python: string): Proof {
  const app = `--app-dir "${folder}" solution:app`;
  const command = `"${python}" -B -m uvicorn ${app} --port {port} --log-level warning`;
  return { kind: 'python', name: 'solution.py', target: { kind: 'command', command } };
}

function readRejectedBy(text: string): string | undefined {
  return /^\/\/ rejected-by: (\S+)\s*$/m.exec(text)?.[1];
}

/** What is wrong with a grader's verdict on a handler, and what is worth knowing about it. */
export function judge(proof: Proof, verdict: Verdict): { problem?: string; note?: string } {
  const failed = verdict.checks.filter(({ status }) => status === 'failed' || status === 'stuck');
  const names = failed.map(({ id }) => id).join(', ');
  switch (proof.kind) {
    case 'starter': {
      if (verdict.status === 'failed') return {};
      const expected = 'It must start and fail its checks.';
      return { problem: `is ${verdict.status}. ${expected} ${verdict.message}` };
    }
    case 'solution':
    case 'right':
    case 'python': {
      if (verdict.status === 'passed') return {};
      const why = names === '' ? verdict.message : `by ${names}: ${failed[0]?.message ?? ''}`;
      return { problem: `must pass and is ${verdict.status} ${why}`.trim() };
    }
    case 'wrong':
      return judgeMistake(proof, verdict, names);
    default:
      return proof.kind satisfies never;
  }
}

function judgeMistake(
  { rejectedBy }: Proof,
  verdict: Verdict,
  names: string,
): { problem?: string; note?: string } {
  if (rejectedBy === undefined) {
    return { problem: 'names no check. Begin it with // rejected-by: <check id>.' };
  }
  if (verdict.status === 'passed') return { problem: `passes; ${rejectedBy} must reject it.` };
  const rejected = verdict.checks.filter(({ status }) => status === 'failed' || status === 'stuck');
  if (!rejected.some(({ id }) => id === rejectedBy)) {
    const by = names === '' ? verdict.message : `only by ${names}.`;
    return { problem: `must be rejected by ${rejectedBy} and is ${verdict.status} ${by}` };
  }
  const first = rejected[0]?.id;
  if (first === rejectedBy || first === undefined) return {};
  return { note: `${rejectedBy} rejects it, after ${first} did.` };
}

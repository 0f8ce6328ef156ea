import { dirname, join } from 'node:path';
import type { Exercise } from '../model/course.ts';
import { contractCheckIds, type Target, type Verdict } from '../model/verdict.ts';
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

/** What is wrong with a grader's verdict on a handler, in words that follow the handler's name. */
export function judge(proof: Proof, verdict: Verdict): string | undefined {
  switch (proof.kind) {
    case 'starter': {
      if (verdict.status === 'failed') return undefined;
      const expected = 'It must start and fail its checks.';
      return `is ${verdict.status}. ${expected} ${verdict.message}`;
    }
    case 'solution':
    case 'right':
    case 'python': {
      if (verdict.status === 'passed') return undefined;
      const failed = listFailed(verdict);
      const names = failed.map(({ id }) => id).join(', ');
      const why = names === '' ? verdict.message : `by ${names}: ${failed[0]?.message ?? ''}`;
      return `must pass and is ${verdict.status} ${why}`.trim();
    }
    case 'wrong':
      return judgeMistake(proof, verdict);
    default:
      return proof.kind satisfies never;
  }
}

function listFailed({ checks }: Verdict): Verdict['checks'] {
  return checks.filter(({ status }) => status === 'failed' || status === 'stuck');
}

/** A mistake proves a check only where that check is the first to reject it. */
function judgeMistake({ rejectedBy }: Proof, verdict: Verdict): string | undefined {
  if (rejectedBy === undefined) return 'names no check. Begin it with // rejected-by: <check id>.';
  if (verdict.status === 'passed') return `passes; ${rejectedBy} must reject it.`;
  if (verdict.status !== 'failed') {
    return `is ${verdict.status}, and must start, answer and fail ${rejectedBy}. ${verdict.message}`;
  }
  const failed = listFailed(verdict);
  const [first] = failed;
  if (first?.id === rejectedBy) return undefined;
  const reason = `dies for another reason: ${first?.id} rejects it first (${first?.message})`;
  return failed.some(({ id }) => id === rejectedBy)
    ? `${reason}, and only then ${rejectedBy}.`
    : `${reason}, and ${rejectedBy} never does.`;
}

/** The checks of a verdict that no mistake names: nobody has seen them reject anything. */
export function listUnproven(verdict: Verdict, proofs: Proof[]): string[] {
  const proven = new Set(proofs.map(({ rejectedBy }) => rejectedBy));
  const generated: string[] = Object.values(contractCheckIds);
  return verdict.checks
    .map(({ id }) => id)
    .filter((id) => !proven.has(id) && !generated.includes(id));
}

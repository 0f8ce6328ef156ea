import { dirname, join } from 'node:path';
import type { Exercise } from '../model/course.ts';
import { runSideBySide } from '../model/side-by-side.ts';
import { type Target, typesCheckId, type Verdict } from '../model/verdict.ts';
import type { Context, PythonFinding } from './context.ts';
import { judge, listProofs, listUnproven, type Proof, type ProofKind } from './course-proofs.ts';

/** So many graders stay warm. */
export const atOnce = 2;
/** A proof is about verdicts, not about speed: a busy machine must not turn one into another. */
const proofDeadlineMs = 60_000;

export type ProofCounts = Record<ProofKind, number>;
export type ProofProblem = { exercise: string; file: string; problem: string };

/** What the handlers of one exercise say of its grader. */
export type ExerciseProof = {
  exercise: string;
  /** The checks of its verdict, those that hold replies against contracts included. */
  checks: number;
  counts: ProofCounts;
  problems: ProofProblem[];
};

/** Grades every handler of an exercise with inputs drawn from the seed, two side by side. Ends early when the program ends. */
export async function proveExercise(
  context: Context,
  exercise: Exercise,
  python: PythonFinding,
  seed: number,
): Promise<ExerciseProof> {
  const { signal } = context;
  const proofs = await listProofs(context, exercise, python);
  const mistakes = await serveMistakes(context, exercise, proofs);
  try {
    const verdicts = await runSideBySide(proofs, atOnce, async (proof) =>
      signal.aborted
        ? undefined
        : gradePatiently(context, exercise, () => mistakes.findTarget(proof), seed),
    );
    return sumUp(exercise.id, proofs, verdicts);
  } finally {
    await mistakes.stop();
  }
}

/**
 * Mistakes are many, and starting a process is what a grade of one costs: one serves them all. What TypeScript rejects is
 * graded as a file, and so is what cannot be loaded beside the others.
 */
async function serveMistakes(context: Context, exercise: Exercise, proofs: Proof[]) {
  const served = proofs.flatMap(({ kind, name, target, rejectedBy }) =>
    kind === 'wrong' && target.kind === 'file' && rejectedBy !== typesCheckId
      ? [{ kind: 'mistake' as const, id: name, file: target.file }]
      : [],
  );
  const solution = join(dirname(exercise.checksFile), 'solution.ts');
  const server = await context.serveMutants(exercise, solution, served);
  const findTarget = async ({ name, target }: Proof): Promise<Target> => {
    const index = served.findIndex(({ id }) => id === name);
    const url = index === -1 ? undefined : await server.load(index);
    return url === undefined ? target : { kind: 'url', url };
  };
  return { findTarget, stop: server.stop };
}

/**
 * Grades a target; one that was silent or gone is graded once more, as it may only have been slow. Undefined when
 * `findTarget` finds none.
 */
export async function gradePatiently(
  { services, signal }: Context,
  exercise: Exercise,
  findTarget: () => Promise<Target | undefined>,
  seed: number,
): Promise<Verdict | undefined> {
  const grade = async (): Promise<Verdict | undefined> => {
    const target = await findTarget();
    const options = { signal, seed, deadlineMs: proofDeadlineMs };
    return target && services.grade(exercise, target, options);
  };
  const verdict = await grade();
  return verdict?.status === 'stuck' || verdict?.status === 'broken' ? grade() : verdict;
}

function sumUp(
  exercise: string,
  proofs: Proof[],
  verdicts: (Verdict | undefined)[],
): ExerciseProof {
  const counts: ProofCounts = { starter: 0, solution: 0, right: 0, wrong: 0, python: 0 };
  const problems: ProofProblem[] = [];
  let checks = 0;
  for (const [index, proof] of proofs.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined) continue;
    counts[proof.kind] += 1;
    const problem = judge(proof, verdict);
    if (problem !== undefined) problems.push({ exercise, file: proof.name, problem });
    if (proof.kind !== 'solution') continue;
    checks = verdict.checks.length;
    for (const id of listUnproven(verdict, proofs)) {
      const text = `nothing in wrong/ is rejected by ${id}. Add a mistake that only this check sees.`;
      problems.push({ exercise, file: 'checks.ts', problem: text });
    }
  }
  return { exercise, checks, counts, problems };
}

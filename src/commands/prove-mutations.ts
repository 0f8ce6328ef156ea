import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { findOperation } from '../model/contract.ts';
import type { Exercise } from '../model/course.ts';
import { runSideBySide } from '../model/side-by-side.ts';
import type { Target } from '../model/verdict.ts';
import { listReplyMutants } from '../proofs/list-reply-mutants.ts';
import { listSourceMutants } from '../proofs/list-source-mutants.ts';
import type { Mutant } from '../proofs/mutant.ts';
import { type Fate, type Tally, tallyFates } from '../proofs/tally.ts';
import type { Context, MutantServer } from './context.ts';
import { atOnce, gradePatiently, type ProofProblem } from './prove-exercise.ts';

/** The replies are recorded with one seed and the mutants graded with another, so that a recording is no answer. */
const recordingSeed = 1;
const gradingSeed = 2;

export type MutationProof = Omit<Tally, 'stale'> & { exercise: string; problems: ProofProblem[] };

export type Progress = { done: number; total: number; survived: number };

/** So many mutations, drawn from a seed: the same seed draws the same ones again. */
export type Sample = { count: number; seed: number };

type Options = { sample?: Sample; onProgress: (progress: Progress) => void };

/**
 * Grades every standard mutation of an exercise's solution, or a sample of them. Rejects with the signal's reason when it
 * is aborted.
 */
export async function proveMutations(
  context: Context,
  exercise: Exercise,
  { sample, onProgress }: Options,
): Promise<MutationProof> {
  const file = join(dirname(exercise.checksFile), 'solution.ts');
  const { mutants: all, problem } = await listMutants(context, exercise, file);
  if (problem !== undefined) {
    const problems = [{ exercise: exercise.id, file: 'solution.ts', problem }];
    return { ...tallyFates([], []), exercise: exercise.id, problems };
  }
  const mutants = sample === undefined ? all : drawSample(all, sample);
  const left = new Set(all.filter((mutant) => !mutants.includes(mutant)).map(({ id }) => id));
  const server = await context.serveMutants(exercise, file, mutants);
  try {
    const progress = { done: 0, total: mutants.length, survived: 0 };
    const fates = await runSideBySide(mutants, atOnce, async ({ id }, index): Promise<Fate> => {
      const fate = await gradeMutant(context, exercise, server, index);
      progress.done += 1;
      if (fate === 'survived') progress.survived += 1;
      onProgress(progress);
      return { id, fate };
    });
    return sumUp(exercise, fates, left);
  } finally {
    await server.stop();
  }
}

async function listMutants(
  context: Context,
  exercise: Exercise,
  file: string,
): Promise<{ mutants: Mutant[]; problem?: string }> {
  const source = (await context.services.readFile(file)) ?? '';
  const findTarget = async (): Promise<Target> => ({ kind: 'file', file });
  const verdict = await gradePatiently(context, exercise, findTarget, recordingSeed);
  if (verdict?.status !== 'passed') {
    return { mutants: [], problem: `is ${verdict?.status}, so it has no mutations.` };
  }
  const exchanges = verdict.checks.flatMap((check) => check.exchanges);
  const { parseSource } = await import('../proofs/parse-source.ts');
  const document = { method: 'GET', path: '/openapi.json' };
  const isDocumentAsked =
    exercise.contract === undefined || findOperation(exercise.contract, document) !== undefined;
  return {
    mutants: [
      ...listReplyMutants(exchanges, exercise.contract),
      ...listSourceMutants(source, parseSource(source), { isDocumentAsked }),
    ],
  };
}

async function gradeMutant(
  context: Context,
  exercise: Exercise,
  server: MutantServer,
  index: number,
): Promise<Fate['fate']> {
  context.signal.throwIfAborted();
  // Loaded anew before a second try: the first may have stood beside one that took their server down.
  const findTarget = async (): Promise<Target | undefined> => {
    const url = await server.load(index);
    return url === undefined ? undefined : { kind: 'url', url };
  };
  const verdict = await gradePatiently(context, exercise, findTarget, gradingSeed);
  if (verdict === undefined) return 'unusable';
  return verdict.status === 'passed' ? 'survived' : 'killed';
}

function drawSample(mutants: Mutant[], { count, seed }: Sample): Mutant[] {
  const rank = ({ id }: Mutant) => createHash('sha256').update(`${seed}:${id}`).digest('hex');
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** What became of the mutations; those of `left` were not graded, and nothing is known of them. */
function sumUp(exercise: Exercise, fates: Fate[], left: Set<string>): MutationProof {
  const { stale, ...tally } = tallyFates(
    fates,
    exercise.equivalents?.map(({ mutation }) => mutation).filter((id) => !left.has(id)) ?? [],
  );
  const survived = tally.survivors.map((id) => ({
    exercise: exercise.id,
    file: 'checks.ts',
    problem: `lets a mutation pass: ${id}. Add a check, or explain it in equivalent.yaml.`,
  }));
  const rotten = stale.map(({ mutation, problem }) => ({
    exercise: exercise.id,
    file: 'equivalent.yaml',
    problem: `${mutation}: ${problem}. Take it out.`,
  }));
  return { ...tally, exercise: exercise.id, problems: [...survived, ...rotten] };
}

/** `killed 183 of 187, 4 equivalent` */
export function describeTally({ graded, killed, equivalent, survivors }: MutationProof): string {
  const open = survivors.length === 0 ? '' : `, ${survivors.length} unexplained`;
  return `killed ${killed} of ${graded}, ${equivalent} equivalent${open}`;
}

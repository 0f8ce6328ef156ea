import { resolve } from 'node:path';
import { formatProblems } from '../course/problems.ts';
import type { Course } from '../model/course.ts';
import { type Arguments, exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { maxSeed } from './grade-target.ts';
import {
  type ExerciseProof,
  type ProofCounts,
  type ProofProblem,
  proveExercise,
} from './prove-exercise.ts';
import {
  describeTally,
  type MutationProof,
  type Progress,
  proveMutations,
  type Sample,
} from './prove-mutations.ts';
import { complain, say, showJson } from './show.ts';

type Report = {
  counts: ProofCounts;
  exercises: Omit<ExerciseProof, 'problems'>[];
  /** With `--mutations`. */
  mutations?: Omit<MutationProof, 'problems'>[];
  /** What the mutations and the inputs of every grade were drawn from. */
  seed: number;
  problems: ProofProblem[];
  skipped?: string;
};

/** `api-labs check-course [folder]`: proves that every grader accepts what is right and rejects what is wrong. */
export const run: RunCommand = async (context, args) => {
  const { sources } = context;
  const drawing = readDrawing(args);
  if ('problem' in drawing) {
    complain(context, drawing.problem);
    return exitCodes.wrongUsage;
  }
  const folder =
    args.subject === undefined ? sources.defaultFolder() : resolve(context.cwd, args.subject);
  if (folder === undefined) {
    complain(context, 'There is no course here: name the folder that holds lessons/ and labs/.');
    return exitCodes.wrongUsage;
  }
  const isJson = args.isOn('json');
  const { course: whole, problems } = await sources.load(folder);
  if (whole === undefined || problems.length > 0) {
    if (isJson) showJson(context, { schemaVersion: 1, status: 'broken', problems });
    else complain(context, formatProblems(problems));
    return exitCodes.notPassed;
  }
  const only = args.text('only');
  const course = only === undefined ? whole : keepOnly(whole, only);
  if (course.exercises.length === 0) {
    complain(context, `No exercise is called ${only}: name a lab, or an exercise as lab/exercise.`);
    return exitCodes.wrongUsage;
  }
  const note = isJson ? complain : say;
  const report = await proveCourse(context, course, drawing.seed, note);
  if (args.isOn('mutations')) await mutateCourse(context, course, report, note, drawing.sample);
  const isProven = report.problems.length === 0 && !context.signal.aborted;
  if (isJson) {
    const status = isProven ? 'passed' : 'failed';
    showJson(context, { schemaVersion: 1, status, lessons: course.lessons.length, ...report });
  } else {
    showReport(context, course, report);
  }
  return isProven ? exitCodes.passed : exitCodes.notPassed;
};

/** The exercises of one lab, or one exercise. */
function keepOnly(course: Course, only: string): Course {
  const exercises = course.exercises.filter(
    ({ id, lab }) => id === only || lab === only.replace(/\/$/, ''),
  );
  return { ...course, exercises };
}

type Drawing = { seed: number; sample?: Sample };

/** How many mutations of each exercise are drawn, all of them without `--sample`, and from which seed. */
function readDrawing(args: Arguments): Drawing | { problem: string } {
  const count = args.text('sample');
  const given = args.text('seed') ?? String(Math.floor(Math.random() * 1e6));
  const seed = Number(given);
  if (!/^\d+$/.test(given) || seed > maxSeed) {
    return { problem: `--seed ${given} is no whole number from 0 to ${maxSeed}.` };
  }
  if (count === undefined) return { seed };
  if (!/^[1-9]\d*$/.test(count)) return { problem: `--sample ${count} is no number of mutations.` };
  return { seed, sample: { count: Number(count), seed } };
}

type Note = (context: Context, message: string) => void;

async function mutateCourse(
  context: Context,
  course: Course,
  report: Report,
  note: Note,
  sample: Sample | undefined,
): Promise<void> {
  report.mutations = [];
  for (const exercise of course.exercises) {
    if (context.signal.aborted) return;
    const { problems, ...proof } = await proveMutations(context, exercise, {
      sample,
      onProgress: (progress) => showProgress(context, exercise.id, progress),
    });
    note(context, `${proof.exercise}: ${describeTally({ ...proof, problems })}`);
    report.mutations.push(proof);
    report.problems.push(...problems);
  }
}

/** One line that is written over, where somebody is looking. */
function showProgress(context: Context, id: string, { done, total, survived }: Progress): void {
  if (!context.terminal.isInteractive) return;
  const line = `${id}: ${done} of ${total} mutations, ${survived} survived`;
  const blank = ' '.repeat(Math.max(0, context.terminal.columns - 1));
  context.writeError(done === total ? `\r${blank}\r` : `\r${line}`);
}

async function proveCourse(
  context: Context,
  course: Course,
  seed: number,
  note: Note,
): Promise<Report> {
  const python = await context.probes.python();
  const counts: ProofCounts = { starter: 0, solution: 0, right: 0, wrong: 0, python: 0 };
  const report: Report = { counts, seed, exercises: [], problems: [] };
  if (python.kind !== 'ready') {
    const why =
      python.kind === 'none'
        ? 'no Python was found'
        : `${python.command} has no FastAPI and uvicorn`;
    report.skipped = `The FastAPI solutions were not run: ${why}.`;
  }
  for (const exercise of course.exercises) {
    if (context.signal.aborted) return report;
    const { problems, ...proof } = await proveExercise(context, exercise, python, seed);
    note(
      context,
      `${proof.exercise}: ${countOf(proof.checks, 'check')}, ${countOf(proof.counts.wrong, 'mistake')} told apart, ${countOf(proof.counts.right, 'other right handler')}, ${countOf(problems.length, 'problem')}`,
    );
    report.exercises.push(proof);
    report.problems.push(...problems);
    counts.starter += proof.counts.starter;
    counts.solution += proof.counts.solution;
    counts.right += proof.counts.right;
    counts.wrong += proof.counts.wrong;
    counts.python += proof.counts.python;
  }
  return report;
}

function showReport(context: Context, course: Course, report: Report): void {
  const { counts, problems, skipped, seed } = report;
  context.write('\n');
  say(
    context,
    `Graded: ${countOf(counts.starter, 'starter')}, ${countOf(counts.solution, 'solution')}, ${countOf(counts.right, 'other right handler')}, ${countOf(counts.wrong, 'mistake')}, ${countOf(counts.python, 'FastAPI solution')}.`,
  );
  say(
    context,
    `Course: ${countOf(course.lessons.length, 'lesson')}, ${countOf(course.labs.length, 'lab')}, ${countOf(course.exercises.length, 'exercise')}.`,
  );
  if (skipped !== undefined) say(context, skipped);
  say(context, `What is random was drawn with --seed ${seed}.`);
  for (const { exercise, file, problem } of problems) {
    complain(context, `${exercise}/${file}: ${problem}`);
  }
  say(
    context,
    problems.length === 0 ? 'Every grader is proven.' : `${countOf(problems.length, 'problem')}.`,
  );
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

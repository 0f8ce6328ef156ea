import { type ReactNode, useState } from 'react';
import { fitLine, span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Line } from '../../../model/lines.ts';
import type { OwnCheck, OwnChecks } from '../../../model/own-check.ts';
import type { Play } from '../../../model/play.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';

/** Said where it is not known what a handler answers. */
export const needsExercise =
  'A check belongs to an exercise: start with --exercise <id> to say which one this handler answers.';

type OwnChecksViewProps = { play: Play; onClose: () => void };

/** The learner's own checks for an exercise; what is marked can be dropped. */
export function OwnChecksView({ play, onClose }: OwnChecksViewProps): ReactNode {
  const session = useSession();
  const room = useRoom();
  const { exercise } = play;
  const [{ selected, dropped, confirming }, update] = useState<{
    selected: number;
    dropped: number;
    confirming?: string;
  }>({ selected: 0, dropped: 0 });
  const loaded = useLoaded<OwnChecks | undefined>(`${dropped}`, async () =>
    exercise === undefined ? undefined : session.services.readOwnChecks(play.file, exercise),
  );
  const found = loaded.kind === 'ready' ? loaded.value : undefined;
  const checks = found?.checks ?? [];
  const marked = checks[Math.min(selected, checks.length - 1)];
  const move = (by: number) => () =>
    update({ dropped, selected: Math.max(0, Math.min(selected + by, checks.length - 1)) });
  const drop = () => {
    if (marked === undefined || exercise === undefined) return;
    if (confirming !== marked.id) {
      update({ selected, dropped, confirming: marked.id });
      session.say({ tone: 'warn', text: `Drop ${marked.id} for good? Press x again.` });
      return;
    }
    session.attempt(async () => {
      const outcome = await session.services.dropOwnCheck(play.file, marked.id);
      session.say(statusOfOutcome(outcome));
      if (outcome.isOk) session.forgetGraded(exercise);
      update({
        selected: Math.max(0, Math.min(selected, checks.length - 2)),
        dropped: dropped + 1,
      });
    });
  };
  useKeys(loaded.kind === 'loading' ? undefined : 'ownChecks', {
    'select-up': move(-1),
    'select-down': move(1),
    drop,
    back: onClose,
  });
  const { lines, first, last } = checkLines(checks, marked, room.width);
  const said =
    exercise === undefined && loaded.kind === 'ready'
      ? needsExercise
      : introduction(found, loaded.kind === 'failed' ? loaded.message : undefined);
  const head = wrapSpans(
    [span(said, found?.problem === undefined ? 'muted' : 'wrong')],
    room.width,
  );
  const body = { total: lines.length, height: room.height - head.length - 1 };
  const shown = lines.slice(keepVisible(0, first, last, body));
  return (
    <Frame
      title={`${exercise ?? 'play'} · your own checks`}
      mode="ownChecks"
      labels={{ drop: marked !== undefined && 'drop', 'select-down': checks.length > 1 && 'move' }}
    >
      <LinesView lines={[...head, [], ...shown].slice(0, room.height)} {...room} />
    </Frame>
  );
}

function introduction(found: OwnChecks | undefined, failure: string | undefined): string {
  if (failure !== undefined) return failure;
  if (found?.problem !== undefined) return found.problem;
  if (found === undefined || found.checks.length === 0) {
    return 'None yet. Send a request, then press a: request and reply become a check of your own.';
  }
  return 'Graded after the checks of the course. They are kept in my-checks.json, beside your handler.';
}

const maxBodyLines = 5;

/** Each check on a line; the marked one with what it sends and asks for. */
function checkLines(checks: OwnCheck[], marked: OwnCheck | undefined, width: number) {
  const lines: Line[] = [];
  let first = 0;
  for (const check of checks) {
    const isMarked = check === marked;
    if (isMarked) first = lines.length;
    const mark = isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
    const title = span(check.title, isMarked ? 'accent' : undefined);
    const line = [mark, span(check.id.padEnd(8), 'muted'), title];
    if (!isMarked) lines.push(fitLine(line, width));
    else
      lines.push(
        ...wrapSpans(line, width, {
          firstIndent: [],
          indent: [span(' '.repeat(10))],
        }),
      );
    if (isMarked) lines.push(...expectedLines(check, width));
  }
  const last = Math.min(lines.length - 1, first + maxBodyLines);
  return { lines, first, last };
}

function expectedLines({ expect }: OwnCheck, width: number): Line[] {
  const body = expect.json === undefined ? expect.text : JSON.stringify(expect.json);
  if (body === undefined) return [];
  const indent = [span(' '.repeat(10))];
  const lines = wrapSpans([span(body === '' ? '(no body)' : body, 'code-string')], width, {
    firstIndent: indent,
    indent,
  });
  if (lines.length <= maxBodyLines) return lines;
  return [...lines.slice(0, maxBodyLines - 1), [...indent, span('…', 'muted')]];
}

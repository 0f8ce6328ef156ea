import { type ReactNode, useState } from 'react';
import { layoutBody } from '../../../layout/exchange.ts';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { Line } from '../../../model/lines.ts';
import { type KeptBody, keepableBodies, makeOwnCheck } from '../../../model/own-check.ts';
import type { Play } from '../../../model/play.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';

type KeepCheckProps = { play: Play; exchange: Exchange; onDone: () => void };

/** Asks what of a reply has to come back each time, and keeps it as a check. */
export function KeepCheck({ play, exchange, onDone }: KeepCheckProps): ReactNode {
  const session = useSession();
  const room = useRoom();
  const bodies = keepableBodies(exchange);
  const [selected, select] = useState(0);
  const kept = bodies[selected] ?? 'none';
  const check = makeOwnCheck(exchange, kept);
  const keep = () => {
    const { exercise } = play;
    if (exercise === undefined) return onDone();
    session.attempt(async () => {
      const outcome = await session.services.keepOwnCheck(play.file, exercise, check);
      session.say(statusOfOutcome(outcome));
      if (outcome.isOk) session.forgetGraded(exercise);
      onDone();
    });
  };
  useKeys('keeping', {
    confirm: keep,
    back: onDone,
    'select-up': () => select(Math.max(0, selected - 1)),
    'select-down': () => select(Math.min(bodies.length - 1, selected + 1)),
  });
  const choices = bodies.map((body, index): Line => {
    const isMarked = index === selected;
    const mark = isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
    return [mark, span(wordsOf(body, exchange), isMarked ? 'accent' : undefined)];
  });
  const lines = [
    [span('What has to come back each time you are graded?')],
    ...choices,
    [],
    ...wrapSpans([span('Check  ', 'muted'), span(check.title)], room.width, {
      firstIndent: [],
      indent: [span('       ')],
    }),
    [],
    ...bodyLines(kept, exchange, { width: room.width, height: room.height - bodies.length - 5 }),
  ];
  return (
    <Frame title={`${play.exercise} · keep as a check of your own`} mode="keeping">
      <LinesView lines={lines.slice(0, room.height)} {...room} />
    </Frame>
  );
}

/** What of the body is asked for, as far as there is room to show it. */
function bodyLines(
  kept: KeptBody,
  { response }: Exchange,
  { width, height }: { width: number; height: number },
): Line[] {
  if (response === undefined || kept === 'none') return [];
  const lines = layoutBody(response, width);
  if (lines.length <= height) return lines;
  return [...lines.slice(0, height - 1), [span('… the rest of it is kept too', 'muted')]];
}

function wordsOf(body: KeptBody, { response }: Exchange): string {
  const status = `status ${response?.status}`;
  switch (body) {
    case 'json':
      return `${status} and this JSON body`;
    case 'text':
      return response?.body === '' ? `${status} and no body` : `${status} and exactly this text`;
    case 'none':
      return `${status}, whatever the body`;
    default:
      return body satisfies never;
  }
}

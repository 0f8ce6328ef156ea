import { type ReactNode, useState } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Line } from '../../../model/lines.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';

/** The first start: says what this is and offers to make the workspace. */
export function WelcomeScreen(): ReactNode {
  const session = useSession();
  const { services } = session;
  const room = useRoom();
  const [isMaking, setIsMaking] = useState(false);
  const workspace = services.workspace();
  const folder = workspace.kind === 'none' ? workspace.suggestedFolder : workspace.folder;

  const make = () => {
    if (isMaking) return;
    setIsMaking(true);
    session.attempt(async () => {
      try {
        const outcome = await services.createWorkspace(folder);
        session.say(statusOfOutcome(outcome));
        if (outcome.isOk) session.goHome();
      } finally {
        setIsMaking(false);
      }
    });
  };
  useKeys('welcome', { confirm: make, decline: session.goHome });

  return (
    <Frame title="api-labs" mode="welcome">
      <LinesView lines={welcomeLines(folder, isMaking, room.width)} {...room} />
    </Frame>
  );
}

function welcomeLines(folder: string, isMaking: boolean, width: number): Line[] {
  const columns = Math.min(width, 76);
  const text = (words: string) => wrapSpans([span(words)], columns);
  const exercises: Line = [span('Your exercises need a folder. It will be', 'muted')];
  return [
    [],
    ...text('Learn FastAPI well enough to explain it, build it and defend it in an interview.'),
    ...text(
      'You read, predict, send real requests, and write handlers in Hono and Zod that are graded.',
    ),
    [],
    exercises,
    [],
    ...wrapSpans([span(folder, 'accent', { isBold: true })], columns - 2, { indent: [span('  ')] }),
    [],
    isMaking
      ? [span('Making it …', 'muted')]
      : [
          span('▸ ', 'accent'),
          span('Press Enter to make it', undefined, { isBold: true }),
          span(', or n to look around first.'),
        ],
  ];
}

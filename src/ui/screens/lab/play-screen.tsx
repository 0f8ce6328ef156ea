import { type ReactNode, useEffect } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useRoom } from '../../room.ts';
import type { Services } from '../../services.ts';
import { useSession } from '../../session.ts';
import { servePlay } from './served.ts';
import { ServedScreen } from './served-screen.tsx';

type PlayScreenProps = { file: string; exercise?: string };

/** The learner's own handler, served as a lab is for as long as its screen is open. */
export function PlayScreen({ file, exercise }: PlayScreenProps): ReactNode {
  const session = useSession();
  const room = useRoom();
  const loaded = useLoaded(file, () => loadAbout(session.services, exercise));
  const { stop } = session.labs;
  // On the exercise's screen each save is graded: nothing else should run the handler there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen is left.
  useEffect(() => () => session.attempt(() => stop(file)), [file]);
  useKeys(loaded.kind === 'failed' ? 'help' : undefined, {});
  if (loaded.kind === 'ready') {
    return <ServedScreen served={servePlay({ file, exercise }, loaded.value)} />;
  }
  const problem =
    loaded.kind === 'failed' ? `This exercise could not be opened: ${loaded.message}` : '';
  return (
    <Frame title={file} mode="help">
      <LinesView lines={wrapSpans([span(problem, 'wrong')], room.width)} {...room} />
    </Frame>
  );
}

async function loadAbout(services: Services, id: string | undefined) {
  if (id === undefined) return undefined;
  const exercise = await services.loadExercise(id);
  return { exercise, lab: await services.loadLab(exercise.lab) };
}

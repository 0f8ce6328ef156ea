import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { OpenExercise } from './open-exercise.tsx';

/** An exercise: its task, the verdict on each save, hints, the solution. */
export function ExerciseScreen({ id }: { id: string }): ReactNode {
  const session = useSession();
  const room = useRoom();
  const loaded = useLoaded(id, session.services.loadExercise);
  useKeys(loaded.kind === 'failed' ? 'help' : undefined, {});
  if (loaded.kind === 'ready') return <OpenExercise exercise={loaded.value} />;
  const problem =
    loaded.kind === 'failed' ? `This exercise could not be opened: ${loaded.message}` : '';
  return (
    <Frame title={id} mode="help">
      <LinesView lines={wrapSpans([span(problem, 'wrong')], room.width)} {...room} />
    </Frame>
  );
}

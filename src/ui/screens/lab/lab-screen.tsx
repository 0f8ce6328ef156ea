import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { serveLab } from './served.ts';
import { ServedScreen } from './served-screen.tsx';

/** A lab: its requests, its log, the reply. It is started when the screen opens. */
export function LabScreen({ id }: { id: string }): ReactNode {
  const session = useSession();
  const loaded = useLoaded(id, session.services.loadLab);
  const room = useRoom();
  useKeys(loaded.kind === 'failed' ? 'help' : undefined, {});
  if (loaded.kind === 'ready') return <ServedScreen served={serveLab(loaded.value)} />;
  const problem = loaded.kind === 'failed' ? `This lab could not be opened: ${loaded.message}` : '';
  return (
    <Frame title={id} mode="help">
      <LinesView lines={[[span(problem, 'wrong')]]} {...room} />
    </Frame>
  );
}

import { type ReactNode, useEffect, useReducer, useState } from 'react';
import { layoutRace } from '../../../layout/race.ts';
import { span } from '../../../layout/width.ts';
import type { Lab } from '../../../model/course.ts';
import { type Race, type RaceEvent, reduceRace, startRace } from '../../../model/race.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { pace } from '../../pace.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';

/** Servers that answer the same request, as fast as they can, in turn. It begins when the screen opens. */
export function RaceScreen({ id }: { id: string }): ReactNode {
  const session = useSession();
  const room = useRoom();
  const loaded = useLoaded(id, session.services.loadLab);
  useKeys(loaded.kind === 'failed' ? 'help' : undefined, {});
  if (loaded.kind === 'ready' && loaded.value.race !== undefined) {
    return <RunningRace lab={loaded.value} />;
  }
  const problem =
    loaded.kind === 'failed' ? `This race could not be opened: ${loaded.message}` : '';
  return (
    <Frame title={`${id} · race`} mode="help">
      <LinesView lines={[[span(problem, 'wrong')]]} {...room} />
    </Frame>
  );
}

const frameMs = 80;

type RacesEvent = { kind: 'again'; race: Race } | { kind: 'happened'; events: RaceEvent[] };

function reduceRaces(race: Race, event: RacesEvent): Race {
  return event.kind === 'again' ? event.race : event.events.reduce(reduceRace, race);
}

function RunningRace({ lab }: { lab: Lab }): ReactNode {
  const { services, attempt } = useSession();
  const room = useRoom();
  const [start, begin] = useState(0);
  const [race, send] = useReducer(reduceRaces, lab, ({ race }) =>
    startRace(race ?? { entrants: [] }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each start is one race.
  useEffect(() => {
    const ending = new AbortController();
    send({ kind: 'again', race: startRace(lab.race ?? { entrants: [] }) });
    const paced = pace<RaceEvent>((event) => send({ kind: 'happened', events: [event] }), frameMs);
    attempt(async () => {
      await services.race(lab, { signal: ending.signal, onEvent: paced.send });
      paced.flush();
    });
    return () => {
      ending.abort();
      paced.drop();
    };
  }, [start, lab.id]);
  const lines = layoutRace(lab, race, room.width);
  const scroll = useScroll(lab.id, { total: lines.length, height: room.height });
  useKeys('race', {
    ...scroll.actions,
    confirm: () => race.isOver && begin(start + 1),
  });
  return (
    <Frame
      title={`${lab.id} · race`}
      mode="race"
      labels={{
        confirm: race.isOver && 'run again',
        ...(lines.length > room.height ? {} : { 'line-down': false }),
      }}
    >
      <LinesView lines={lines} offset={scroll.offset} {...room} />
    </Frame>
  );
}

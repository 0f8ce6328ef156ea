import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import type { KeyPress } from '../../key-press.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';
import { type Connections, createConnections } from '../../watch/connections.ts';
import {
  layoutRooms,
  noRooms,
  type Person,
  people,
  type RoomsEvent,
  reduceRooms,
} from '../../watch/rooms.ts';

type RoomsViewProps = { title: string; url: string; onClose: () => void };

const pathOf = (person: Person) => `/rooms/lobby/ws?name=${person}`;

/** Two people in one room of a lab, each with a connection of their own; both are closed when it is left. */
export function RoomsView({ title, url, onClose }: RoomsViewProps): ReactNode {
  const { services } = useSession();
  const room = useRoom();
  const [state, show] = useState(noRooms);
  // Keys come faster than frames: what is sent has to be what was typed, drawn or not.
  const newest = useRef(noRooms);
  const send = (event: RoomsEvent) => {
    newest.current = reduceRooms(newest.current, event);
    show(newest.current);
  };
  const connections = useRef<Connections>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both connect once to each address.
  useEffect(() => {
    const opened = createConnections(
      (person, onEvent) => services.connect(url, pathOf(person), onEvent),
      (person, event) => send({ kind: 'socket', person, event }),
    );
    connections.current = opened;
    for (const person of people) opened.enter(person);
    return opened.closeAll;
  }, [url]);
  const readActive = () => {
    const { active, sides } = newest.current;
    return { active, ...sides[active] };
  };
  const type = ({ name, text }: KeyPress) => {
    if (name === 'backspace') return send({ kind: 'erased' });
    if (name === 'ctrl-u') return send({ kind: 'cleared' });
    if (text !== '') send({ kind: 'typed', text: text.replace(/\s+/g, ' ') });
  };
  useKeys(
    'rooms',
    {
      confirm: () => {
        const { active, draft, isOpen } = readActive();
        if (draft === '' || !isOpen) return;
        connections.current?.send(active, draft);
        send({ kind: 'said', person: active });
      },
      'next-field': () => send({ kind: 'turned' }),
      'toggle-server': () => {
        const { active, isOpen } = readActive();
        if (isOpen) connections.current?.leave(active);
        else connections.current?.enter(active);
      },
      back: onClose,
    },
    type,
  );
  return (
    <Frame
      title={`${title} · two in one room`}
      mode="rooms"
      labels={{ 'toggle-server': state.sides[state.active].isOpen ? 'leave' : 'enter' }}
    >
      <LinesView lines={layoutRooms(state, room)} {...room} />
    </Frame>
  );
}

import type { SocketEvent, SocketLink } from '../../model/socket.ts';
import { type Person, people } from './rooms.ts';

/** The connections of those in a room: each has at most one, from being opened until it is told as closed. */
export type Connections = {
  /** Opens a connection for someone who has none. */
  enter: (person: Person) => void;
  /** Closes someone's connection; it is gone once that is told. */
  leave: (person: Person) => void;
  send: (person: Person, text: string) => void;
  /** Closes all of them. Nothing is told of them from then on. */
  closeAll: () => void;
};

/** Nobody is in the room yet. `tell` hears of connections that are still in use. */
export function createConnections(
  open: (person: Person, onEvent: (event: SocketEvent) => void) => SocketLink,
  tell: (person: Person, event: SocketEvent) => void,
): Connections {
  // A person without a link yet is one for whom it is being opened.
  const current = new Map<Person, { link?: SocketLink }>();
  return {
    enter: (person) => {
      if (current.has(person)) return;
      const mine: { link?: SocketLink } = {};
      current.set(person, mine);
      mine.link = open(person, (event) => {
        if (current.get(person) !== mine) return;
        if (event.kind === 'closed') current.delete(person);
        tell(person, event);
      });
    },
    leave: (person) => current.get(person)?.link?.close(),
    send: (person, text) => current.get(person)?.link?.send(text),
    closeAll: () => {
      const links = people.map((person) => current.get(person)?.link);
      current.clear();
      for (const link of links) link?.close();
    },
  };
}

import { EventEmitter, on } from 'node:events';

const keptMessages = 100;
const keptRooms = 50;

// #region told
/** What is told in a room, over WebSockets and as the data of server-sent events alike. */
export type Told = { id: number; type: 'joined' | 'said' | 'left'; name: string; text: string };
// #endregion

// #region tell
export class Room {
  /** How each member hears. */
  readonly members = new Map<string, (message: string) => void>();
  private readonly news = new EventEmitter<{ told: [Told] }>().setMaxListeners(0);
  private log: Told[] = [];
  private lastId = 0;

  /** Tells everybody but the one who did it. */
  tell(type: Told['type'], name: string, text = ''): Told {
    this.lastId += 1;
    const told = { id: this.lastId, type, name, text };
    this.log = [...this.log, told].slice(-keptMessages);
    this.news.emit('told', told);
    const message = JSON.stringify(told);
    for (const [member, hear] of this.members) if (member !== name) hear(message);
    return told;
  }

  since(lastId: number): Told[] {
    return this.log.filter(({ id }) => id > lastId);
  }
  // #endregion

  // #region watch
  /** What was told since `lastId`, and then what is told from now on, until the signal. */
  async *watch(lastId: number | null, signal: AbortSignal): AsyncGenerator<Told> {
    const news = on(this.news, 'told', { signal });
    yield* lastId === null ? [] : this.since(lastId);
    try {
      for await (const [told] of news) yield told;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  get watchers(): number {
    return this.news.listenerCount('told');
  }
  // #endregion
}

// #region rooms
/** The rooms by name. One that is asked for is made; of too many the oldest that are empty go. */
export class Rooms extends Map<string, Room> {
  enter(name: string): Room {
    const known = this.get(name);
    if (known !== undefined) return known;
    const empty = [...this].filter(([, room]) => room.members.size + room.watchers === 0);
    const tooMany = Math.max(0, this.size + 1 - keptRooms);
    for (const [key] of empty.slice(0, tooMany)) this.delete(key);
    const room = new Room();
    this.set(name, room);
    return room;
  }
}
// #endregion

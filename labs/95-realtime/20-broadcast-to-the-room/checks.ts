import {
  type Api,
  type Conversation,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';
import {
  answeredWithoutUpgrade,
  closedTooEarly,
  readMessage,
  sentAsBytes,
} from '../../kit/socket-cases.ts';

async function enter(api: Api, room: string, name: string): Promise<Conversation> {
  const path = `/rooms/${encodeURIComponent(room)}/ws?name=${encodeURIComponent(name)}`;
  const member = await api.connect(path);
  expect(member.status, 'the status').toBe(101);
  return member;
}

/** The next that comes to a member; other keys are free. */
async function expectToHear(member: Conversation, message: object): Promise<void> {
  expect(await member.nextJson(), 'what came').toMatchObject(message);
}

/** The same, once all is passed over that tells of entering: a check of its own looks at that. */
async function expectToHearNext(member: Conversation, message: object): Promise<void> {
  let came = await member.nextJson();
  for (let count = 0; count < 10 && Object(came).type === 'joined'; count++) {
    came = await member.nextJson();
  }
  expect(came, 'what came').toMatchObject(message);
}

const joined = (name: string) => ({ type: 'joined', name });
const said = (name: string, text: string) => ({ type: 'said', name, text });
const left = (name: string) => ({ type: 'left', name });

const readWanted = ({ failure }: FailureSeen) => Object(failure.expected);
const readCame = ({ failure }: FailureSeen) => Object(failure.received);
const isType = (seen: FailureSeen, type: string) =>
  isAbout(seen, 'what came') && readCame(seen).type === type;

/** The name in the path of the member at which the check was. */
const ownName = ({ exchange }: FailureSeen) =>
  new URLSearchParams(exchange?.request.path.split('?')[1]).get('name');
const isFromOther = (seen: FailureSeen) => readWanted(seen).name !== ownName(seen);

const heardItself: HintCase = {
  id: 'heard-itself',
  when: (seen) =>
    isAbout(seen, 'what came') && readCame(seen).name === ownName(seen) && isFromOther(seen),
  hints: [
    'This member heard of what it had done itself. Only the others are told.',
    'Whom do you leave out when you go through the members, and what do you compare?',
    'for (const member of members) if (member !== ws) member.send(…);',
  ],
};

const hearCases: HintCase[] = [
  answeredWithoutUpgrade,
  sentAsBytes,
  heardItself,
  {
    id: 'not-written',
    when: (seen) => readMessage(seen)?.startsWith('not written yet') ?? false,
    hints: [
      'This is still the message of the starter.',
      'Where do you keep who is in a room, and whom does `onOpen` tell?',
      "onOpen: (_event, ws) => { members.add(ws); tell(members, ws, { type: 'joined', name }); }",
    ],
  },
  {
    id: 'object-as-text',
    when: (seen) => readMessage(seen)?.includes('[object') ?? false,
    hints: [
      'What came is `[object …]`: an object was made text by itself.',
      'What do you hand to `ws.send`? It takes text.',
      'member.send(JSON.stringify({ type: …, name }))',
    ],
  },
  {
    id: 'text-alone',
    when: (seen) => readMessage(seen) !== undefined,
    hints: [
      'What came is text, and the task asks for an object in JSON.',
      'What do you hand to `ws.send`: the words alone, or `JSON.stringify` of an object?',
      'member.send(JSON.stringify({ type: …, name }))',
    ],
  },
  {
    id: 'no-name',
    when: (seen) =>
      isAbout(seen, 'what came') &&
      readCame(seen).type === readWanted(seen).type &&
      !readCame(seen).name,
    hints: [
      'The right thing was told, and there is no `name` in it that says of whom.',
      'What is in the object beside `type`? JSON leaves out what is undefined: is the name read as `name`, and from the query?',
      "tell(members, ws, { type: …, name }) // name is c.req.query('name')",
    ],
  },
  {
    id: 'no-text',
    when: (seen) =>
      isType(seen, 'said') && readWanted(seen).type === 'said' && readCame(seen).text === undefined,
    hints: [
      'It says that something was said, and by whom, but there is no `text` in it.',
      'Under which key do you put the words?',
      "{ type: 'said', name, text: data }",
    ],
  },
  {
    id: 'text-is-no-text',
    when: (seen) =>
      isType(seen, 'said') &&
      readWanted(seen).type === 'said' &&
      typeof readCame(seen).text !== 'string',
    hints: [
      'What came as `text` is no text.',
      'What is the first argument of `onMessage`, and which part of it is what was said?',
      "onMessage: ({ data }, ws) => tell(members, ws, { type: 'said', name, text: data })",
    ],
  },
  {
    id: 'another-name',
    when: (seen) =>
      isAbout(seen, 'what came') &&
      readCame(seen).type === readWanted(seen).type &&
      readCame(seen).name !== readWanted(seen).name,
    hints: [
      'The right thing was told, of somebody else: `name` is whose it is, exactly as in the query.',
      'Where does your name come from: from this connection, or from a variable that all of them share? Is it told now, or kept from before?',
      "const name = c.req.query('name'); // inside the route",
    ],
  },
  {
    id: 'another-text',
    when: (seen) => isType(seen, 'said') && readWanted(seen).type === 'said',
    hints: [
      'The text that came is not the one that was sent, or another message came in its place.',
      'Do you change it, leave out an empty one, or send them in another order?',
      "tell(members, ws, { type: 'said', name, text: data })",
    ],
  },
  {
    id: 'another-message',
    when: (seen) => isAbout(seen, 'what came') && readCame(seen).type !== undefined,
    hints: (seen) => [
      `A message of the type \`${readCame(seen).type}\` came, and \`${readWanted(seen).type}\` was to come first.`,
      'Which listener tells this, and does it run for each client, at the right time?',
      'onOpen tells `joined`, onMessage `said`, onClose `left`.',
    ],
  },
  closedTooEarly,
];

check(
  'tells-who-has-joined',
  {
    title: 'tells the others in the room who has entered',
    lesson: 'realtime/say',
    hints: [
      'When a client enters, everybody else who is in this room gets `{"type": "joined", "name": …}`.',
      'Is each client kept in the one set of its room? In `onOpen`, whom do you send to, and is it text that you send?',
      "onOpen: (_event, ws) => { members.add(ws); tell(members, ws, { type: 'joined', name }); }",
    ],
    cases: hearCases,
  },
  async ({ api, random }) => {
    const room = random.word();
    const name = `Ż ${random.word()} & co`;
    const ada = await enter(api, room, 'ada');
    const bob = await enter(api, room, 'bob');
    const carl = await enter(api, room, name);
    // Who tells nothing of the entering is seen by what is said next.
    carl.send('hello');
    await expectToHear(ada, joined('bob'));
    await expectToHear(ada, joined(name));
    await expectToHear(bob, joined(name));
  },
);

check(
  'tells-what-was-said',
  {
    title: 'tells the others what was said, in its order, and not the one who said it',
    lesson: 'realtime/say',
    hints: [
      'What a client sends goes to every other member of the room, with its name, and does not come back to it.',
      'What do you hand to `JSON.stringify`, key by key, and whom do you leave out?',
      "tell(members, ws, { type: 'said', name, text: data })",
    ],
    cases: hearCases,
  },
  async ({ api, random }) => {
    const room = random.word();
    const ada = await enter(api, room, 'ada');
    const bob = await enter(api, room, 'bob');
    const carl = await enter(api, room, 'carl');
    const texts = [random.word(), '', `"${random.word()}" {}\n`, random.word(40)];
    for (const text of texts) ada.send(text);
    for (const member of [bob, carl]) {
      for (const text of texts) await expectToHearNext(member, said('ada', text));
    }
    const answer = random.word();
    bob.send(answer);
    for (const member of [ada, carl]) await expectToHearNext(member, said('bob', answer));
  },
);

check(
  'keeps-the-rooms-apart',
  {
    title: 'tells nothing to other rooms, and takes two of one name for two',
    lesson: 'realtime/say',
    hints: [
      'There are two rooms here, and in one of them two members are called the same.',
      'By what do you keep the members, and by what do you tell who is who: by their name, or by their connection?',
      'const rooms = new Map<string, Set<WSContext>>(); // a set of connections for each room',
    ],
    cases: [
      {
        id: 'heard-through-the-wall',
        when: (seen) => JSON.stringify(readCame(seen)).includes('other room'),
        hints: [
          'This was said in another room.',
          'Is there one set for everybody, or one for each room? Where does the room come from?',
          "const members = enter(c.req.param('room'));",
        ],
      },
      {
        id: 'same-name-is-another',
        when: (seen) => readWanted(seen).name === 'ada' && ownName(seen) === 'ada',
        hints: [
          'Two members are called `ada`, and one has to hear the other. Another message came in its place.',
          'Do you leave out whoever has the same name, or keep the members by name, where the second takes the place of the first?',
          'if (member !== ws) member.send(…); // connections, and not names',
        ],
      },
      ...hearCases,
    ],
  },
  async ({ api, random }) => {
    const [here, there] = [random.word(5), random.word(6)];
    const ada = await enter(api, here, 'ada');
    const stranger = await enter(api, there, 'other room');
    stranger.send('said in the other room');
    const twin = await enter(api, here, 'ada');
    const bob = await enter(api, here, 'bob');
    twin.send('me too');
    await expectToHear(ada, joined('ada'));
    await expectToHear(ada, joined('bob'));
    await expectToHear(ada, said('ada', 'me too'));
    await expectToHear(bob, said('ada', 'me too'));
  },
);

check(
  'tells-who-has-left',
  {
    title: 'tells those who stay who has left, and goes on',
    lesson: 'realtime/say',
    hints: [
      'When a client is gone, each of the others gets `{"type": "left", "name": …}` once, and they can go on talking.',
      'What does `onClose` do: take the client out of its room first, and then tell the others?',
      "onClose: (_event, ws) => { members.delete(ws); tell(members, ws, { type: 'left', name }); }",
    ],
    cases: hearCases,
  },
  async ({ api, random }) => {
    const room = random.word();
    const ada = await enter(api, room, 'ada');
    const bob = await enter(api, room, 'bob');
    const carl = await enter(api, room, 'carl');
    carl.close();
    await expectToHearNext(bob, left('carl'));
    await expectToHearNext(ada, left('carl'));
    ada.send('two of us');
    await expectToHearNext(bob, said('ada', 'two of us'));
    const dora = await enter(api, room, 'dora');
    dora.close(4000, 'enough');
    await expectToHearNext(bob, left('dora'));
  },
);

const countCases: HintCase[] = [
  ...hearCases,
  anotherSuccess,
  notSentAsJson,
  {
    id: 'room-not-found',
    when: (seen) => hasStatus(seen, 404),
    hints: [
      '404 came. A room that nobody has entered is no error here: it has 0 members.',
      'Is the route there, and what does it answer for a room that is not in your map?',
      "app.get('/rooms/:room', (c) => c.json({ members: … ?? 0 }))",
    ],
  },
  {
    id: 'no-number',
    when: (seen) => isAbout(seen, 'the body') && typeof readCame(seen).members !== 'number',
    hints: [
      'The reply has no number under the key `members`.',
      'What do you hand to `c.json`: the set itself, its size, or something under another key?',
      'c.json({ members: members.size })',
    ],
  },
  {
    id: 'another-number',
    when: (seen) => isAbout(seen, 'the body'),
    hints: [
      'The number is not how many are in this room now.',
      'Is every client added once, to this room and no other, and taken out in `onClose` before the others are told?',
      'members.add(ws); … members.delete(ws);',
    ],
  },
];

check(
  'counts-the-members',
  {
    title: 'answers GET /rooms/{room} with how many are in it now',
    lesson: 'realtime/say',
    hints: [
      'The number goes up with each who enters and down with each who leaves, for every room by itself.',
      'What do you count, and what is it for a room that is not in your map?',
      "c.json({ members: rooms.get(c.req.param('room'))?.size ?? 0 })",
    ],
    cases: countCases,
  },
  async ({ api, random }) => {
    const [room, other] = [random.word(5), random.word(6)];
    const expectCount = async (name: string, members: number) => {
      const reply = await api.get(`/rooms/${name}`);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json ?? reply.body, 'the body').toMatchObject({ members });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    };
    await expectCount(room, 0);
    await enter(api, room, 'ada');
    await enter(api, other, 'eve');
    const twin = await enter(api, room, 'ada');
    await expectCount(room, 2);
    const carl = await enter(api, room, 'carl');
    await expectCount(room, 3);
    twin.close();
    await expectToHear(carl, left('ada'));
    await expectCount(room, 2);
    await expectCount(other, 1);
  },
);

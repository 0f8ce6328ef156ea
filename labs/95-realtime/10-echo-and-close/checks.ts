import {
  type Api,
  type Conversation,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
} from '../../kit/checks.ts';
import {
  answeredWithoutUpgrade,
  closedTooEarly,
  readCloseCode,
  readMessage,
  sentAsBytes,
} from '../../kit/socket-cases.ts';

/** The code that a check closes with: another one comes from the handler. */
const byCheck = 4000;
const tooLong = { code: 1009, reason: 'too long' };

async function open(api: Api): Promise<Conversation> {
  const socket = await api.connect('/ws?token=secret');
  expect(socket.status, 'the status').toBe(101);
  return socket;
}

/** Sends all of them before it looks at the first answer: one that is left out is seen at once. */
async function expectEchoes(socket: Conversation, messages: string[]): Promise<void> {
  for (const message of messages) socket.send(message);
  for (const message of messages) expect(await socket.next(), 'what came').toBe(`echo: ${message}`);
}

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';
const readToken = (seen: FailureSeen) =>
  new URLSearchParams(readPath(seen).split('?')[1]).get('token');

const refused: HintCase = {
  id: 'refused-the-right-token',
  when: (seen) => hasStatus(seen, 403),
  hints: [
    'The handshake had `?token=secret`, the right token, and was refused.',
    'Where do you read the token, and is it equal or not equal in your condition?',
    "if (c.req.query('token') !== 'secret') return c.body(null, 403);",
  ],
};

const openCases = [answeredWithoutUpgrade, refused];

const messageCases: HintCase[] = [
  ...openCases,
  sentAsBytes,
  {
    id: 'not-written',
    when: (seen) => readMessage(seen) === 'not written yet',
    hints: [
      'This is still the message of the starter.',
      'Where is the text of the message that came, and what has to stand before it?',
      "ws.send('echo: ' + data);",
    ],
  },
  {
    id: 'object-as-text',
    when: (seen) => /\[object|undefined|\$\{/.test(readMessage(seen) ?? ''),
    hints: [
      'What came back is no text of a message: something was made text that is none, or nothing was filled in.',
      'Do you take `data` out of the event? Do backticks stand around the text?',
      "onMessage: ({ data }, ws) => ws.send('echo: ' + data)",
    ],
  },
  {
    id: 'no-prefix',
    when: (seen) => !(readMessage(seen) ?? 'echo: ').startsWith('echo: '),
    hints: [
      'Something came, and it does not begin with `echo: `.',
      'Compare letter by letter what comes before the message: the word, the colon, one space. Do you send anything else?',
      "ws.send('echo: ' + data);",
    ],
  },
  closedTooEarly,
];

check(
  'opens-with-the-token',
  {
    title: 'accepts a WebSocket at /ws with the right token',
    lesson: 'realtime/say',
    hints: [
      'The handshake is a GET of `/ws`, and it has to be answered with 101.',
      'What does your route return: what `upgradeWebSocket` gives, or something else?',
      "app.get('/ws', (c) => upgradeWebSocket(c, { … }));",
    ],
    cases: openCases,
  },
  async ({ api }) => {
    await open(api);
  },
);

check(
  'echoes-each-message',
  {
    title: 'sends each message back with `echo: ` before it, in their order',
    lesson: 'realtime/see',
    hints: [
      'Every message gets one answer: `echo: ` and then exactly what came.',
      'Is there a message that you change, or answer in another order, or not at all?',
      "onMessage: ({ data }, ws) => ws.send('echo: ' + data)",
    ],
    cases: [
      ...messageCases,
      {
        id: 'empty-left-out',
        when: (seen) => seen.failure.expected === 'echo: ',
        hints: [
          'The empty message got no answer: the one to the next message came in its place. An empty text is a message too.',
          'Which of your conditions is true for the empty text as well: `!data`, `data || …`?',
          "ws.send('echo: ' + data); // without a condition on the text",
        ],
      },
      {
        id: 'changed-on-the-way',
        when: (seen) => readMessage(seen) !== undefined,
        hints: [
          'An answer came, but not to this message as it was sent.',
          'What do you do with the text: `trim`, `toLowerCase`, cut it? Do you answer what came before?',
          "ws.send('echo: ' + data); // as it is",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const socket = await open(api);
    const word = random.word();
    await expectEchoes(socket, [word, random.word(20), '', random.word(3), ` ${word}  Ż"{}\n `]);
  },
);

check(
  'refuses-a-wrong-token',
  {
    title: 'refuses the handshake with 403 when the token is another one, or missing',
    lesson: 'realtime/say',
    hints: [
      'Without the right token no WebSocket is opened: the handshake is answered with 403.',
      'Do you look at the token before you call `upgradeWebSocket`, and do you return the refusal?',
      "if (c.req.query('token') !== 'secret') return c.body(null, 403);",
    ],
    cases: [
      {
        id: 'closed-after-it-was-open',
        when: (seen) =>
          hasStatus(seen, 101) && /^\(close (?!4000)/m.test(seen.exchange?.response?.body ?? ''),
        hints: [
          'The WebSocket was opened and then closed. Refusing comes before: as long as nothing is accepted, it is still HTTP.',
          'Do you look at the token in `onOpen` or `onMessage`? Both come too late.',
          "if (c.req.query('token') !== 'secret') return c.body(null, 403); // above upgradeWebSocket",
        ],
      },
      {
        id: 'opened-for-another-token',
        when: (seen) => hasStatus(seen, 101),
        hints: (seen) => [
          `\`${readPath(seen)}\` was accepted, and ${readToken(seen) === null ? 'there is no token in it' : `\`${readToken(seen)}\` is not the token`}.`,
          'Do you compare the whole token, letter by letter, and only the one in the query? Do you `return` the refusal?',
          "if (c.req.query('token') !== 'secret') return c.body(null, 403);",
        ],
      },
      {
        id: 'threw-on-refusal',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'An error left your route, and became a 500.',
          'Do you throw where you should return a reply with a status of your choice?',
          'return c.body(null, 403);',
        ],
      },
      {
        id: 'another-refusal',
        when: (seen) => [200, 400, 401, 404, 422, 426].some((status) => hasStatus(seen, status)),
        hints: (seen) => [
          `No WebSocket was opened, which is right, but the status is ${seen.failure.received}.`,
          'Which status does the task ask for, the one that Uvicorn answers when a `WebSocketException` refuses?',
          'return c.body(null, 403);',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const headers = { Authorization: 'Bearer secret', 'X-Token': 'secret' };
    const requests = [
      { path: '/ws' },
      { path: '/ws?token=' },
      ...random
        .shuffle([random.word(), 'SECRET', `secret${random.word(2)}`, 'secre', '%20secret'])
        .map((token) => ({ path: `/ws?token=${token}` })),
      { path: '/ws?key=secret' },
      { path: '/ws', headers },
    ];
    for (const { path, ...options } of requests) {
      const socket = await api.connect(path, options);
      // A refusal that comes late is to be seen beside the status.
      if (socket.status === 101) {
        socket.close(byCheck);
        await socket.next();
      }
      expect(socket.status, 'the status').toBe(403);
    }
  },
);

const closeCases: HintCase[] = [
  ...openCases,
  sentAsBytes,
  {
    id: 'echoed-a-long-message',
    when: (seen) => readMessage(seen) !== undefined,
    hints: [
      'The message was longer than 20 characters, and an answer came in place of the close.',
      'From which length on do you close, and is it an either-or: close, or send?',
      "if (data.length > 20) ws.close(1009, 'too long'); else ws.send(…);",
    ],
  },
  {
    id: 'closed-without-a-code',
    when: (seen) => readCloseCode(seen) === 1005 || readCloseCode(seen) === 1000,
    hints: [
      'It was closed, but as if all were well.',
      'What do you hand to `ws.close`?',
      "ws.close(1009, 'too long');",
    ],
  },
  {
    id: 'dropped',
    when: (seen) => readCloseCode(seen) === 1006,
    hints: [
      'The connection was dropped without a close: the client learns neither code nor reason.',
      'How do you end it: with `ws.close`, or by taking its socket away?',
      "ws.close(1009, 'too long');",
    ],
  },
  {
    id: 'closed-otherwise',
    when: (seen) => readCloseCode(seen) !== undefined,
    hints: [
      'It was closed, with another code or another reason.',
      'The code is a number, the first argument; the reason is the second. What does the table say, letter by letter?',
      "ws.close(1009, 'too long');",
    ],
  },
];

check(
  'closes-at-a-long-message',
  {
    title: 'closes with 1009 and `too long` when a message has more than 20 characters',
    lesson: 'realtime/say',
    hints: [
      'A message of 21 characters is too long; one of 20 is not.',
      'Where do you measure the message, and what do you do with one that is too long?',
      "if (data.length > 20) ws.close(1009, 'too long'); else ws.send(…);",
    ],
    cases: closeCases,
  },
  async ({ api, random }) => {
    for (const length of [21, random.integer(22, 90)]) {
      const socket = await open(api);
      await expectEchoes(socket, [random.word(19), random.word(20)]);
      socket.send(random.word(length));
      expect(await socket.next(), 'what came').toEqual(tooLong);
    }
  },
);

check(
  'keeps-the-clients-apart',
  {
    title: 'answers the client that spoke, and closes no other',
    lesson: 'realtime/see',
    hints: [
      'Two clients are connected. Each hears the echo of its own messages and nothing else.',
      'Is there a variable outside the route that remembers a socket or a text?',
      'onMessage: ({ data }, ws) => ws.send(…) // the ws of this very message',
    ],
    cases: [
      ...openCases,
      {
        id: 'echo-of-another',
        when: (seen) => readMessage(seen) !== undefined,
        hints: [
          'This client heard what another one had said.',
          'Which socket do you send to: the one that `onMessage` was called with, or one that you remembered?',
          'onMessage: ({ data }, ws) => ws.send(…)',
        ],
      },
      {
        id: 'closed-with-another',
        when: (seen) => readCloseCode(seen) !== undefined,
        hints: [
          'Another client sent something too long, and this one was closed, or answered in the wrong way.',
          'Which socket do you close? Is there a variable outside the route that remembers one?',
          "onMessage: ({ data }, ws) => { … ws.close(1009, 'too long'); }",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const [ada, bob] = [await open(api), await open(api)];
    const words = [random.word(), random.word(), random.word()];
    ada.send(`a ${words[0]}`);
    // Bob speaks once Ada was heard, for two connections have no order between them.
    expect(await ada.next(), 'what came').toBe(`echo: a ${words[0]}`);
    await expectEchoes(bob, [`b ${words[1]}`]);
    bob.send(random.word(30));
    expect(await bob.next(), 'what came').toEqual(tooLong);
    await expectEchoes(ada, [`a ${words[2]}`]);
  },
);

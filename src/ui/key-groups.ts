/** What a key asks for. Screens answer the actions they know; the app answers the rest. */
export type Action =
  | 'quit'
  | 'back'
  | 'home'
  | 'help'
  | 'search'
  | 'line-up'
  | 'line-down'
  | 'page-up'
  | 'page-down'
  | 'top'
  | 'bottom'
  | 'select-up'
  | 'select-down'
  | 'confirm'
  | 'change-path'
  | 'labs'
  | 'decline'
  | 'previous-beat'
  | 'next-beat'
  | 'beat-1'
  | 'beat-2'
  | 'beat-3'
  | 'beat-4'
  | 'beat-5'
  | 'step-back'
  | 'edit'
  | 'copy'
  | 'docs'
  | 'log'
  | 'toggle-server'
  | 'watch'
  | 'about'
  | 'keep'
  | 'own-checks'
  | 'drop'
  | 'play'
  | 'editor'
  | 'grade'
  | 'hint'
  | 'expand'
  | 'solution'
  | 'reset'
  | 'attempts'
  | 'restore'
  | 'toggle-task'
  | 'explain'
  | 'make-workspace'
  | 'send'
  | 'next-field'
  | 'previous-field'
  | 'quiz'
  | 'next-question'
  | 'ask-wrong-again'
  | 'number-1'
  | 'number-2'
  | 'number-3'
  | 'number-4'
  | 'number-5'
  | 'repeat'
  | 'way';

export type KeyBinding = {
  /** Names as `readKeyPresses` gives them. */
  keys: readonly string[];
  /** The key as shown to people. */
  shown: string;
  action: Action;
  /** One or two words for the key bar; a binding without one is left out of the bar. */
  label?: string;
  description: string;
};

/** A list is gone through by pages. */
const markPages = [
  bind(['pageup', 'b'], 'PageUp b', 'page-up', undefined, 'mark one a page above'),
  bind(['pagedown', 'space'], 'PageDown Space', 'page-down', undefined, 'mark one a page below'),
];

/** The keys that are listened to together; modes are made of them. */
export const groups = {
  welcome: [
    bind(['enter', 'y'], 'Enter', 'confirm', 'make the folder', 'make the workspace folder'),
    bind(['n'], 'n', 'decline', 'look around first', 'go on without a workspace'),
  ],
  home: [
    bind(['enter'], 'Enter', 'confirm', 'open', 'continue, or open what is marked'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the one above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the one below'),
    bind(['z'], 'z', 'quiz', 'quiz', 'be asked questions of all lessons on the path'),
    bind(['p'], 'p', 'change-path', 'path', 'take another path through the course'),
    bind(['l'], 'l', 'labs', undefined, 'mark the first lab'),
    ...markPages,
    bind(['g', 'home'], 'g Home', 'top', undefined, 'mark the next step'),
    bind(['G', 'end'], 'G End', 'bottom', undefined, 'mark the last lab'),
  ],
  beats: [
    bind(['right', 'n'], '→ n', 'next-beat', undefined, 'go to the next beat'),
    bind(['left', 'p'], '← p', 'previous-beat', 'beats', 'go to the beat before'),
    bind(['1'], '1 to 5', 'beat-1', undefined, 'go to the beat of that number'),
    bind(['2'], '1 to 5', 'beat-2', undefined, 'go to the beat of that number'),
    bind(['3'], '1 to 5', 'beat-3', undefined, 'go to the beat of that number'),
    bind(['4'], '1 to 5', 'beat-4', undefined, 'go to the beat of that number'),
    bind(['5'], '1 to 5', 'beat-5', undefined, 'go to the beat of that number'),
  ],
  reading: [
    bind(['enter'], 'Enter', 'confirm', 'next', 'read on; at the end, go to the next beat'),
    bind(['u'], 'u', 'step-back', 'page before', 'go to the page before'),
  ],
  choosing: [
    bind(['enter'], 'Enter', 'confirm', 'answer', 'give the marked answer and send the request'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the answer above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'choose', 'mark the answer below'),
    bind(['u'], 'u', 'step-back', undefined, 'go to the prediction before'),
  ],
  answered: [
    bind(['enter'], 'Enter', 'confirm', 'next', 'go to the next prediction or beat'),
    bind(['e'], 'e', 'edit', 'edit and resend', 'change the request and send it again'),
    bind(['c'], 'c', 'copy', 'copy as curl', 'copy the request as a curl command'),
    bind(['u'], 'u', 'step-back', undefined, 'go to the prediction before'),
  ],
  timeline: [
    bind(['enter'], 'Enter', 'confirm', 'send all', 'send all requests at once; then go on'),
    bind(['r'], 'r', 'repeat', 'again', 'send all requests once more'),
    bind(['u'], 'u', 'step-back', undefined, 'go to the step before'),
  ],
  building: [
    bind(['enter'], 'Enter', 'confirm', 'open', 'open the marked exercise'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the one above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the one below'),
  ],
  defending: [
    bind(
      ['enter'],
      'Enter',
      'confirm',
      'show the answer',
      'show the answer, then the next question',
    ),
    bind(['u'], 'u', 'step-back', 'question before', 'go to the question before'),
    bind(['z'], 'z', 'quiz', 'quiz', 'be quizzed on this lesson'),
  ],
  play: [
    bind(['enter'], 'Enter', 'confirm', 'send', 'send the marked request'),
    bind(['up'], '↑', 'select-up', undefined, 'mark the request above'),
    bind(['down'], '↓', 'select-down', undefined, 'mark the request below'),
    bind(
      ['pagedown', 'space'],
      'PageDown Space',
      'page-down',
      undefined,
      'scroll the reply down a page',
    ),
    bind(['a'], 'a', 'keep', 'add check', 'keep request and reply as a check of your own'),
    bind(['e'], 'e', 'edit', 'edit', 'change method, path, headers or body, then send'),
    bind(['o'], 'o', 'own-checks', 'own checks', 'list your own checks, and drop what you like'),
    bind(['l'], 'l', 'log', 'log', 'show the whole log'),
    bind(['d'], 'd', 'docs', 'docs', 'open the documentation that your app serves'),
    bind(['c'], 'c', 'copy', 'curl', 'copy the marked request as a curl command'),
    bind(['w'], 'w', 'way', undefined, 'draw the way of the request, where your app tells it'),
    bind(['s'], 's', 'toggle-server', 'stop', 'stop your handler, or start it again'),
  ],
  keeping: [
    bind(['enter'], 'Enter', 'confirm', 'keep', 'keep the check'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'ask for what is above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'choose', 'ask for what is below'),
    bind(['escape'], 'Esc', 'back', 'cancel', 'go back without keeping it'),
  ],
  ownChecks: [
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the check above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the check below'),
    bind(['x'], 'x', 'drop', 'drop', 'drop the marked check'),
    bind(['escape', 'o'], 'Esc', 'back', 'close', 'go back to your handler'),
  ],
  lab: [
    bind(['enter'], 'Enter', 'confirm', 'send', 'send the marked request'),
    bind(['up'], '↑', 'select-up', undefined, 'mark the request above'),
    bind(['down'], '↓', 'select-down', undefined, 'mark the request below'),
    bind(
      ['pagedown', 'space'],
      'PageDown Space',
      'page-down',
      undefined,
      'scroll the reply down a page',
    ),
    bind(['e'], 'e', 'edit', 'edit', 'change method, path, headers or body, then send'),
    bind(
      ['w'],
      'w',
      'way',
      'way',
      'draw the way of the request through the lab, or the reply again',
    ),
    bind(['i'], 'i', 'about', 'about', 'read what this lab is about'),
    bind(['v'], 'v', 'watch', 'watch', 'watch live what this lab is about, or the reply again'),
    bind(['d'], 'd', 'docs', 'docs', "open the lab's documentation in the browser"),
    bind(['c'], 'c', 'copy', 'curl', 'copy the marked request as a curl command'),
    bind(['l'], 'l', 'log', 'log', 'show the whole log'),
    bind(['s'], 's', 'toggle-server', 'stop', 'stop the lab, or start it again'),
  ],
  log: [
    bind(['enter'], 'Enter', 'confirm', 'show', 'show the marked request with its reply'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the entry above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the entry below'),
    ...markPages,
    bind(['g', 'home'], 'g Home', 'top', undefined, 'mark the newest'),
    bind(['G', 'end'], 'G End', 'bottom', undefined, 'mark the oldest'),
    bind(['escape', 'l'], 'Esc', 'log', 'close log', 'close the log'),
  ],
  about: [
    bind(['escape', 'i', 'enter'], 'Esc', 'back', 'the lab', 'close it, and go back to the lab'),
  ],
  rooms: [
    bind(['enter'], 'Enter', 'confirm', 'say it', 'send what is typed'),
    bind(['tab'], 'Tab', 'next-field', 'the other one', 'type as the other one'),
    bind(['ctrl-d'], 'Ctrl-D', 'toggle-server', 'leave', 'close the connection, or open it again'),
    bind(['escape'], 'Esc', 'back', 'back', 'close both connections and go back'),
  ],
  race: [bind(['enter'], 'Enter', 'confirm', 'run again', 'once it is over, run it again')],
  exercise: [
    bind(
      ['w'],
      'w',
      'make-workspace',
      'make the folder',
      'make the workspace folder, when there is none',
    ),
    bind(
      ['enter'],
      'Enter',
      'confirm',
      'open editor',
      'open the handler in your editor; once it has passed, go on',
    ),
    bind(['e'], 'e', 'editor', 'editor', 'open the handler in your editor'),
    bind(['g'], 'g', 'grade', 'grade', 'grade the handler now'),
    bind(['h'], 'h', 'hint', 'hint', 'show the next hint for the first failed check'),
    bind(['t'], 't', 'toggle-task', 'task', 'switch between the task and the verdict'),
    bind(['p'], 'p', 'play', 'play', 'run the handler and send it requests, as in a lab'),
    bind(['x'], 'x', 'expand', 'expand', 'show every check in full'),
    bind(['s'], 's', 'solution', 'solution', 'show the solution beside your file'),
    bind(['a'], 'a', 'attempts', 'attempts', 'list your attempts, compare them, go back to one'),
    bind(['y'], 'y', 'explain', 'lesson', 'open the lesson that explains it'),
    bind(['r'], 'r', 'reset', 'reset', 'put the starter back; your file is kept'),
  ],
  attempts: [
    bind(['enter', 'd'], 'Enter d', 'confirm', 'what changed', 'show what changed since then'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the one above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the one below'),
    ...markPages,
    bind(['g', 'home'], 'g Home', 'top', undefined, 'mark the newest'),
    bind(['G', 'end'], 'G End', 'bottom', undefined, 'mark the oldest'),
    bind(['r'], 'r', 'restore', 'restore', 'put the marked one back; your file is kept'),
  ],
  comparison: [
    bind(['r'], 'r', 'restore', 'restore', 'put this one back; your file is kept'),
    bind(['escape', 'd'], 'Esc d', 'back', 'back to the list', 'go back to the list'),
  ],
  exerciseScroll: [
    bind(['up', 'k'], '↑ k', 'line-up', undefined, 'scroll up'),
    bind(['down', 'j'], '↓ j', 'line-down', undefined, 'scroll down'),
    bind(['pageup', 'b'], 'PageUp b', 'page-up', undefined, 'scroll up a page'),
    bind(['pagedown', 'space'], 'PageDown Space', 'page-down', undefined, 'scroll down a page'),
    bind(['home'], 'Home', 'top', undefined, 'go to the top'),
    bind(['G', 'end'], 'G End', 'bottom', undefined, 'go to the end'),
  ],
  scroll: [
    bind(['up', 'k'], '↑ k', 'line-up', undefined, 'scroll up'),
    bind(['down', 'j'], '↓ j', 'line-down', undefined, 'scroll down'),
    bind(['pageup', 'b'], 'PageUp b', 'page-up', undefined, 'scroll up a page'),
    bind(['pagedown', 'space'], 'PageDown Space', 'page-down', undefined, 'scroll down a page'),
    bind(['g', 'home'], 'g Home', 'top', undefined, 'go to the top'),
    bind(['G', 'end'], 'G End', 'bottom', undefined, 'go to the end'),
  ],
  editing: [
    bind(['ctrl-s'], 'Ctrl-S', 'send', 'send', 'send what is written here'),
    bind(['tab'], 'Tab', 'next-field', 'next field', 'go to the next field'),
    bind(['shift-tab'], 'Shift-Tab', 'previous-field', undefined, 'go to the field before'),
    bind(['escape'], 'Esc', 'back', 'cancel', 'leave without sending'),
  ],
  search: [
    bind(['enter'], 'Enter', 'confirm', 'open', 'open what is marked'),
    bind(['up'], '↑', 'select-up', undefined, 'mark the one above'),
    bind(['down'], '↓', 'select-down', 'move', 'mark the one below'),
    bind(['pagedown'], 'PgDn', 'page-down', 'scroll', 'scroll the passage down'),
    bind(['pageup'], 'PgUp', 'page-up', undefined, 'scroll the passage up'),
    bind(['right', 'end'], '→ End', 'edit', undefined, 'type on after the query of last time'),
    bind(['escape'], 'Esc', 'back', 'close', 'close the search'),
  ],
  quizOffer: [
    bind(['enter'], 'Enter', 'confirm', 'go on', 'go on with it'),
    bind(['n'], 'n', 'next-question', 'new quiz', 'begin a new one'),
  ],
  quizSaying: [
    bind(
      ['enter'],
      'Enter',
      'confirm',
      'compare',
      'show the answer, whether you typed yours or not',
    ),
    bind(['escape'], 'Esc', 'back', 'leave the quiz', 'leave the quiz; it goes on there later'),
  ],
  quizChoosing: [
    bind(['enter'], 'Enter', 'confirm', 'answer', 'give the marked answer, or point at the line'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the answer or line above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the answer or line below'),
    bind(['g', 'home'], 'g Home', 'top', undefined, 'mark the first'),
    bind(['G', 'end'], 'G End', 'bottom', undefined, 'mark the last'),
    bind(['n'], 'n', 'next-question', 'leave it out', 'leave it out, when its lab does not start'),
  ],
  quizAnswered: [
    bind(['enter'], 'Enter', 'confirm', 'next', 'read on; at the end, go to the next question'),
    bind(['n', 'right'], 'n', 'next-question', 'next', 'go to the next question'),
    bind(['y'], 'y', 'explain', 'lesson', 'open the lesson that shows it; Esc comes back'),
  ],
  quizPoints: [
    bind(['1'], '1 to 5', 'number-1', 'tick', 'tick that key point, or take its tick away'),
    bind(['2'], '1 to 5', 'number-2', undefined, 'tick that key point, or take its tick away'),
    bind(['3'], '1 to 5', 'number-3', undefined, 'tick that key point, or take its tick away'),
    bind(['4'], '1 to 5', 'number-4', undefined, 'tick that key point, or take its tick away'),
    bind(['5'], '1 to 5', 'number-5', undefined, 'tick that key point, or take its tick away'),
  ],
  quizScore: [
    bind(['enter'], 'Enter', 'confirm', 'read', 'open the marked lesson; Esc comes back'),
    bind(['a'], 'a', 'ask-wrong-again', 'the wrong ones again', 'be asked the wrong ones again'),
    bind(['n'], 'n', 'next-question', 'new quiz', 'draw other questions'),
    bind(['up', 'k'], '↑ k', 'select-up', undefined, 'mark the lesson above'),
    bind(['down', 'j'], '↓ j', 'select-down', 'move', 'mark the lesson below'),
  ],
  everywhere: [
    bind(['escape'], 'Esc', 'back', 'back', 'go back'),
    bind(['H'], 'H', 'home', undefined, 'go to the course map'),
    bind(['/'], '/', 'search', undefined, 'find anything: lessons, questions, cards, labs'),
    bind(['?'], '?', 'help', 'keys', 'show the keys of this screen'),
    bind(['q'], 'q', 'quit', undefined, 'quit (Ctrl-C always does)'),
  ],
  bottom: [
    bind(['H'], 'H', 'home', undefined, 'go to the course map'),
    bind(['/'], '/', 'search', 'search', 'find anything: lessons, questions, cards, labs'),
    bind(['q'], 'q', 'quit', 'quit', 'quit (Ctrl-C always does)'),
    bind(['?'], '?', 'help', 'keys', 'show the keys of this screen'),
  ],
} as const satisfies Record<string, readonly KeyBinding[]>;

function bind(
  keys: readonly string[],
  shown: string,
  action: Action,
  label: string | undefined,
  description: string,
): KeyBinding {
  return label === undefined
    ? { keys, shown, action, description }
    : { keys, shown, action, label, description };
}

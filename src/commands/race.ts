import { layoutRace } from '../layout/race.ts';
import {
  countRefused,
  isRefusal,
  reduceRace,
  requestsPerSecond,
  startRace,
  typicalRound,
} from '../model/race.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { complain, say, show, showJson } from './show.ts';

/** `api-labs race [lab]`: servers that answer the same request, as fast as they can; bars in the app, else a table. */
export const run: RunCommand = async (context, args) => {
  const { services, terminal, signal } = context;
  const id = args.subject ?? 'predict';
  const lab = await services.loadLab(id);
  if (lab.race === undefined) {
    complain(
      context,
      `The lab ${id} has no rivals to race against. Without a name, predict races.`,
    );
    return exitCodes.wrongUsage;
  }
  const isJson = args.isOn('json');
  if (terminal.isInteractive && !args.isOn('plain') && !isJson) {
    return context.openApp({ kind: 'race', id });
  }
  let race = startRace(lab.race);
  await services.race(lab, {
    signal,
    onEvent: (event) => {
      const before = race;
      race = reduceRace(race, event);
      if (event.kind === 'round' && !isJson) say(context, `Round ${event.round} …`);
      if (event.kind === 'starting' && !isJson) {
        say(context, `Starting ${before.racers[event.entrant]?.entrant.name} …`);
      }
    },
  });
  if (signal.aborted) return exitCodes.notPassed;
  if (isJson) {
    const { mistakes } = lab.race;
    const racers = race.racers.map((racer) => ({
      name: racer.entrant.name,
      lines: racer.entrant.lines,
      requestsPerSecond: Math.round(requestsPerSecond(racer)),
      ...typicalRound(racer),
      mistakesRefused: countRefused(racer),
      missed: racer.answers?.flatMap((status, place) =>
        isRefusal(status) ? [] : [{ mistake: mistakes[place]?.name, status }],
      ),
      hasDocs: racer.hasDocs,
      reason: racer.reason,
    }));
    showJson(context, { schemaVersion: 1, lab: id, racers });
  } else {
    show(context, [[], ...layoutRace(lab, race, terminal.columns)]);
  }
  return race.isOver ? exitCodes.passed : exitCodes.notPassed;
};

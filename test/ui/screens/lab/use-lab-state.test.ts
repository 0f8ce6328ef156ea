import { expect, test } from 'vitest';
import {
  initialLabState,
  type LabScreenEvent,
  type LabScreenState,
  reduceLab,
} from '../../../../src/ui/screens/lab/use-lab-state.ts';

const request = { method: 'GET', path: '/', headers: {} };
const exchange = { request, durationMs: 1 };

function after(...events: LabScreenEvent[]): LabScreenState {
  return events.reduce(reduceLab, initialLabState);
}

test('a reply is shown until another request is marked', () => {
  const shown = after({ kind: 'sending' }, { kind: 'shown', exchange });
  expect(shown).toMatchObject({ isSending: false, shown: exchange, showings: 1 });
  expect(reduceLab(shown, { kind: 'moved', by: -1, count: 3 }).shown).toEqual(exchange);
  expect(reduceLab(shown, { kind: 'moved', by: 1, count: 3 }).shown).toBeUndefined();
});

test('an edited request is kept as a draft', () => {
  const sent = after({ kind: 'editing', request }, { kind: 'sending', draft: request });
  expect(sent).toMatchObject({ editing: undefined, drafts: { 0: request } });
});

test('the log has a mark of its own', () => {
  const log = after({ kind: 'log-toggled' }, { kind: 'moved', by: 1, count: 2 });
  expect(log).toMatchObject({ view: 'log', entry: 1, selected: 0 });
  expect(reduceLab(log, { kind: 'moved', by: 9, count: 4 })).toMatchObject({ entry: 3 });
  expect(reduceLab(log, { kind: 'moved', by: -9, count: 4 })).toMatchObject({ entry: 0 });
  expect(reduceLab(log, { kind: 'shown', exchange }).view).toBe('requests');
});

test('the way stands in place of the reply until it is taken back, and in place of what is watched', () => {
  const shown = after({ kind: 'way-toggled' });
  expect(shown).toMatchObject({ isWayShown: true, isWatching: false });
  expect(reduceLab(shown, { kind: 'way-toggled' }).isWayShown).toBe(false);
  const watching = reduceLab(shown, { kind: 'watch-toggled' });
  expect(reduceLab(watching, { kind: 'way-toggled' })).toMatchObject({
    isWayShown: true,
    isWatching: false,
  });
});

import type { ReactNode } from 'react';
import { span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Line } from '../../../model/lines.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import type { KeyBinding } from '../../key-groups.ts';
import {
  everyBeat,
  everywhere,
  type KeySection,
  keySections,
  meantIn,
} from '../../key-sections.ts';
import { type KeyMode, keysOf } from '../../keys.ts';
import { useRoom } from '../../room.ts';
import { useSession } from '../../session.ts';

/** The keys: those of the screen one came from first, then all others. */
export function HelpScreen({ about }: { about: KeyMode }): ReactNode {
  const session = useSession();
  const room = useRoom();
  const lines = helpLines(about, room.width, session.services.version);
  const scroll = useScroll('help', { total: lines.length, height: room.height });
  useKeys('help', { ...scroll.actions, help: session.back });
  return (
    <Frame title="Keys" aside={[span(`api-labs ${session.services.version}`, 'muted')]} mode="help">
      <LinesView lines={lines} offset={scroll.offset} {...room} />
    </Frame>
  );
}

/** The keys of one screen first, then those of other places that mean it there too, then those of the other screens. */
export function helpLines(about: KeyMode, width: number, version: string): Line[] {
  const here = keysOf(about).title;
  const shared = [everyBeat, everywhere].map((section) => ({
    ...section,
    bindings: meantIn(about, section),
  }));
  const sections = keySections().filter(({ title }) => title !== everywhere.title);
  const first = [
    ...sections.filter(({ title }) => title === here),
    ...shared.filter(({ bindings }) => bindings.length > 0),
  ];
  const others = sections.filter((section) => first.every(({ title }) => title !== section.title));
  return [
    ...first.flatMap((section) =>
      sectionLines(section, width, section.title === here ? 'This screen: ' : ''),
    ),
    ...others.flatMap((section) => sectionLines(section, width)),
    [span(`api-labs ${version}. Without a terminal: api-labs --help.`, 'muted')],
  ];
}

function sectionLines({ title, bindings }: KeySection, width: number, lead = ''): Line[] {
  const heading = span(`${lead}${title}`, lead === '' ? undefined : 'accent', { isBold: true });
  return [[heading], ...bindingLines(bindings, width), []];
}

const keyColumns = 16;

function bindingLines(bindings: readonly KeyBinding[], width: number): Line[] {
  return bindings.flatMap(({ shown, description }) =>
    wrapSpans([span(description)], width, {
      firstIndent: [span(`  ${shown.padEnd(keyColumns)}`, 'accent')],
      indent: [span(' '.repeat(keyColumns + 2))],
    }),
  );
}

import type { ReactNode } from 'react';
import { layoutBlocks } from '../../../layout/blocks.ts';
import { span, textColumns } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Lab } from '../../../model/course.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { useRoom } from '../../room.ts';

/** What a lab is about, to be read before one plays with it. */
export function AboutView({ lab, onClose }: { lab: Lab; onClose: () => void }): ReactNode {
  const room = useRoom();
  const width = Math.min(room.width, textColumns);
  const lines = [
    ...wrapSpans([span(lab.summary, undefined, { isBold: true })], width),
    [],
    ...layoutBlocks(lab.about, width),
  ];
  const viewport = { total: lines.length, height: room.height };
  const scroll = useScroll(`about ${lab.id}`, viewport);
  useKeys('about', { ...scroll.actions, back: onClose });
  return (
    <Frame
      title={`${lab.id} · about`}
      mode="about"
      labels={{ 'page-down': lines.length > room.height && { key: 'PgDn', label: 'more' } }}
    >
      <LinesView lines={lines} offset={scroll.offset} {...room} />
    </Frame>
  );
}

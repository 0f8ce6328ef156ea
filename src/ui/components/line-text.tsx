import { Text } from 'ink';
import type { ReactNode } from 'react';
import type { Line } from '../../model/lines.ts';
import { useSession } from '../session.ts';
import { displayText, spanLooks } from '../theme.ts';

/** One line as the terminal can show it; never more than one row. */
export function LineText({ line }: { line: Line }): ReactNode {
  const { theme } = useSession();
  if (line.every((span) => span.text === '')) return <Text> </Text>;
  const pieces = line.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place.
    <Text key={index} {...spanLooks(span, theme)}>
      {displayText(span.text, theme)}
    </Text>
  ));
  return <Text wrap="truncate">{pieces}</Text>;
}

import { useEffect, useState } from 'react';
import type { AskedLab } from '../../../layout/question.ts';
import type { Question } from '../../../model/course.ts';
import type { LabReply } from '../../services.ts';
import { useSession } from '../../session.ts';

/** What the lab answers to the request of a question whose reply is foretold; nothing for any other question. */
export function useAskedLab(question: Question | undefined): AskedLab | undefined {
  const { services } = useSession();
  const [known, setKnown] = useState<{ id: string; lab: AskedLab }>();
  const asked = question?.kind === 'predict' ? question : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is asked once each time it is answered.
  useEffect(() => {
    setKnown(undefined);
    if (asked === undefined) return;
    let isCurrent = true;
    const { id, request, shownIn } = asked;
    services.askLab(shownIn.lab, request).then((reply) => {
      if (!isCurrent) return;
      setKnown({ id, lab: readReply(reply) });
    });
    return () => {
      isCurrent = false;
    };
  }, [asked?.id]);
  if (asked === undefined) return undefined;
  return known?.id === asked.id ? known.lab : { kind: 'asking' };
}

function readReply(reply: LabReply): AskedLab {
  if (reply.isOk) return { kind: 'answered', exchange: reply.exchange };
  return { kind: 'failed', message: reply.message, remedy: reply.remedy };
}

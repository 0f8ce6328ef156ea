import { isNothingLeft, type LessonPlaces, noPlaces } from '../../../model/places.ts';
import { useSession } from '../../session.ts';

/** Where a lesson was left, and how that is noted. */
export type Places = {
  read: () => LessonPlaces;
  /** Keeps what comes of a change, if anything does. */
  change: (change: (places: LessonPlaces) => LessonPlaces) => void;
};

/** The places of a lesson; a new one is at its beginning. */
export function useLessonPlaces(id: string): Places {
  const { services, keepPlaces } = useSession();
  const read = () => services.readPlaces(id) ?? noPlaces;
  return {
    read,
    change: (change) => {
      const before = read();
      const after = change(before);
      if (after === before || (isNothingLeft(before) && isNothingLeft(after))) return;
      keepPlaces(id, isNothingLeft(after) ? undefined : after);
    },
  };
}

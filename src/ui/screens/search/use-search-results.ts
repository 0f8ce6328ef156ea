import { useEffect, useState } from 'react';
import type { SearchOutcome } from '../../../model/search.ts';
import type { Services } from '../../services.ts';

/** The newest answer there is; `query` says to what, which may be less than is typed by now. */
export type SearchResults = { query: string; outcome?: SearchOutcome; problem?: string };

/** What is found for a query. Until it is there, what was found for the one before stays. */
export function useSearchResults(
  query: string,
  look: (query: string) => ReturnType<Services['search']>,
): SearchResults {
  const [results, setResults] = useState<SearchResults>({ query: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found depends on the query alone.
  useEffect(() => {
    let isCurrent = true;
    const settle = (answer: SearchResults) => {
      if (isCurrent) setResults(answer);
    };
    if (query.trim() === '') settle({ query });
    else {
      look(query).then(
        (outcome) => settle({ query, outcome }),
        (error: unknown) =>
          settle({ query, problem: error instanceof Error ? error.message : String(error) }),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [query]);
  return results;
}

import type { UseQueryOptions } from '@tanstack/react-query';

/** As many as a client may surely ask at a time: there are as many questions as regions. */
const AT_A_TIME = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** A question that waits while several others of its kind are without an answer. */
export function inTurns<Answer>(options: UseQueryOptions<Answer>): UseQueryOptions<Answer> {
  const { queryFn } = options;
  if (typeof queryFn !== 'function') return options;
  return {
    ...options,
    queryFn: async (context) => {
      if (running < AT_A_TIME) running += 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
      try {
        return await queryFn(context);
      } finally {
        // The turn goes to the next, if one waits.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}

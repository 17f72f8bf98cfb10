import { useMemo, useSyncExternalStore } from 'react';
import type { Theme } from './draw.js';

const DARK = '(prefers-color-scheme: dark)';

/** The colors of styles/tokens.css for a canvas, which cannot read variables. They change with the theme. */
export function useTheme(): Theme {
  const isDark = useSyncExternalStore(
    (changed) => {
      const media = matchMedia(DARK);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(DARK).matches,
  );
  return useMemo(() => {
    const colors = new Map<string, string>([['isDark', String(isDark)]]);
    const probe = document.createElement('span');
    return {
      font: getComputedStyle(document.body).fontFamily,
      color(variable) {
        const known = colors.get(variable);
        if (known !== undefined) return known;
        probe.style.color = `var(${variable})`;
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        colors.set(variable, color);
        return color;
      },
    };
  }, [isDark]);
}

import { isEmbedded } from './settings.js';

/** Tells the site around a frame how high the content is, so that its script can fit the frame (public/embed.js). */
export function reportHeight(root: HTMLElement): void {
  if (!isEmbedded || parent === window) return;
  new ResizeObserver(() => {
    parent.postMessage({ scanGraphHeight: root.offsetHeight }, '*');
  }).observe(root);
}

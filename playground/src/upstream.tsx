import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * What GraphiQL 5.4 leaves out for a screen reader, the keyboard or the dark, and has no setting for.
 * React writes an attribute again only when its value changes, so what is set here stays.
 */
export function UpstreamPatches() {
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();
  // Its style sheet follows the system when that turns dark, its editors only when they are made.
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setTheme(theme);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme, setTheme]);

  useEffect(() => {
    const observer = new MutationObserver(patch);
    for (const area of document.querySelectorAll('.graphiql-session-header, .graphiql-plugin')) {
      observer.observe(area, {
        childList: true,
        subtree: true,
        attributeFilter: ['aria-selected'],
      });
    }
    patch();
    document.addEventListener('keydown', onKeyDown);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return null;
}

const PATCHES: readonly [selector: string, patch: (element: Element) => void][] = [
  // A tab must hold nothing that can be focused, and its button and its cross can: this is a list.
  ['.graphiql-tabs[role], .graphiql-tab[role]', (element) => element.removeAttribute('role')],
  ['#graphiql-session[role=tabpanel]', (element) => element.setAttribute('role', 'region')],
  [
    '.graphiql-tab[aria-selected]',
    (tab) => {
      const isSelected = tab.getAttribute('aria-selected') ?? 'false';
      tab.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', isSelected);
      tab.removeAttribute('aria-selected');
      // There can be more tabs than there is room for.
      if (isSelected === 'true') tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  ],
  // Its text says which operation it is, the name that GraphiQL gives it ("Set active") does not.
  ['.graphiql-history-item-label[aria-label]', (label) => label.removeAttribute('aria-label')],
  // The query builder: fields have no label, and a click is the only way to choose.
  [
    '.graphiql-explorer-root [data-arg-name] :is(select, input):not([aria-label])',
    (field) => {
      const name = field.closest('[data-arg-name]')?.getAttribute('data-arg-name') ?? '';
      field.setAttribute('aria-label', name);
    },
  ],
  [
    '.graphiql-operation-title-bar input:not([aria-label])',
    (field) => field.setAttribute('aria-label', 'Name of the operation'),
  ],
  [
    '.graphiql-explorer-actions select:not([aria-label])',
    (field) => field.setAttribute('aria-label', 'Kind of the new operation'),
  ],
  [
    // Of a field, its name: beside it there is a button at times.
    '.graphiql-explorer-root :is(.graphiql-explorer-field-view, span[style*="cursor: pointer"]:not([data-field-name])):not([tabindex])',
    (choice) => {
      choice.setAttribute('tabindex', '0');
      choice.setAttribute('role', 'button');
    },
  ],
];

function patch(): void {
  for (const [selector, change] of PATCHES) document.querySelectorAll(selector).forEach(change);
}

function onKeyDown(event: KeyboardEvent): void {
  const { key, target } = event;
  if (!(target instanceof HTMLElement)) return;
  if (key === 'Escape') leave(target, event.defaultPrevented);
  if ((key === 'Enter' || key === ' ') && target.matches('.graphiql-explorer-root [role=button]')) {
    event.preventDefault(); // a space would scroll
    choose(target);
  }
}

function leave(target: HTMLElement, isUsed: boolean): void {
  // Tab indents in an editor. After Escape the focus is on its frame, where Tab goes on. Monaco lets
  // no Escape come here that closes something of its own, and marks every other one as used.
  target.closest<HTMLElement>('.graphiql-editor')?.focus();
  if (!isUsed && target.closest('.graphiql-plugin')) {
    const button = document.querySelector<HTMLElement>('.graphiql-sidebar button.active');
    button?.click();
    button?.focus();
  }
}

/** As a click does. The builder makes the field anew, so the focus has to be given back to it. */
function choose(field: HTMLElement): void {
  const places: HTMLElement[] = [];
  for (let place: HTMLElement | null = field; place; place = place.parentElement) {
    places.push(place);
  }
  field.click();
  requestAnimationFrame(() => {
    const place = places.find((one) => one.isConnected);
    if (place !== field) place?.querySelector<HTMLElement>('[role=button]')?.focus();
  });
}

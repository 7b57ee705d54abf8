/**
 * Turns sections that stand one below the other into tabs (WAI-ARIA tabs pattern). Without JavaScript, and in print,
 * all of them can be read.
 */
class BiligTabs extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('[role="tablist"]')) return;
    const panels = [...this.querySelectorAll<HTMLElement>('[data-tab]')];
    const list = document.createElement('div');
    list.setAttribute('role', 'tablist');
    const tabs = panels.map((panel) => createTab(panel));
    const select = (chosen: number, focus: boolean) => {
      tabs.forEach((tab, index) => {
        tab.setAttribute('aria-selected', String(index === chosen));
        tab.tabIndex = index === chosen ? 0 : -1;
      });
      panels.forEach((panel, index) => panel.classList.toggle('tab-hidden', index !== chosen));
      if (focus) tabs[chosen]?.focus();
    };
    tabs.forEach((tab, index) => tab.addEventListener('click', () => select(index, false)));
    list.addEventListener('keydown', (event) => {
      const from = tabs.indexOf(document.activeElement as HTMLButtonElement);
      const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      select((to + tabs.length) % tabs.length, true);
    });
    list.append(...tabs);
    this.prepend(list);
    select(0, false);
  }
}

function createTab(panel: HTMLElement): HTMLButtonElement {
  const tab = document.createElement('button');
  panel.id ||= `tab-${Math.random().toString(36).slice(2)}`;
  tab.type = 'button';
  tab.textContent = panel.dataset['tab'] ?? '';
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.tabIndex = 0;
  return tab;
}

customElements.define('bilig-tabs', BiligTabs);

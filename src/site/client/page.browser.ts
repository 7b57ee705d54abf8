// What every page loads, as one file.
import './language-menu.browser.ts';
import './menus.browser.ts';
import './search.browser.ts';

const whenIdle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
whenIdle(() => void import('./idle.browser.ts'));

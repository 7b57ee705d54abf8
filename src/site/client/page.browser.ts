// What every page loads, as one file.
import './language-menu.browser.ts';
import './menus.browser.ts';
import './search.browser.ts';
import './theme-switch.browser.ts';

/** Chromium's way to offer the installation where the page has a place for it; no standard, so not in the compiler's types. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

export {};

const section = document.querySelector<HTMLElement>('[data-install-app]');
const button = section?.querySelector('button');
const said = section?.querySelector<HTMLElement>('[data-installed]');
const byHand = section?.querySelector<HTMLElement>('[data-install-by-hand]');
let offer: InstallPromptEvent | null = null;

window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer = event as InstallPromptEvent;
  if (section) section.hidden = false;
  if (button) button.hidden = false;
});

button?.addEventListener('click', () => {
  // An offer can be made once; if it is turned down, the browser sends another one.
  button.hidden = true;
  void offer?.prompt();
});

window.addEventListener('appinstalled', () => {
  if (section) section.hidden = false;
  if (button) button.hidden = true;
  if (said) said.textContent = said.dataset['installed'] ?? '';
});

// Safari on a phone tells whether it runs the site as an app, and installs from its own menu only.
if ('standalone' in navigator && navigator.standalone === false && section && byHand) {
  section.hidden = false;
  byHand.hidden = false;
}

import { readToEmbed, write, type FromEmbed } from './embed-protocol.ts';
import { showIn, showTheme } from './embed-choices.browser.ts';

// An embedded page's talk with the page around it. It says nothing about itself before it is greeted.

/** The origin of the page that has greeted this one; that of a file or of a frame without an origin cannot be named. */
let host: string | undefined;

function tell(message: FromEmbed): void {
  if (host) window.parent.postMessage(write(message), host === 'null' ? '*' : host);
}

function greet(origin: string): void {
  const isFirst = host === undefined;
  host = origin;
  if (isFirst) {
    // The body is as high as what it shows; the frame's own height means nothing to it.
    new ResizeObserver(tellHeight).observe(document.body);
    // In a frame out of sight browsers measure nothing; what changes or arrives there is heard of all the same.
    const whole = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(tellSoon).observe(document.body, whole);
    document.addEventListener('load', tellHeight, true);
    document.fonts.addEventListener('loadingdone', tellHeight);
    void import('./embed-events.browser.ts').then(({ watchLearner }) => watchLearner(tell));
  } else {
    told = 0;
    tellHeight();
  }
}

let told = 0;
let timer = 0;

/** Many changes are measured together. */
function tellSoon(): void {
  timer ||= window.setTimeout(() => {
    timer = 0;
    tellHeight();
  }, 50);
}

function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height !== told) tell({ type: 'height', height });
  told = height;
}

if (window.parent !== window) {
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || (host !== undefined && origin !== host)) return;
    const message = readToEmbed(data);
    if (message?.type === 'hello') greet(origin);
    else if (message?.type === 'theme') showTheme(message.theme);
    else if (message?.type === 'language') showIn(message.language);
  });
  window.parent.postMessage(write({ type: 'ready' }), '*');
}

import { readLanguages } from '../embed-languages.ts';
import { isTheme, readFromEmbed, write, type EmbedEvent, type FromEmbed, type ToEmbed } from './embed-protocol.ts';

// `<bilig-module>` for pages of other sites: one classic script, since a module from another origin would need that host's
// leave. It makes the frame, gives it the height of what it shows, and tells the page what the learner does.

/** What is said where nothing answers, by language; put in when the script is built. */
declare const embedMissing: Readonly<Record<string, string>>;

const missing = embedMissing;
const known = Object.keys(missing);

const { currentScript } = document;
const site = new URL('.', (currentScript as HTMLScriptElement).src);
/** Milliseconds in which a page that has loaded makes itself known. */
const patience = 3_000;
const parts = ['course', 'module', 'lesson', 'exercise'];

class BiligModule extends HTMLElement {
  static readonly observedAttributes = ['src', 'language', 'languages', 'theme', ...parts];

  readonly #frame = document.createElement('iframe');
  readonly #note = document.createElement('p');
  #isReady = false;
  #timer = 0;

  constructor() {
    super();
    const frame = this.#frame;
    frame.loading = 'lazy';
    frame.allow = 'fullscreen';
    // By the object model: a host's policy may forbid styles in markup.
    Object.assign(frame.style, { width: '100%', height: '480px', border: '0' });
    this.#note.setAttribute('role', 'status');
    frame.addEventListener('load', () => {
      // The empty page with which every frame begins.
      if (!frame.src) return;
      this.#tell({ type: 'hello' });
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#isReady || this.#showMissing(), patience);
    });
    // What stands in the element stays for readers without this script, and where there is nothing to show.
    this.attachShadow({ mode: 'open' }).append(this.#note, frame);
  }

  connectedCallback(): void {
    window.addEventListener('message', this.#listen);
    this.#open();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#listen);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    // What the learner is at stays, in the other language or colours.
    if (this.#isReady && name === 'theme') this.#tell({ type: 'theme', theme: this.#theme });
    else if (this.#isReady && name === 'language') this.#tell({ type: 'language', language: this.#language });
    else this.#open();
  }

  get #theme() {
    const theme = this.getAttribute('theme');
    return isTheme(theme) ? theme : 'auto';
  }

  /** Among which the learner may choose. */
  get #languages(): string[] {
    return readLanguages(this.getAttribute('languages'), known);
  }

  /** That of the element; else of the page around it, where the site has it. */
  get #language(): string {
    const own = this.getAttribute('language') ?? this.#languages[0];
    const wanted = own ?? this.closest('[lang]')?.getAttribute('lang') ?? '';
    return known.find((tag) => tag === wanted || wanted.startsWith(`${tag}-`)) ?? own ?? known[0] ?? '';
  }

  get #address(): URL | null {
    const src = this.getAttribute('src');
    // A lesson without its module leads nowhere: what is missing in the middle leaves two slashes.
    const path = ['embed', this.#language, ...parts.map((name) => this.getAttribute(name) ?? '')].join('/');
    try {
      const address = new URL(src ?? `${path.replace(/\/*$/u, '')}/`, src === null ? site : document.baseURI);
      const isWhole =
        src !== null ||
        (this.#language in missing && /^(?:[\w-]+\/){4,6}$/u.test(address.href.slice(site.href.length)));
      if (!isWhole || !/^https?:$/u.test(address.protocol)) return null;
      if (this.hasAttribute('theme')) address.searchParams.set('theme', this.#theme);
      if (this.#languages[0]) address.searchParams.set('languages', this.#languages.join());
      return address;
    } catch {
      return null;
    }
  }

  #open(): void {
    this.#isReady = false;
    clearTimeout(this.#timer);
    const address = this.#address;
    if (!address) return this.#showMissing();
    this.#frame.title = this.title || this.textContent.trim() || 'Bilig';
    this.#show(true);
    if (this.#frame.src !== address.href) this.#frame.src = address.href;
  }

  #showMissing(): void {
    const [fallback = ''] = known;
    const language = this.#language in missing ? this.#language : fallback;
    this.#note.lang = language;
    this.#note.textContent = missing[language] ?? '';
    this.#show(false);
  }

  #show(isThere: boolean): void {
    this.#note.hidden = isThere;
    this.#frame.style.display = isThere ? 'block' : 'none';
  }

  #tell(message: ToEmbed): void {
    this.#frame.contentWindow?.postMessage(write(message), this.#origin);
  }

  get #origin(): string {
    return new URL(this.#frame.src).origin;
  }

  readonly #listen = ({ source, origin, data }: MessageEvent): void => {
    // Any page may send anything here; what counts is from this very frame, while it shows what it was given.
    if (!source || source !== this.#frame.contentWindow || origin !== this.#origin) return;
    const message = readFromEmbed(data);
    if (message) this.#take(message);
  };

  #take(message: FromEmbed): void {
    this.#isReady = true;
    this.#show(true);
    if (message.type === 'ready') {
      this.#tell({ type: 'hello' });
      if (this.hasAttribute('theme')) this.#tell({ type: 'theme', theme: this.#theme });
    } else if (message.type === 'height') this.#frame.style.height = `${message.height}px`;
    else this.#dispatch(message);
  }

  #dispatch({ type, ...detail }: EmbedEvent): void {
    this.dispatchEvent(new CustomEvent(`bilig-${type}`, { bubbles: true, detail }));
  }
}

if (!customElements.get('bilig-module')) customElements.define('bilig-module', BiligModule);

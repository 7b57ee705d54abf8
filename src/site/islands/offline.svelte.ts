import { isSameChoice, sizeOf, sizeOfChoices, contentsOf, type Choice, type Release, type Size } from '#offline';
import { askToStay, canKeep } from '#offline/adapters/browser-keeper';
import type { Keeper, KeepOutcome, NewEdition, Overview } from '#offline/adapters/keeper';
import { noteCheck, noteKeeping, siteKeeper, wantedExtras } from '../client/site-keeper.browser.ts';
import type { OfflineWords } from '../view/offline-view.ts';

const nothing: Overview = { kept: [], edition: null, pending: null };

/** What is kept, what could be, and what the learner does about it: the keeper, made reactive. */
export class OfflineDesk {
  stage = $state<'opening' | 'unsupported' | 'open'>('opening');
  overview = $state.raw<Overview>(nothing);
  /** What the site publishes; null while it cannot be reached. */
  release = $state.raw<Release | null>(null);
  news = $state.raw<NewEdition | null>(null);
  chosen = $state.raw<readonly Choice[]>([]);
  /** What is said of the last thing that was done. */
  said = $state('');
  /** False where the browser may remove what is kept when it needs room. */
  stays = $state(true);
  readonly #words: () => OfflineWords;
  #keeper: Keeper | null = null;

  constructor(words: () => OfflineWords) {
    this.#words = words;
  }

  /** Opens the desk. @returns how to close it */
  start(): () => void {
    const goOn = () => void this.#keeper?.carryOn().then((outcome) => this.#tell(outcome));
    let stop: (() => void) | null = null;
    void canKeep().then((can) => {
      this.stage = can ? 'open' : 'unsupported';
      if (!can) return;
      this.#keeper = siteKeeper();
      stop = this.#keeper.watch(() => void this.#read());
      window.addEventListener('online', goOn);
      void this.refresh().then(goOn);
    });
    return () => {
      stop?.();
      window.removeEventListener('online', goOn);
    };
  }

  /** Looks anew at the device and at the site. */
  async refresh(): Promise<void> {
    await this.#read();
    this.release = (await this.#keeper?.release()) ?? null;
    await this.#lookForNews();
  }

  /** Asks for a new edition because the learner wants to know. */
  async check(): Promise<void> {
    this.said = '';
    this.release = (await this.#keeper?.release()) ?? null;
    if (!this.release) this.said = this.#words().unreachable;
    else if (!(await this.#lookForNews())) this.said = this.#words().newest;
  }

  isKept(choice: Choice): boolean {
    return this.overview.kept.some((course) => isSameChoice(course, choice));
  }

  isChosen(choice: Choice): boolean {
    return this.chosen.some((other) => isSameChoice(other, choice));
  }

  choose(choice: Choice, isChosen: boolean): void {
    const others = this.chosen.filter((other) => !isSameChoice(other, choice));
    this.chosen = isChosen ? [...others, choice] : others;
  }

  /** What choices would add; null as long as the site has not said. */
  sizeOf(choices: readonly Choice[]): Size | null {
    return this.release && sizeOfChoices(choices, this.release, this.overview.edition, wantedExtras());
  }

  /** What all that is kept takes. */
  get used(): Size {
    return sizeOf(this.overview.edition ? contentsOf(this.overview.edition) : []);
  }

  async keep(): Promise<void> {
    this.stays = await askToStay();
    await this.#download((keeper) => keeper.keep(this.chosen), this.#words().done);
  }

  async update(): Promise<void> {
    await this.#download((keeper) => keeper.keep([]), this.#words().updated);
  }

  async resume(): Promise<void> {
    await this.#download((keeper) => keeper.resume(), this.#words().done);
  }

  async pause(): Promise<void> {
    await this.#keeper?.pause();
  }

  async cancel(): Promise<void> {
    await this.#keeper?.cancel();
  }

  async remove(choice: Choice): Promise<void> {
    await this.#keeper?.remove(choice);
    this.said = this.#words().removed;
    await this.#lookForNews();
  }

  async #download(action: (keeper: Keeper) => Promise<KeepOutcome>, done: string): Promise<void> {
    if (!this.#keeper) return;
    this.said = '';
    noteKeeping(true);
    this.#tell(await action(this.#keeper), done);
  }

  #tell(outcome: KeepOutcome, done = this.#words().done): void {
    if (outcome === 'complete') {
      this.said = done;
      this.news = null;
      this.chosen = [];
    } else if (outcome === 'refused') this.said = this.#words().unsupported;
    // What stands in the way of a download is said where its progress stands.
    else if (!this.overview.pending && outcome === 'offline') this.said = this.#words().unreachable;
    else if (!this.overview.pending && outcome === 'other') this.said = this.#words().damaged;
  }

  async #read(): Promise<void> {
    this.overview = (await this.#keeper?.overview()) ?? nothing;
    const { kept, pending } = this.overview;
    noteKeeping(kept.length > 0 || pending !== null);
    this.chosen = this.chosen.filter((choice) => !this.isKept(choice));
  }

  async #lookForNews(): Promise<boolean> {
    if (this.overview.kept.length === 0) this.news = null;
    else if (this.release) {
      this.news = (await this.#keeper?.news().catch(() => null)) ?? null;
      noteCheck();
    }
    return this.news !== null;
  }
}

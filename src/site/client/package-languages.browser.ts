/** What stands around the lessons, in one of the languages of the package. */
export interface PackageLanguage {
  readonly locale: string;
  readonly title: string;
  /** The question of each exercise by its full id. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** Full ids of lessons by the path of their page; empty for the page that introduces the module. */
  readonly pages: ReadonlyMap<string, string>;
  /** Addresses by full id, and of the page that introduces the module by an empty one. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Puts it into the page and gives the parts that work. */
  show(): ShownBar;
}

export interface ShownBar {
  readonly menu: HTMLDetailsElement | null;
  readonly state: HTMLElement | null;
  readonly leave: HTMLButtonElement | null;
  readonly left: HTMLElement | null;
  readonly select: HTMLSelectElement | null;
  readonly lessons: readonly HTMLAnchorElement[];
  readonly counts: readonly HTMLElement[];
}

/** The languages of the package, its first one first. */
export function readLanguages(): PackageLanguage[] {
  const templates = [...document.querySelectorAll<HTMLTemplateElement>('template[data-language]')];
  const names = templates.map(({ content }) => content.querySelector('[data-language-name]')?.textContent ?? '');
  const choices = templates.map((template, index) => {
    const option = new Option(names[index], template.dataset['language']);
    option.lang = option.value;
    return option;
  });
  return templates.map((template) => readLanguage(template, choices));
}

function readLanguage(template: HTMLTemplateElement, choices: readonly HTMLOptionElement[]): PackageLanguage {
  const { content, dataset } = template;
  const locale = dataset['language'] ?? '';
  const links = [...content.querySelectorAll<HTMLAnchorElement>('a[data-lesson],a[data-overview]')];
  // Links in a template belong to a document without an address.
  const found = links.map(
    (link) => [link.dataset['lesson'] ?? '', new URL(link.getAttribute('href') ?? '', document.baseURI)] as const,
  );
  return {
    locale,
    title: dataset['title'] ?? '',
    descriptions: JSON.parse(content.querySelector('script')?.textContent ?? '{}') as Record<string, string>,
    pages: new Map(found.map(([id, { pathname }]) => [pathname, id])),
    addresses: new Map(found.map(([id, { href }]) => [id, href])),
    show: () => show(template, choices),
  };
}

function show({ content, dataset }: HTMLTemplateElement, choices: readonly HTMLOptionElement[]): ShownBar {
  const around = document.querySelector<HTMLElement>('[data-around]');
  const parts = [...content.querySelectorAll('header,main')].map((part) => document.importNode(part, true));
  around?.replaceChildren(...parts);
  document.documentElement.lang = dataset['language'] ?? '';
  document.title = dataset['title'] ?? '';
  const heading = document.getElementById('module-title');
  if (heading) heading.textContent = document.title;
  const find = <Kind extends HTMLElement>(selector: string) => around?.querySelector<Kind>(selector) ?? null;
  const select = find<HTMLSelectElement>('[data-choose-language]');
  select?.append(...choices.map((choice) => choice.cloneNode(true)));
  if (select) select.value = dataset['language'] ?? '';
  const languages = find('[data-languages]');
  if (languages) languages.hidden = choices.length < 2;
  return {
    menu: find<HTMLDetailsElement>('[data-menu]'),
    state: find('[role=status]'),
    leave: find<HTMLButtonElement>('[data-leave]'),
    left: find('[data-left]'),
    select,
    lessons: [...(around?.querySelectorAll<HTMLAnchorElement>('a[data-lesson]') ?? [])],
    counts: [...(around?.querySelectorAll<HTMLElement>('[data-count]') ?? [])],
  };
}

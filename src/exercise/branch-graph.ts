import { choose, goalsOf, isMet, sceneOf, startOf, type Moment, type Story } from './branch-play.ts';

/** How many different moments of a story are looked at before it counts as too large to prove. */
const mostMoments = 200_000;

/** A moment that can come about, and how. */
interface Node {
  readonly moment: Moment;
  /** Index of the moment before; -1 at the start. */
  readonly from: number;
  /** Id of the choice that led here. */
  readonly by: string;
  /** Indexes of the moments that its choices lead to. */
  readonly next: number[];
  /** Ids of the choices that are offered, in the order of `next`. */
  readonly offers: string[];
}

/** What the moments of a story show. All lists are in the order in which somebody could meet them. */
export interface StoryProof {
  /** Ids of scenes (ends included) that nobody comes to. */
  readonly unreached: readonly string[];
  /** Ids of choices in scenes that are reached, which nobody is ever offered. */
  readonly neverOffered: readonly string[];
  /** Scenes, one moment each, that offer nothing and are no end. */
  readonly deadEnds: readonly Reached[];
  /** Scenes that lead round in a circle from which no end is reached. */
  readonly loops: readonly (Reached & { readonly scenes: readonly string[] })[];
  /** The end with most goals met, by the shortest path to it; null where no end is reached. */
  readonly best: (Reached & { readonly met: number }) | null;
}

export interface Reached {
  readonly moment: Moment;
  /** Ids of the choices that lead there. */
  readonly path: readonly string[];
}

/**
 * Proves a story by going through every moment (scene, flags, and the meters that anything depends on) that can come
 * about, breadth first.
 *
 * @returns null where there are more moments than `most`
 */
export function proveStory(story: Story, most = mostMoments): StoryProof | null {
  const nodes = explore(story, most);
  if (!nodes) return null;
  const scenes = new Set(nodes.map(({ moment }) => moment.scene));
  const offered = new Set(nodes.flatMap(({ offers }) => offers));
  const isEnd = ({ moment }: Node) => sceneOf(story, moment.scene)?.end === true;
  const reached = story.scenes.filter(({ id }) => scenes.has(id));
  const stuck = nodes.filter((node) => node.next.length === 0 && !isEnd(node));
  return {
    unreached: story.scenes.map(({ id }) => id).filter((id) => !scenes.has(id)),
    neverOffered: reached.flatMap(({ choices }) => choices.map(({ id }) => id)).filter((id) => !offered.has(id)),
    deadEnds: oneOfEachScene(stuck).map((node) => reach(nodes, node)),
    loops: loopsOf(nodes),
    best: bestOf(story, nodes, nodes.filter(isEnd)),
  };
}

/** A scene as somebody first comes to it. */
export interface SceneVisit extends Reached {
  /** What is offered there, and how many goals an end can still meet after it. */
  readonly offers: readonly { readonly choice: string; readonly goals: number }[];
}

/**
 * Every scene that can be reached and is no end, by the shortest path to it, in the order of these paths.
 *
 * @returns null where there are more moments than `most`
 */
export function visitScenes(story: Story, most = mostMoments): SceneVisit[] | null {
  const nodes = explore(story, most);
  if (!nodes) return null;
  const goals = goalsInReach(story, nodes);
  const isOpen = ({ moment }: Node) => sceneOf(story, moment.scene)?.end !== true;
  return oneOfEachScene(nodes.filter(isOpen)).map((node) => ({
    ...reach(nodes, node),
    offers: node.next.map((index, at) => ({ choice: node.offers[at] ?? '', goals: goals[index] ?? 0 })),
  }));
}

/** For each moment the most goals that some end after it meets; none where no end can be reached. */
function goalsInReach(story: Story, nodes: readonly Node[]): number[] {
  const before = nodesBefore(nodes);
  const metAt = ({ moment }: Node) => goalsOf(story).filter((goal) => isMet(goal, moment)).length;
  const ends = nodes.flatMap((node, at) =>
    sceneOf(story, node.moment.scene)?.end === true ? [{ at, met: metAt(node) }] : [],
  );
  const best = new Map<number, number>();
  // The best ends come first, so what reaches one of them needs no second look.
  for (const { at, met } of ends.sort((a, b) => b.met - a.met)) {
    const open = [at];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (best.has(index)) continue;
      best.set(index, met);
      open.push(...(before[index] ?? []));
    }
  }
  return nodes.map((_, at) => best.get(at) ?? 0);
}

function nodesBefore(nodes: readonly Node[]): number[][] {
  const before: number[][] = nodes.map(() => []);
  nodes.forEach(({ next }, at) => next.forEach((index) => before[index]?.push(at)));
  return before;
}

/** All moments that can come about, the start first; null where there are more than `most`. */
function explore(story: Story, most: number): Node[] | null {
  const asked = metersAskedOf(story);
  const scenes = new Map(story.scenes.map((scene) => [scene.id, scene]));
  const keyOf = ({ scene, meters, flags }: Moment) => [scene, ...asked.map((id) => meters[id]), ...flags].join(' ');
  const start = startOf(story);
  const nodes: Node[] = [{ moment: start, from: -1, by: '', next: [], offers: [] }];
  const known = new Map([[keyOf(start), 0]]);
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    const scene = node && scenes.get(node.moment.scene);
    if (!scene || scene.end) continue;
    // In the order of ids, so that the answer found is the same in every language.
    for (const choice of [...scene.choices].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const moment = choose(story, node.moment, choice);
      if (!moment) continue;
      const key = keyOf(moment);
      const index = known.get(key) ?? nodes.length;
      if (index === nodes.length) {
        if (nodes.length >= most) return null;
        known.set(key, index);
        nodes.push({ moment, from: at, by: choice.id, next: [], offers: [] });
      }
      node.next.push(index);
      node.offers.push(choice.id);
    }
  }
  return nodes;
}

/** Ids of the meters that a condition or a goal asks for; the others change nothing. */
function metersAskedOf(story: Story): string[] {
  const demands = story.scenes.flatMap((scene) => [scene, ...scene.choices]).flatMap((part) => part.demands);
  const asked = demands.flatMap((demand) => ('meter' in demand ? [demand.meter] : []));
  return [...new Set([...goalsOf(story).map(({ id }) => id), ...asked])];
}

/** The first moment of each scene. */
function oneOfEachScene(nodes: readonly Node[]): Node[] {
  const seen = new Set<string>();
  return nodes.filter(({ moment }) => !seen.has(moment.scene) && seen.add(moment.scene));
}

/** The circles without a way out: what leads on, yet neither to an end nor to a dead end. */
function loopsOf(nodes: readonly Node[]): StoryProof['loops'] {
  const before = nodesBefore(nodes);
  const free = new Set(nodes.flatMap(({ next }, at) => (next.length ? [] : [at])));
  // A set that grows while it is gone through is gone through to its end.
  for (const index of free) before[index]?.forEach((at) => free.add(at));
  const loops = new Map<string, StoryProof['loops'][number]>();
  for (const node of oneOfEachScene(nodes.filter((_, at) => !free.has(at)))) {
    const circle = circleFrom(nodes, node);
    const scenes = [...new Set(circle.map(({ moment }) => moment.scene))];
    const [first] = circle;
    const name = [...scenes].sort().join(' ');
    if (first && !loops.has(name)) loops.set(name, { ...reach(nodes, first), scenes });
  }
  return [...loops.values()];
}

/** The moments that come round again when the first choice is taken each time. */
function circleFrom(nodes: readonly Node[], start: Node): Node[] {
  const trail: Node[] = [];
  const places = new Map<Node, number>();
  for (let node: Node | undefined = start; node; node = nodes[node.next[0] ?? -1]) {
    const place = places.get(node);
    if (place !== undefined) return trail.slice(place);
    places.set(node, trail.length);
    trail.push(node);
  }
  return [];
}

function bestOf(story: Story, nodes: readonly Node[], ends: readonly Node[]): StoryProof['best'] {
  const goals = goalsOf(story);
  let best: { node: Node; met: number } | null = null;
  for (const node of ends) {
    const met = goals.filter((goal) => isMet(goal, node.moment)).length;
    if (!best || met > best.met) best = { node, met };
  }
  return best && { ...reach(nodes, best.node), met: best.met };
}

function reach(nodes: readonly Node[], { moment, from, by }: Node): Reached {
  const path: string[] = [];
  for (let [at, choice] = [from, by]; at >= 0;) {
    path.unshift(choice);
    const node = nodes[at];
    [at, choice] = [node?.from ?? -1, node?.by ?? ''];
  }
  return { moment, path };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proveStory, visitScenes } from '../../../src/exercise/branch-graph.ts';
import {
  choose,
  isMet,
  sceneOf,
  startOf,
  type ChoiceRule,
  type Condition,
  type Moment,
  type Story,
} from '../../../src/exercise/branch-play.ts';

const choice = (id: string, to: string, more: Partial<ChoiceRule> = {}): ChoiceRule => ({
  id,
  to,
  changes: [],
  set: [],
  clear: [],
  demands: [],
  ...more,
});

const meter = { id: 'trust', start: 50, pass: 60, low: false };

describe('the proof of a story', () => {
  test('a loop that can be left under a condition which comes true in it is none', () => {
    const story: Story = {
      meters: [meter],
      scenes: [
        {
          id: 'street',
          end: false,
          demands: [],
          choices: [
            choice('listen', 'street', { changes: [{ meter: 'trust', by: 5 }] }),
            choice('speak', 'hall', { demands: [{ meter: 'trust', least: 60 }] }),
          ],
        },
        { id: 'hall', end: true, demands: [], choices: [] },
      ],
    };
    expect(proveStory(story)).toMatchObject({
      unreached: [],
      neverOffered: [],
      deadEnds: [],
      loops: [],
      best: { path: ['listen', 'listen', 'speak'], met: 1 },
    });
  });

  test('a loop whose way out closes for good is found, with the path that leads into it', () => {
    const story: Story = {
      meters: [meter],
      scenes: [
        {
          id: 'street',
          end: false,
          demands: [],
          choices: [
            choice('shout', 'street', { set: ['shouted'] }),
            choice('speak', 'hall', { demands: [{ flag: 'shouted', set: false }] }),
          ],
        },
        { id: 'hall', end: true, demands: [], choices: [] },
      ],
    };
    const proof = proveStory(story);
    expect(proof?.loops.map(({ scenes, path }) => [scenes, path])).toEqual([[['street'], ['shout']]]);
    expect(proof?.best).toMatchObject({ path: ['speak'], met: 0 });
  });

  test('what only leads to a dead end is told as that dead end, not as a loop', () => {
    const story: Story = {
      meters: [meter],
      scenes: [
        { id: 'street', end: false, demands: [], choices: [choice('speak', 'hall'), choice('wait', 'yard')] },
        { id: 'yard', end: false, demands: [], choices: [choice('on', 'gate')] },
        {
          id: 'gate',
          end: false,
          demands: [],
          choices: [choice('in', 'hall', { demands: [{ flag: 'key', set: true }] })],
        },
        { id: 'hall', end: true, demands: [], choices: [] },
      ],
    };
    const proof = proveStory(story);
    expect(proof?.deadEnds.map(({ moment, path }) => [moment.scene, path])).toEqual([['gate', ['wait', 'on']]]);
    expect(proof).toMatchObject({ loops: [], unreached: [], neverOffered: ['in'] });
  });

  test('a meter that nothing asks for makes no moments; one that is asked for does, up to the bound', () => {
    const story = (pass: number | null): Story => ({
      meters: [meter, { id: 'calls', start: 0, pass, low: true }],
      scenes: [
        {
          id: 'street',
          end: false,
          demands: [],
          choices: [choice('call', 'street', { changes: [{ meter: 'calls', by: 1 }] }), choice('speak', 'hall')],
        },
        { id: 'hall', end: true, demands: [], choices: [] },
      ],
    });
    expect(proveStory(story(null), 2)).not.toBeNull();
    expect(proveStory(story(50), 201)).toBeNull();
    expect(proveStory(story(50), 202)).not.toBeNull();
  });

  test('agrees with playing: what it calls reached is reached, and from everywhere there is a way on', () => {
    const scenes = ['a', 'b', 'c', 'd'];
    const demand: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ flag: fc.constantFrom('f', 'g'), set: fc.boolean() }),
      fc.record({ meter: fc.constant('trust'), least: fc.constantFrom(20, 50, 80) }),
      fc.record({ meter: fc.constant('trust'), below: fc.constantFrom(30, 60) }),
    );
    const choices = fc.array(
      fc.record({
        to: fc.constantFrom(...scenes, 'end'),
        changes: fc.constantFrom([], [{ meter: 'trust', by: 20 }], [{ meter: 'trust', by: -30 }]),
        set: fc.subarray(['f', 'g']),
        clear: fc.subarray(['f', 'g']),
        demands: fc.array(demand, { maxLength: 1 }),
      }),
      { maxLength: 3 },
    );
    const stories = fc
      .record({ parts: fc.tuple(choices, choices, choices, choices), demands: fc.array(demand, { maxLength: 1 }) })
      .map(({ parts, demands }): Story => {
        const told = scenes.map((id, at) => ({
          id,
          end: false,
          demands: [],
          choices: (parts[at] ?? []).map((one, index) => ({ ...one, id: `${id}${index}` })),
        }));
        return { meters: [meter], scenes: [...told, { id: 'end', end: true, demands, choices: [] }] };
      });
    fc.assert(
      fc.property(stories, (story) => {
        const proof = proveStory(story);
        const { reached, stuck, trapped, met } = playAll(story);
        const unreached = story.scenes.map(({ id }) => id).filter((id) => !reached.has(id));
        expect(new Set(proof?.unreached)).toEqual(new Set(unreached));
        expect(new Set(proof?.deadEnds.map(({ moment }) => moment.scene))).toEqual(stuck);
        expect((proof?.deadEnds.length ?? 0) + (proof?.loops.length ?? 0) > 0).toBe(trapped);
        expect(proof?.best?.met ?? null).toBe(met);
      }),
      { seed: 19, numRuns: 300 },
    );
  });
});

describe('the scenes of a story', () => {
  const story: Story = {
    meters: [meter, { id: 'harm', start: 20, pass: 30, low: true }],
    scenes: [
      {
        id: 'street',
        end: false,
        demands: [],
        choices: [
          choice('speak', 'yard', { changes: [{ meter: 'trust', by: 20 }] }),
          choice('wait', 'yard'),
          choice('shout', 'hall', { changes: [{ meter: 'harm', by: 50 }] }),
        ],
      },
      {
        id: 'yard',
        end: false,
        demands: [],
        choices: [choice('go', 'hall'), choice('stay', 'yard', { demands: [{ meter: 'trust', least: 100 }] })],
      },
      { id: 'hall', end: true, demands: [], choices: [] },
    ],
  };

  test('each is met on the shortest way, with the goals that every choice leaves within reach', () => {
    expect(visitScenes(story)).toMatchObject([
      {
        path: [],
        moment: { scene: 'street' },
        offers: [
          { choice: 'shout', goals: 0 },
          { choice: 'speak', goals: 2 },
          { choice: 'wait', goals: 1 },
        ],
      },
      { path: ['speak'], moment: { scene: 'yard' }, offers: [{ choice: 'go', goals: 2 }] },
    ]);
  });

  test('a story that is too large is not gone through', () => {
    expect(visitScenes(story, 2)).toBeNull();
  });
});

/** Goes through a story depth first and in the plainest way. */
function playAll(story: Story) {
  const next = new Map<string, Moment[]>();
  const seen = new Map<string, Moment>();
  const open: Moment[] = [startOf(story)];
  for (let moment = open.pop(); moment; moment = open.pop()) {
    const here = moment;
    const key = JSON.stringify(here);
    if (seen.has(key)) continue;
    const choices = sceneOf(story, here.scene)?.choices ?? [];
    seen.set(key, here);
    next.set(
      key,
      choices.flatMap((one) => choose(story, here, one) ?? []),
    );
    open.push(...(next.get(key) ?? []));
  }
  const moments = [...seen.values()];
  const ends = moments.filter(({ scene }) => scene === 'end');
  const saved = new Set(ends.map((moment) => JSON.stringify(moment)));
  for (let before = -1; before !== saved.size;) {
    before = saved.size;
    for (const [key, after] of next) if (after.some((moment) => saved.has(JSON.stringify(moment)))) saved.add(key);
  }
  return {
    reached: new Set(moments.map(({ scene }) => scene)),
    stuck: new Set(
      moments.flatMap((moment) =>
        moment.scene !== 'end' && !next.get(JSON.stringify(moment))?.length ? [moment.scene] : [],
      ),
    ),
    trapped: saved.size < seen.size,
    met: ends.length ? Math.max(...ends.map((moment) => (isMet(meter, moment) ? 1 : 0))) : null,
  };
}

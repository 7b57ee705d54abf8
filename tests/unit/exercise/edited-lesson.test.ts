import { gradeExercise, signatureOf, solveExercise, freshAttempt, type AttemptState, type Exercise } from '#exercise';
import { formatAttempt, parseAttempt } from '#learner';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from './read.ts';

// A learner answers everything, the author edits the lesson, the learner comes back: what is found again, and where?

const choice = `<Choice id="publisher">

Бұл бетті кім жариялады?

- [x] [filters] Сүзгі сататын фирма
  > Беттің төменінде фирма аты тұр.
- [ ] [newspaper] Газет
  > Газет редакторының атын жазады.
- [ ] [office] Басқарма
  > Басқарма мекенжайын жазады.

</Choice>`;

const match = `<Match id="moves">

Hər addımı mənası ilə birləşdirin.

- [stop] Dayan
  - İlk hissin keçməsini gözləyirsiniz
  > Gözləyirik.
- [trace] İzlə
  - İlk yerini axtarırsınız
  > Axtarırıq.

</Match>`;

const categorise = `<Categorise id="kinds">

Отнесите к группе.

- [news] Новость
  - [bridge] Мост закроют.
    > Можно проверить.
- [opinion] Мнение
  - [ugly] Мост некрасив.
    > Это оценка.

</Categorise>`;

const order = `<Order id="steps">

Sıraya koyun.

1. [pause] Durun
   > Önce.
2. [open] Açın
   > Sonra.
3. [read] Okuyun
   > En son.

</Order>`;

const verdict = `<Verdict id="bridge">

Shundaymi?

- [x] [true]
  > Kun aytilgan.
- [ ] [false]
  > Yashirilmagan.

</Verdict>`;

const lesson = [choice, match, categorise, order, verdict];

type Kept = ReadonlyMap<string, string>;

const right: AttemptState = { ...freshAttempt, phase: 'right', used: 1, first: 1, best: 1, last: 1 };

function answerAll(exercises: readonly Exercise[]): Kept {
  return new Map(
    exercises.map((exercise) => [
      exercise.id,
      formatAttempt({
        signature: signatureOf(exercise),
        state: { ...right, response: solveExercise(exercise) },
        at: 1,
      }),
    ]),
  );
}

/** For each exercise of the edited lesson whether the answer kept is taken up, and then whether it is still right. */
function comeBack(edited: readonly string[]): Record<string, string> {
  const kept = answerAll(readMarkdown(lesson.join('\n\n')).exercises);
  const found = readMarkdown(edited.join('\n\n')).exercises.map((exercise) => {
    const attempt = parseAttempt(kept.get(exercise.id) ?? null, signatureOf(exercise));
    if (!attempt) return [exercise.id, 'asked again'];
    return [exercise.id, gradeExercise(exercise, attempt.response).correct ? 'right' : 'wrong'];
  });
  return Object.fromEntries(found) as Record<string, string>;
}

/** The lesson with one exercise rewritten. */
function edit(which: string, ...changes: readonly (readonly [RegExp | string, string])[]): string[] {
  return lesson.map((exercise) => {
    if (exercise !== which) return exercise;
    const edited = changes.reduce((text, [from, to]) => text.replace(from, to), exercise);
    expect(edited).not.toBe(exercise);
    return edited;
  });
}

const untouched = { publisher: 'right', moves: 'right', kinds: 'right', steps: 'right', bridge: 'right' };

test('an exercise that was not edited is found again', () => {
  expect(comeBack(lesson)).toEqual(untouched);
});

describe('answers follow their ids', () => {
  test('where exercises change places, one is deleted and a new one comes before them', () => {
    const added = choice.replace('publisher', 'new-one');
    expect(comeBack([added, verdict, order, choice, match])).toEqual({
      'new-one': 'asked again',
      bridge: 'right',
      steps: 'right',
      publisher: 'right',
      moves: 'right',
    });
  });

  test.each([
    ['options of a choice change places', choice, /(- \[x\][\s\S]*?тұр\.\n)(- \[ \] \[n[\s\S]*?жазады\.\n)/u, '$2$1'],
    ['pairs change places', match, /(- \[stop\][\s\S]*?Gözləyirik\.\n)(- \[trace\][\s\S]*?Axtarırıq\.\n)/u, '$2$1'],
    ['groups change places', categorise, /(- \[news\][\s\S]*?проверить\.\n)(- \[opinion\][\s\S]*?оценка\.\n)/u, '$2$1'],
    ['answers of a verdict change places', verdict, /(- \[x\][\s\S]*?aytilgan\.\n)(- \[ \][\s\S]*?magan\.\n)/u, '$2$1'],
    ['words are mended', order, 'Durun', 'Duraklayın'],
    ['a hint and more attempts are given', order, 'id="steps"', 'id="steps" hint="Önce ne?" attempts="4"'],
  ] as const)('where %s', (_, which, from, to) => {
    expect(comeBack(edit(which, [from, to]))).toEqual(untouched);
  });
});

describe('an exercise asks again, and the others do not,', () => {
  test.each([
    [
      'where an option is added',
      choice,
      'publisher',
      '- [ ] [office]',
      '- [ ] [school] Мектеп\n  > Жоқ.\n- [ ] [office]',
    ],
    ['where an option is deleted', choice, 'publisher', /- \[ \] \[office\][\s\S]*?жазады\.\n/u, ''],
    ['where an option takes another id', choice, 'publisher', '[office]', '[board]'],
    [
      'where two options swap their ids',
      choice,
      'publisher',
      /\[x\] \[filters\]([\s\S]*?)\[newspaper\]/u,
      '[x] [newspaper]$1[filters]',
    ],
    ['where another option is right', choice, 'publisher', /\[x\]([\s\S]*?)\[ \]/u, '[ ]$1[x]'],
    ['where it becomes a choice of several', choice, 'publisher', '<Choice', '<Choice many'],
    [
      'where a pair is added',
      match,
      'moves',
      '- [trace]',
      '- [check] Yoxla\n  - Soruşursunuz\n  > Soruşuruq.\n- [trace]',
    ],
    [
      'where a partner without an item is added',
      match,
      'moves',
      '\n</Match>',
      '- [spare]\n  - Keçirsiniz\n  > Yox.\n\n</Match>',
    ],
    [
      'where a card goes to another group',
      categorise,
      'kinds',
      /( {2}- \[bridge\][\s\S]*?проверить\.\n)(- \[opinion\].*\n)/u,
      '  - [roof] Крышу чинят.\n    > Да.\n$2$1',
    ],
    [
      'where steps change places',
      order,
      'steps',
      /\[pause\] Durun([\s\S]*?)\[open\] Açın/u,
      '[open] Açın$1[pause] Durun',
    ],
    ['where a step is added', order, 'steps', '2. [open]', '2. [think] Düşünün\n   > Ara.\n3. [open]'],
    [
      'where the other answer is right',
      verdict,
      'bridge',
      /\[x\] \[true\]([\s\S]*?)\[ \] \[false\]/u,
      '[ ] [true]$1[x] [false]',
    ],
    [
      'where a third answer is offered',
      verdict,
      'bridge',
      '\n</Verdict>',
      '- [ ] [unsure]\n  > Yetarli.\n\n</Verdict>',
    ],
  ] as const)('%s', (_, which, id, from, to) => {
    expect(comeBack(edit(which, [from, to]))).toEqual({ ...untouched, [id]: 'asked again' });
  });

  test('where another type takes over its id', () => {
    const taken = verdict.replace('bridge', 'publisher');
    expect(comeBack([taken, match, categorise, order])).toMatchObject({ publisher: 'asked again', moves: 'right' });
  });
});

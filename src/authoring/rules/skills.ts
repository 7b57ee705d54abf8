import { skillTags } from '#course';
import { errorAt } from '#exercise';
import { suggestName, type Problem } from '#problem';
import type { Survey } from '../survey.ts';

/** Reports skills of exercises that the syllabus does not have: their results would be summed up under no name. */
export function checkSkills({ pages }: Survey): Problem[] {
  const known: readonly string[] = skillTags;
  return pages
    .flatMap(({ versions }) => Object.values(versions))
    .flatMap(({ body }) => body?.exercises ?? [])
    .flatMap(({ skills, place, id }) =>
      skills
        .filter((skill) => !known.includes(skill))
        .map((skill) => {
          const near = suggestName(skill, known);
          return errorAt(place, 'skill-unknown', {
            message: `The exercise "${id}" names the skill "${skill}", which the syllabus does not have.`,
            hint: near ? `Did you mean \`${near}\`?` : `The skills are: ${known.join(', ')}.`,
          });
        }),
    );
}

import { groupLosses, lossTable, packageFormats, type MadePackage, type PackageFormat } from '#packaging';

/** The formats with what takes them, for a terminal. */
export function listFormats(): string {
  const entries: [string, PackageFormat][] = Object.entries(packageFormats);
  const width = Math.max(...entries.map(([name]) => name.length)) + 2;
  const indent = ' '.repeat(width);
  return entries
    .map(([name, { title, takenBy, presets }]) =>
      [
        name.padEnd(width) + title,
        `${indent}taken by: ${takenBy}`,
        ...(presets.length ? [`${indent}presets: ${presets.join(', ')}`] : []),
      ].join('\n'),
    )
    .join('\n');
}

interface WrittenFile {
  readonly out: string;
  readonly bytes: number;
  readonly name: string;
  readonly format: PackageFormat;
  readonly locales: readonly string[];
}

/** What was written, and what the format could not carry with what stands in for it. */
export function reportExport(
  { out, bytes, name, format, locales }: WrittenFile,
  { bank, questions, losses }: MadePackage,
): string {
  const lent = bank.lessons.filter(({ locale }) => locale !== bank.locale);
  const lines = groupLosses(losses).map(({ what, exercises }) => {
    const ids = exercises.map((id) => id.split('/').slice(2).join('/'));
    return `- ${lossTable[what].what}: ${lossTable[what].instead}.\n  ${ids.join(', ')}`;
  });
  return [
    `Wrote ${out} (${name}, ${locales.join(', ')}, ${Math.ceil(bytes / 1024)} KB): ${bank.title}; lessons: ${bank.lessons.length}, questions: ${questions}.`,
    ...lent.map(({ id, locale }) => `Lent by ${locale}, and marked as such: ${id}`),
    ...(lines.length ? ['', `What ${name} cannot carry, and what stands in for it:`, ...lines] : []),
    ...(format.of === 'bank'
      ? ['', 'How often an answer may be given is for the platform to say: no bank carries it.']
      : []),
  ].join('\n');
}

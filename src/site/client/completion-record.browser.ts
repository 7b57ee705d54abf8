import {
  attemptKey,
  certificateKey,
  courseCompletion,
  formatCertificate,
  lessonKey,
  noCertificate,
  parseCertificate,
  resultsKey,
  type CertificateEntry,
  type CourseCompletion,
  type CourseOutline,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

/** Where a learner is in a course, by the record of this device. */
export interface CourseState {
  readonly completion: CourseCompletion;
  readonly entry: CertificateEntry;
}

/**
 * Reads how far a course is. Where all that it asks for is met for the first time, that is written down: the certificate
 * stays when the course grows.
 */
export async function readCourse(outline: CourseOutline): Promise<CourseState> {
  const kinds = [attemptKey, resultsKey, lessonKey].map((key) => key(`${outline.id}/`));
  const key = certificateKey(outline.id);
  const [parts, json] = await Promise.all([
    Promise.all(kinds.map((prefix) => browserRecord.getAll(prefix))),
    browserRecord.get(key),
  ]);
  const completion = courseCompletion(outline, new Map(parts.flatMap((part) => [...part])));
  const entry = parseCertificate(json) ?? noCertificate;
  const { satisfied, achievement } = completion;
  if (satisfied === null || entry.earned) return { completion, entry };
  // Answers that an older version kept have no moment; this one is then the first that is known.
  const earned = { at: satisfied || Date.now(), ...achievement };
  const write = (stored: string | null) => {
    const now = parseCertificate(stored) ?? noCertificate;
    return formatCertificate({ ...now, earned: now.earned ?? earned });
  };
  void browserRecord.update(key, write);
  return { completion, entry: { ...entry, earned } };
}

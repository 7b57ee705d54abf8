import type { DiscernmentRates } from '#exercise';
import { tidyName } from './certificate.ts';
import type { Achievement, Share } from './completion.ts';
import { isCount, isFraction, isPlain, parsePlain } from './stored-json.ts';

/** What is kept of the certificate of one course. */
export interface CertificateEntry {
  /** What the learner wants to be called on it, and when that was said; empty for no name. */
  readonly name: { readonly text: string; readonly at: number };
  /** What the course was completed with; null where it never was. It stays when lessons are added to the course. */
  readonly earned: Earned | null;
}

export interface Earned extends Achievement {
  /** The moment at which all that the course asked for had been met. */
  readonly at: number;
}

// Not in `keys.ts`, of which every exercise loads all.
/** The certificate of a course. */
export const certificateKey = (course: string): string => `certificate/${course}`;

export const noCertificate: CertificateEntry = { name: { text: '', at: 0 }, earned: null };

const maxLength = 5_000;

export function formatCertificate({ name, earned }: CertificateEntry): string {
  return JSON.stringify({ name, earned });
}

export function parseCertificate(json: string | null): CertificateEntry | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { name, earned = null } = stored;
  if (!isPlain(name) || typeof name['text'] !== 'string' || !isCount(name['at'])) return null;
  const readEarned = earned === null ? null : earnedOf(earned);
  if (earned !== null && !readEarned) return null;
  return { name: { text: tidyName(name['text']), at: name['at'] }, earned: readEarned };
}

/** The name that was said last, and the completion that came first. */
export function mergeCertificates(a: CertificateEntry, b: CertificateEntry): CertificateEntry {
  return {
    name: prefer(a.name, b.name, a.name.at - b.name.at),
    earned: a.earned && b.earned ? prefer(a.earned, b.earned, b.earned.at - a.earned.at) : (a.earned ?? b.earned),
  };
}

/** The one with the advantage; of two that are level both sides choose the same. */
function prefer<T>(a: T, b: T, advantage: number): T {
  if (advantage !== 0) return advantage > 0 ? a : b;
  return JSON.stringify(a) > JSON.stringify(b) ? a : b;
}

function earnedOf(value: unknown): Earned | null {
  if (!isPlain(value)) return null;
  const { at, lessons, exercises, score = null, discernment = null } = value;
  const isSound =
    isCount(at) &&
    isShare(lessons) &&
    isShare(exercises) &&
    (score === null || isFraction(score)) &&
    (discernment === null || isRates(discernment));
  return isSound
    ? {
        at,
        lessons: shareOf(lessons),
        exercises: shareOf(exercises),
        score,
        discernment: discernment && ratesOf(discernment),
      }
    : null;
}

const shareOf = ({ count, total }: Share): Share => ({ count, total });

const ratesOf = ({ caught, misleading, trusted, sound }: DiscernmentRates): DiscernmentRates => ({
  caught,
  misleading,
  trusted,
  sound,
});

function isShare(value: unknown): value is Share {
  return isPlain(value) && isPart(value['count'], value['total']);
}

function isRates(value: unknown): value is DiscernmentRates {
  return isPlain(value) && isPart(value['caught'], value['misleading']) && isPart(value['trusted'], value['sound']);
}

function isPart(part: unknown, total: unknown): boolean {
  return isCount(part) && isCount(total) && part <= total;
}

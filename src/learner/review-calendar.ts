import { startOf } from './epoch-day.ts';

/** An event of a whole day. */
export interface CalendarDay {
  readonly day: number;
  readonly title: string;
  readonly description: string;
}

/** What is the same for all events of a file. */
export interface CalendarHead {
  /** The calendar's name. */
  readonly name: string;
  /** The language of the texts (BCP 47). */
  readonly locale: string;
  /** Address of the page to open. */
  readonly url: string;
  /** Names the site among all that write calendars: its host and folder. */
  readonly site: string;
}

const product = '-//Bilig//Review//EN';
/** Nine in the morning, wherever the learner is. */
const alarm = 'PT9H';

/**
 * A file for calendars (iCalendar, RFC 5545) with an event and a reminder for each day.
 *
 * @param now in milliseconds since 1970
 */
export function formatCalendar(days: readonly CalendarDay[], head: CalendarHead, now: number): string {
  const { name, locale, url, site } = head;
  const stamp = `${formatDate(now)}T${new Date(now).toISOString().slice(11, 19).replaceAll(':', '')}Z`;
  const language = `LANGUAGE=${locale}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    'CALSCALE:GREGORIAN',
    `NAME;${language}:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...days.flatMap(({ day, title, description }) => [
      'BEGIN:VEVENT',
      // The same day and site, the same event: a newer file replaces what an older one brought.
      `UID:${formatDate(startOf(day))}-review@${escapeText(site)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${formatDate(startOf(day))}`,
      `DTEND;VALUE=DATE:${formatDate(startOf(day + 1))}`,
      `SUMMARY;${language}:${escapeText(title)}`,
      `DESCRIPTION;${language}:${escapeText(description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION;${language}:${escapeText(title)}`,
      `TRIGGER:${alarm}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** `20261128`, of the day in UTC. */
function formatDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

/** TEXT of RFC 5545, section 3.3.11, without control characters, which it cannot hold. */
function escapeText(text: string): string {
  const plain = text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
  return plain.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

const maxOctets = 75;

/** Lines of at most 75 octets, which is half as many Cyrillic letters; no letter is cut in two (section 3.1). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > maxOctets) {
      folded += '\r\n ';
      // The space that marks the line as continued counts as well.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Octets of a character in UTF-8. */
function octetsOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

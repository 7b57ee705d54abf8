import {
  certificateKey,
  certificateOf,
  encodeCertificate,
  formatCertificate,
  noCertificate,
  parseCertificate,
  tidyName,
  type Certificate,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { dayAt } from './certificate-text.ts';
import { fillCertificate, setup } from './certificate-fields.browser.ts';
import type { CourseState } from './completion-record.browser.ts';

/** The certificate of a course as it is now; null while there is none. */
export function certificateFor(course: string, { completion, entry }: CourseState): Certificate | null {
  const { earned, name } = entry;
  if (!earned) return null;
  const achievement = completion.satisfied === null ? earned : completion.achievement;
  return certificateOf(achievement, { course, locale: setup.locale, name: name.text, day: dayAt(earned.at) });
}

/** Shows a certificate on the sheet, with its code, its link and the picture of that. */
export function showSheet(sheet: HTMLElement, certificate: Certificate): void {
  fillCertificate(sheet, certificate, '');
  const code = encodeCertificate(certificate);
  const href = `${setup.address}#${code}`;
  const link = sheet.querySelector<HTMLAnchorElement>('[data-link]');
  if (link?.href === href) return;
  link?.setAttribute('href', href);
  if (link) link.textContent = setup.address;
  const place = sheet.querySelector('[data-code]');
  if (place) place.textContent = code;
  const picture = sheet.querySelector('[data-picture]');
  if (!picture) return;
  void import('./certificate-picture.browser.ts').then(({ drawCode }) => {
    // Another letter of the name may have come meanwhile.
    if (link?.href === href) drawCode(picture, href);
  });
}

/** Writes down what the learner wants to be called. */
export function recordName(course: string, text: string): void {
  const name = { text: tidyName(text), at: Date.now() };
  void browserRecord.update(certificateKey(course), (json) =>
    formatCertificate({ ...(parseCertificate(json) ?? noCertificate), name }),
  );
}

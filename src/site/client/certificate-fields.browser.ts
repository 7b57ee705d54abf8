import type { Certificate } from '#learner';
import type { CertificateSetup } from '../view/certificate-view.ts';
import { certificateText } from './certificate-text.ts';

/** What the page says to its scripts. */
export const setup = JSON.parse(
  document.querySelector('[data-certificate-setup]')?.textContent ?? '',
) as CertificateSetup;

/**
 * Writes what a certificate says into the fields of a part of the page. All of it is text, whoever made it up.
 *
 * @param noName stands in place of a name that is not given; empty for a line to write on
 */
export function fillCertificate(part: Element, certificate: Certificate, noName: string): void {
  const texts = { ...certificateText(certificate, setup), name: certificate.name || noName };
  for (const [field, text] of Object.entries(texts)) {
    const place = part.querySelector<HTMLElement>(`[data-field="${field}"]`);
    const row = place?.closest('div');
    if (!place || !row) continue;
    place.textContent = text;
    row.hidden = text === null;
  }
  const title = part.querySelector<HTMLElement>('[data-field="course"]');
  title?.setAttribute('lang', setup.courses[certificate.course]?.lang ?? setup.locale);
}

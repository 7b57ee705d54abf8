import { decodeCertificate } from '#learner';
import { fillCertificate, setup } from './certificate-fields.browser.ts';

const form = document.querySelector<HTMLFormElement>('[data-check]');
const field = form?.querySelector('textarea');
const verdict = document.querySelector<HTMLElement>('[data-verdict]');
const says = document.querySelector<HTMLElement>('[data-says]');

/** Says what a code says, or what is wrong with it. */
function check(text: string): void {
  const reading = decodeCertificate(text, Object.keys(setup.courses));
  const isRight = 'certificate' in reading;
  if (says) says.hidden = !isRight;
  if (says && isRight) fillCertificate(says, reading.certificate, setup.words.noName);
  if (!verdict) return;
  verdict.textContent = isRight ? setup.words.says : setup.words.faults[reading.fault];
  verdict.classList.toggle('certificate-fault', !isRight);
}

/** The code in the address; empty where that leads to a place in the page. */
export function codeInAddress(): string {
  const code = location.hash.slice(1);
  return document.getElementById(code) ? '' : code;
}

function checkAddress(): void {
  const code = codeInAddress();
  if (!code) return;
  if (field) field.value = code;
  check(code);
  verdict?.focus();
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  check(field?.value ?? '');
});
window.addEventListener('hashchange', checkAddress);
// The menu of languages takes the place in the page along; here the code is the place. It has had its turn before.
window.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-language-menu] a');
  if (link && codeInAddress()) link.hash = codeInAddress();
});
checkAddress();

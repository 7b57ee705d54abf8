import { encode } from 'uqr';

/** Draws a text as a QR code into an svg element; `M` bears a fold or a coffee stain. */
export function drawCode(picture: Element, text: string): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  path.setAttribute('d', rows.join(''));
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  picture.setAttribute('shape-rendering', 'crispEdges');
  picture.replaceChildren(path);
}

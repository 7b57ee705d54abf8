const svg = 'http://www.w3.org/2000/svg';

/** The picture of a bookmark, on the buttons that set one. */
export function ribbon(): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  for (const [name, value] of [
    ['class', 'section-ribbon'],
    ['viewBox', '0 0 24 24'],
    ['width', '22'],
    ['height', '22'],
    ['aria-hidden', 'true'],
  ] as const)
    picture.setAttribute(name, value);
  path.setAttribute('d', 'M6 4h12v16l-6-5-6 5z');
  picture.append(path);
  return picture;
}

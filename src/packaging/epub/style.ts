/**
 * The book's own style. It says nothing of colours but by the text's own, so that it reads in the themes of every reader,
 * light, dark or sepia; sizes go by the reader's choice.
 */
export const bookStyle = `html {
  font-size: 100%;
}
body {
  margin: 0 4%;
  line-height: 1.5;
}
h1, h2, h3, h4, h5, h6 {
  line-height: 1.25;
  page-break-after: avoid;
  break-after: avoid;
  hyphens: none;
}
h1 {
  font-size: 1.6em;
  margin: 0.5em 0 1em;
}
h2 {
  font-size: 1.3em;
  margin: 2em 0 0.6em;
}
h3, h4, h5, h6 {
  font-size: 1.08em;
  margin: 1.2em 0 0.4em;
}
p, ul, ol, dl, blockquote, pre, table, figure {
  margin: 0 0 0.8em;
}
li > p, dd > p, td > p {
  margin: 0 0 0.3em;
}
.eyebrow, .kind, .credit, .back, .hint {
  font-size: 0.85em;
}
.eyebrow {
  margin: 2em 0 0;
}
.kind {
  font-style: italic;
}
.notice {
  border: 1px solid currentColor;
  padding: 0.6em 0.8em;
}
.example, .note {
  border-left: 0.25em solid currentColor;
  padding: 0 0 0 1em;
  margin: 1.2em 0;
}
.exercise, .answer {
  border-top: 1px solid currentColor;
  margin: 1.6em 0;
  padding-top: 0.4em;
}
.quiz .exercise {
  margin: 1em 0;
}
.tab {
  margin: 0 0 1em;
}
figure {
  margin: 1.2em 0;
}
figure img, li img, p img {
  display: block;
  max-width: 100%;
  height: auto;
}
figcaption {
  margin-top: 0.4em;
}
blockquote {
  margin-left: 1em;
  margin-right: 1em;
}
table {
  border-collapse: collapse;
  width: 100%;
}
th, td {
  border: 1px solid currentColor;
  padding: 0.3em 0.5em;
  text-align: left;
  vertical-align: top;
}
pre {
  white-space: pre-wrap;
}
sup {
  line-height: 0;
}
dt {
  font-weight: bold;
}
dd {
  margin: 0 0 0.8em 1em;
}
.cover {
  margin: 0;
  text-align: center;
}
.cover img {
  height: 100vh;
  max-width: 100%;
  margin: 0 auto;
}
.title-page {
  margin-top: 15%;
}
nav ol {
  list-style: none;
  padding-left: 0;
}
nav ol ol {
  padding-left: 1.2em;
}
nav li {
  margin: 0.3em 0;
}
`;

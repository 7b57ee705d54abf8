declare namespace App {
  interface Locals {
    /** The text that a page shows: what the components inside it look themselves up in. */
    text?: import('./site/view/text-view.ts').TextView;
  }
}

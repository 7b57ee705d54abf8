export { checkContent, createContentChecker } from './check-content.ts';
export { fixContent } from './fix-content.ts';

export { checkContent, createContentChecker } from './check-content.ts';
export { ruleDescriptions } from './rule-descriptions.ts';
export { fixContent } from './fix-content.ts';

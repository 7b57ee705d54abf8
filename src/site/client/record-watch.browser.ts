import { browserRecord } from '#learner/adapters/browser-record';

// Where the record is in trouble, what tells the learner and looks after the last answers is loaded; else nothing is.
function look(): void {
  if (browserRecord.trouble) void import('./record-trouble.browser.ts');
}

browserRecord.watchTrouble(look);
look();

// What a page with a text from Markdown loads, as one file.
import './exercise-failed.browser.ts';
import './terms.browser.ts';

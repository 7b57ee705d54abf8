import type { PackageFormatName, PresetName } from '#packaging';

/**
 * One way of bringing files into a platform. What stands on the platform's own screens is written as its English interface
 * and its manual spell it, and is not translated.
 */
export interface ImportWay {
  /** Files that come in this way; the first that is there is shown. */
  readonly formats: readonly PackageFormatName[];
  /** Which of the platform's own views or versions, where the steps differ. */
  readonly view?: string;
  /** What an administrator turns on once, entry by entry. */
  readonly before?: readonly string[];
  /** The menu, entry by entry. */
  readonly menu: readonly string[];
  /** What to choose before saving. */
  readonly settings: readonly string[];
  /** What the learner gets: marks, or material to look through. */
  readonly result: 'marks' | 'content';
  /** Where that stands, entry by entry. */
  readonly place: readonly string[];
  /** Where the steps are described. */
  readonly manual: string;
}

export interface ImportGuide {
  /** As it calls itself. */
  readonly platform: string;
  readonly ways: readonly ImportWay[];
}

/** Every platform that a package can be made for, by the name of its preset. */
export const importGuides: Readonly<Record<PresetName, ImportGuide>> = {
  moodle: {
    platform: 'Moodle',
    ways: [
      {
        formats: ['scorm12', 'scorm2004'],
        // Moodle 4 has "Add an activity or resource" in the place of the second and the third.
        menu: ['Edit mode', 'Add content (+)', 'Activity or resource', 'SCORM package'],
        // Moodle ticks "Completed" by itself, which a SCORM 1.2 module that was passed never says.
        settings: ['Grading method: Highest grade', 'Force new attempt: No', 'Add requirements: Passed'],
        result: 'marks',
        place: ['Grades', 'Grader report'],
        manual: 'https://docs.moodle.org/en/SCORM_settings',
      },
      {
        formats: ['moodle-xml', 'gift'],
        view: 'Moodle 5',
        menu: ['More', 'Question banks', '… course question bank', 'Import'],
        settings: ['File format: Moodle XML format'],
        result: 'content',
        place: ['Question bank', 'Questions'],
        manual: 'https://docs.moodle.org/en/Import_questions',
      },
      {
        formats: ['moodle-xml', 'gift'],
        view: 'Moodle 4',
        menu: ['More', 'Question bank', 'Import'],
        settings: ['File format: Moodle XML format'],
        result: 'content',
        place: ['Question bank', 'Questions'],
        manual: 'https://docs.moodle.org/en/Import_questions',
      },
      {
        formats: ['common-cartridge-1.1'],
        menu: ['More', 'Course reuse', 'Restore'],
        settings: [],
        result: 'content',
        place: ['Course'],
        manual: 'https://docs.moodle.org/en/Course_restore',
      },
    ],
  },
  canvas: {
    platform: 'Canvas',
    ways: [
      {
        formats: ['scorm12', 'scorm2004'],
        before: ['Settings', 'Apps', 'SCORM'],
        menu: ['SCORM', 'Upload'],
        settings: ['Import as graded assignment'],
        result: 'marks',
        place: ['Grades'],
        manual:
          'https://community.canvaslms.com/t5/The-Product-Blog/SCORM-to-Require-Signed-Launch-Links/bc-p/470023/highlight/true',
      },
      {
        formats: ['common-cartridge-1.3'],
        menu: ['Settings', 'Import Course Content'],
        settings: ['Common Cartridge 1.x Package'],
        result: 'content',
        place: ['Modules'],
        manual:
          'https://developerdocs.instructure.com/services/canvas/external-tools/lti/placements/file.migration_selection_placement',
      },
    ],
  },
  blackboard: {
    platform: 'Blackboard',
    ways: [
      {
        formats: ['scorm12', 'scorm2004'],
        view: 'Ultra Course View',
        menu: ['Course Content', 'Create', 'SCORM package'],
        settings: ['Grade SCORM'],
        result: 'marks',
        place: ['Gradebook'],
        manual:
          'https://academic-technology-services.scrollhelp.site/ats/how-do-i-add-scorm-content-to-blackboard-ultra',
      },
      {
        formats: ['scorm12', 'scorm2004'],
        view: 'Original Course View',
        menu: ['Build Content', 'Content Package (SCORM)'],
        settings: [],
        result: 'marks',
        place: ['Grade Center'],
        manual:
          'https://help.blackboard.com/Learn/Instructor/Original/Course_Content/Create_Content/Add_Content_Packages',
      },
    ],
  },
  ilias: {
    platform: 'ILIAS',
    ways: [
      {
        formats: ['scorm2004', 'scorm12'],
        menu: ['Add New Item', 'Learning Module SCORM'],
        settings: ['Online'],
        result: 'marks',
        place: ['Learning Progress'],
        manual: 'https://iliastutorials.com/learning-module-scorm-presentation-mode',
      },
    ],
  },
  openedx: {
    platform: 'Open edX',
    ways: [
      {
        formats: ['scorm12', 'scorm2004'],
        before: ['Settings', 'Advanced Settings', 'Advanced Module List: "scorm"'],
        menu: ['Advanced', 'Scorm module', 'Edit'],
        settings: ['Scored: True'],
        result: 'marks',
        place: ['Progress'],
        manual: 'https://github.com/overhangio/openedx-scorm-xblock',
      },
    ],
  },
};

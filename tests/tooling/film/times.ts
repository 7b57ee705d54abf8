/** When each thing happens, in seconds. The captions of all languages keep these times. */
export const at = {
  /** The reader wishes for a teapot. */
  wish: 0,
  /** A page promises hot tea for two days. */
  promise: 4.2,
  /** It praises itself. */
  praise: 9,
  /** The reader is about to buy, and pauses. */
  pause: 13,
  /** Who says so? */
  question: 16.8,
  /** A new tab, and a search for the name. */
  tab: 20.4,
  /** The whole list is looked over. */
  list: 24.6,
  /** Three of its lines are one shop. */
  owner: 28.2,
  /** Two independent voices are opened. */
  voices: 32.8,
  newspaper: 36.8,
  club: 41.4,
  /** Back to the page, and the decision. */
  back: 46,
  /** The old teapot. */
  old: 50.6,
  /** The moves once more, and the other way a check may end. */
  moves: 53.8,
  end: 59,
} as const;

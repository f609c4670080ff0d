/** What is open beside the sheet: one thing at a time, in its own place, never over the page. */
export type Panel =
  | 'outcome'
  | 'case'
  | 'note'
  | 'capacity'
  | 'identity'
  | 'papers'
  | 'park'
  | 'transfer'
  | 'add'
  | 'order'
  | 'pause'
  | 'code'
  /** « Pourquoi ? »: the letters show the reasoning of a piece. */
  | 'why'
  /** All that is due, in the place of the checklist. */
  | 'due'
  /** Both sides' sheet, where no printer is. */
  | 'sheet'
  /** « Autre papier », in the place of the checklist. */
  | 'other'
  | 'file'
  | 'more'
  | 'scan'
  | 'scanned'
  | 'askAgain'
  | 'assisted'
  /** Sentences shown to the person in their language. */
  | 'exchange'
  /** This screen turned to the person: none of the agent's keys is heard but the one that turns it back. */
  | 'turned'
  /** The fiches and articles, searched by their words. */
  | 'search'
  | null

/** They take the figures and the letters for their own answers. */
const listens: ReadonlySet<Panel> = new Set([
  'park',
  'transfer',
  'add',
  'due',
  'sheet',
  'file',
  'scan',
  'askAgain',
  'assisted',
  'search',
  'other',
  'exchange',
  'turned',
])

/** The checklist hears its letters. */
export const ticks = (panel: Panel): boolean => !listens.has(panel)

/** The question under way hears its figures. */
export const answers = (panel: Panel): boolean => panel === null || panel === 'note' || panel === 'why'

/** Panels in which every letter is what is chosen, or written: the page's own letters wait. */
export const ownsLetters: ReadonlySet<Panel> = new Set([
  'park',
  'transfer',
  'add',
  'askAgain',
  'assisted',
  'search',
  'other',
  'exchange',
  'turned',
])

/** In the place of the checklist, for as long as they are read. */
export const fillsCentre = (panel: Panel): boolean =>
  panel === 'due' ||
  panel === 'sheet' ||
  panel === 'search' ||
  panel === 'other' ||
  panel === 'exchange' ||
  panel === 'turned'

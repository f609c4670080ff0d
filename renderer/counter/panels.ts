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
])

/** In the place of the checklist, for as long as they are read. */
export const fillsCentre = (panel: Panel): boolean =>
  panel === 'due' || panel === 'sheet' || panel === 'search' || panel === 'other'

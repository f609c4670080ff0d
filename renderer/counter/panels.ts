/** How the keys and the page are shared while a panel is open. A panel that leaves one out does not compile. */
type PanelFacts = {
  /** In the dock, under the list; or in the place of the checklist for as long as it is read. */
  readonly place: 'dock' | 'centre'
  /** Whose the letters are: the checklist's, beside the page's own; the page's own alone; or the panel's, every one of them. */
  readonly letters: 'checklist' | 'page' | 'panel'
  /** Whose the figures are: the question's under way, or the panel's. */
  readonly figures: 'question' | 'panel'
}

const docked = { place: 'dock', letters: 'checklist', figures: 'panel' } as const
const listening = { place: 'dock', letters: 'page', figures: 'panel' } as const
const writing = { place: 'dock', letters: 'panel', figures: 'panel' } as const

/** What is open around the list: one thing at a time, in its own place, never over a row. */
const panels = {
  // Every act of the page, found by a word.
  actions: docked,
  outcome: docked,
  case: docked,
  note: docked,
  // What is chosen there is followed by names: no piece shows a letter beside them.
  capacity: listening,
  identity: listening,
  papers: docked,
  park: writing,
  transfer: writing,
  add: writing,
  order: docked,
  pause: docked,
  code: docked,
  // « Pourquoi ? »: the letters show the reasoning of a piece.
  why: { ...docked, figures: 'question' },
  // All that is due, in the place of the checklist.
  due: { ...listening, place: 'centre' },
  // The side columns, on an enlarged page.
  waiting: { ...listening, place: 'centre' },
  person: { ...listening, place: 'centre' },
  // Both sides' sheet, where no printer is.
  sheet: { ...listening, place: 'centre' },
  // « Autre papier », in the place of the checklist.
  other: { ...writing, place: 'centre' },
  // « Refus écrit… », on the file for which the person came back.
  refusal: { ...writing, place: 'centre' },
  file: listening,
  // « Titre à retirer », in the place of the checklist: nothing is filed.
  handover: { ...listening, place: 'centre' },
  more: docked,
  scan: listening,
  scanned: docked,
  askAgain: writing,
  assisted: writing,
  // Sentences shown to the person in their language.
  exchange: { ...writing, place: 'centre' },
  // This screen turned to the person: none of the agent's keys is heard but the one that turns it back.
  turned: { ...writing, place: 'centre' },
  // The fiches and articles, searched by their words.
  search: { ...writing, place: 'centre' },
} as const satisfies Readonly<Record<string, PanelFacts>>

export type Panel = keyof typeof panels | null

/** No panel: the checklist hears its letters, the question its figures. */
const none: PanelFacts = { ...docked, figures: 'question' }
const factsOf = (panel: Panel): PanelFacts => (panel === null ? none : panels[panel])

/** The checklist hears its letters. */
export const ticks = (panel: Panel): boolean => factsOf(panel).letters === 'checklist'

/** The question under way hears its figures. */
export const answers = (panel: Panel): boolean => factsOf(panel).figures === 'question'

/** Every letter is what is chosen, or written: the page's own letters wait. */
export const ownsLetters = (panel: Panel): boolean => factsOf(panel).letters === 'panel'

/** In the place of the checklist, for as long as it is read. */
export const fillsCentre = (panel: Panel): boolean => factsOf(panel).place === 'centre'

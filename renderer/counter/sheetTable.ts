import type { InterruptKind } from '../../shared/contract/queue/counters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { answers, ownsLetters, ticks, type Panel } from './panels.ts'
import type { SheetAct } from './sheetActs.ts'

type Opened = Exclude<Panel, null>

/** What the acts of the sheet are done by, and what decides whether they apply. */
type Sheet = {
  readonly panel: Panel
  /** A procedure is chosen; its rules are known. */
  readonly chosen: boolean
  readonly hasRules: boolean
  /** The pieces of other cases: how many, and whether they are shown. */
  readonly folded: number
  readonly unfolded: boolean
  /** The chosen piece, where an administration holds it. */
  readonly held: string | null
  /** Numbers of the ticket to take to the ministry's software. */
  readonly codes: readonly string[]
  /** The side columns are not drawn. */
  readonly enlarged: boolean
  readonly waiting: number
  /** Whoever is here can ask for help. */
  readonly safe: boolean
  readonly toggle: (panel: Opened) => void
  readonly addPiece: () => void
  readonly unfold: () => void
  readonly why: () => void
  readonly printSheet: () => void
  readonly askAgain: () => void
  readonly interrupt: (kind: InterruptKind) => void
  readonly copy: (code: string) => void
  readonly raise: () => void
  readonly fill: () => void
}

/**
 * Every act of the sheet that has no place of its own: the palette draws this table, the direct keys act by it, the help
 * lists it. The letters are those that no piece of the checklist has.
 */
export function sheetTable(sheet: Sheet): readonly SheetAct[] {
  const { panel, hasRules, toggle } = sheet
  const names = counterWords.actions
  const free = !ownsLetters(panel)
  const opens = (
    id: Opened,
    title: string,
    cap: string,
    code: string,
    more: Partial<SheetAct> = {},
  ): SheetAct => ({
    id,
    title,
    cap,
    codes: [code],
    applies: true,
    run: () => toggle(id),
    ...more,
  })
  /** Without a key of its own here: the palette alone offers it, or the page hears its key in every state. */
  const offers = (id: string, title: string, run: () => void, more: Partial<SheetAct> = {}): SheetAct => ({
    id,
    title,
    applies: true,
    run,
    ...more,
  })
  return [
    opens('case', names.case, 'C', 'KeyC'),
    opens('identity', names.identity, 'I', 'KeyI'),
    opens('capacity', names.capacity, 'V', 'KeyV'),
    opens('note', names.note, 'N', 'KeyN'),
    offers('addPiece', names.addPiece, sheet.addPiece, {
      cap: 'J',
      codes: ['KeyJ'],
      heard: ticks(panel) && panel !== 'why',
    }),
    offers('folded', sheet.unfolded ? names.foldAgain : names.folded(sheet.folded), sheet.unfold, {
      cap: 'K',
      codes: ['KeyK'],
      applies: sheet.folded > 0,
      heard: ticks(panel),
    }),
    // « + » as it is written on either keyboard, with Shift or without.
    opens('add', names.addRequest, '+', 'Equal', { codes: ['Equal', 'Shift+Equal', 'NumpadAdd'] }),
    opens('file', names.file, 'X', 'KeyX'),
    offers('papers', names.papers, () => toggle('papers'), { cap: 'D' }),
    opens('due', names.due, 'B', 'KeyB', { applies: hasRules }),
    opens('why', names.why, 'P', 'KeyP', {
      applies: hasRules,
      heard: answers(panel) || panel === 'case',
      run: sheet.why,
    }),
    opens('sheet', names.sheet, '²', 'Backquote', { applies: hasRules, run: sheet.printSheet }),
    opens('scan', names.scan, 'L', 'KeyL', { applies: sheet.chosen, heard: free && panel !== 'case' }),
    opens('exchange', names.exchange, ';', 'Comma', { heard: free || panel === 'exchange' }),
    offers('telephone', names.telephone, () => sheet.interrupt('telephone'), { cap: 'M' }),
    offers('colleague', names.colleague, () => sheet.interrupt('colleague'), { cap: 'W' }),
    offers('waiting', names.waiting(sheet.waiting), () => toggle('waiting'), { applies: sheet.enlarged }),
    offers('person', names.person, () => toggle('person'), { applies: sheet.enlarged }),
    offers('other', names.otherPaper, () => toggle('other')),
    offers('more', names.more, () => toggle('more')),
    offers('search', names.texts, () => toggle('search'), { cap: 'Maj F1' }),
    offers('askAgain', names.askAgain(sheet.held ?? ''), sheet.askAgain, { applies: sheet.held !== null }),
    ...sheet.codes.map((code) => offers(`copy ${code}`, names.copy(code), () => sheet.copy(code))),
    offers('alert', names.alert, sheet.raise, { cap: names.alertCap, applies: sheet.safe }),
    offers('incident', names.incident, sheet.fill, { applies: sheet.safe }),
  ]
}

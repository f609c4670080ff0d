import { actTold } from '../../shared/contract/queue/counters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { FunctionKey } from '../ui/FunctionKeys.tsx'
import type { SheetAct } from './sheetActs.ts'
import { absenceBar } from './absence.ts'
import type { CounterView } from './acts.ts'

/** What each function key does when it applies. */
export type KeyActs = {
  readonly call: () => void
  readonly recall: () => void
  readonly absent: () => void
  readonly here: () => void
  readonly park: () => void
  readonly transfer: () => void
  readonly information: () => void
  readonly end: () => void
  readonly handedOver: () => void
  readonly undo: () => void
}

/**
 * The bar of keys for what the counter is doing: always the same ones at the same places; the others are greyed,
 * with why where the person at the counter could wonder.
 * @param now milliseconds, the office's clock
 * @param asking a reason is being typed for another act: nobody else is called meanwhile
 * @param handing a title is being handed over: that is the page's act, rather than the end
 */
export function functionKeys(
  view: CounterView,
  now: number,
  asking: boolean,
  acts: KeyActs,
  handing = false,
): readonly FunctionKey[] {
  const words = counterWords
  const { state, current, next, undo } = view
  const free = state === 'free' && !asking
  const calling = state === 'calling'
  const serving = state === 'serving'
  const tooSoon = calling && current ? absenceBar(current, now) : null
  return [
    {
      key: 'F2',
      share: 102,
      label: words.keys.call,
      applies: free && next !== null && view.dayOpen,
      primary: true,
      onPress: acts.call,
    },
    { key: 'F3', share: 112, label: words.keys.recall, applies: calling, onPress: acts.recall },
    {
      key: 'F4',
      share: 132,
      label: words.keys.absent,
      ...(tooSoon === null ? {} : { detail: tooSoon }),
      applies: calling && tooSoon === null,
      onPress: acts.absent,
    },
    { key: 'F5', share: 88, label: words.keys.here, applies: calling, primary: true, onPress: acts.here },
    { key: 'F6', share: 120, label: words.keys.park, applies: serving, onPress: acts.park },
    { key: 'F7', share: 116, label: words.keys.transfer, applies: serving, onPress: acts.transfer },
    { key: 'F8', share: 150, label: words.keys.information, applies: serving, onPress: acts.information },
    { key: 'F9', share: 106, label: words.keys.end, applies: serving, primary: !handing, onPress: acts.end },
    {
      key: 'F10',
      share: 122,
      label: words.keys.handedOver,
      applies: serving,
      primary: handing,
      onPress: acts.handedOver,
    },
    {
      key: 'Ctrl Z',
      share: 156,
      code: undoCode,
      label: words.line.undo,
      detail: undoDetail(undo),
      applies: undo !== null && undo.bar === null,
      onPress: acts.undo,
    },
  ]
}

/** The bar's keys as the palette finds them: whoever looks for « Annuler » there learns its key. */
export const barActs = (keys: readonly FunctionKey[]): readonly SheetAct[] =>
  keys.map(({ key, label, detail, applies, onPress }) => ({
    id: key,
    title: [label, detail].filter(Boolean).join(' '),
    cap: key,
    applies,
    sought: true,
    run: onPress,
  }))

/** By the letter, not by its place: Ctrl and the place of Z would close the window on an AZERTY keyboard. */
export const undoCode = '$mod+z'

/** What « Annuler » would take back, or why it can't any more. */
function undoDetail(undo: CounterView['undo']): string {
  const words = counterWords.line
  if (undo === null) return words.undoNothing
  const { number, bar } = undo
  return bar === null ? words.undoOf(actTold(undo), number) : words.undoBarred(bar, number)
}

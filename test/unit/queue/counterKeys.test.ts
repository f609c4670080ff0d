import { describe, expect, test } from 'vitest'
import { absenceBar } from '../../../renderer/counter/absence.ts'
import type { CounterView } from '../../../renderer/counter/acts.ts'
import { functionKeys, type KeyActs } from '../../../renderer/counter/functionKeys.ts'
import { ticketSays } from '../../../renderer/counter/names.ts'
import type { Instant, TicketNumber } from '../../../shared/contract/ids.ts'
import { counterScenes } from '../../fixtures/views.counter.ts'
import { boardNow } from '../../fixtures/views.ts'

const nothing = () => {}
const acts: KeyActs = {
  call: nothing,
  recall: nothing,
  absent: nothing,
  here: nothing,
  park: nothing,
  transfer: nothing,
  information: nothing,
  end: nothing,
  handedOver: nothing,
  undo: nothing,
}
const keysOf = (view: CounterView, asking = false) => functionKeys(view, boardNow, asking, acts)
const appliedIn = (view: CounterView, asking = false) =>
  keysOf(view, asking)
    .filter(({ applies }) => applies)
    .map(({ key }) => key)
const undoIn = (undo: CounterView['undo']) => keysOf({ ...counterScenes.free, undo }).at(-1)

test('a turn called before is said to be, as supervision says it: they may never have left', () => {
  const waits = {
    ...counterScenes.free.waiting[0]!,
    appointmentAt: null,
    purpose: 'request' as const,
    requests: 1,
    returned: true,
  }
  expect(ticketSays(waits, 'Europe/Paris')).toEqual(['Déjà appelé'])
  expect(ticketSays({ ...waits, returned: false }, 'Europe/Paris')).toEqual([])
  expect(ticketSays({ ...waits, unsentNotice: 'sms' }, 'Europe/Paris')).toEqual([
    'Déjà appelé',
    'Avis non parti',
  ])
})

describe('the bar of keys', () => {
  test('has the same keys, of the same widths, in every state', () => {
    const places = (view: CounterView) => keysOf(view).map(({ key, share }) => [key, share])
    const first = places(counterScenes.free)
    for (const view of Object.values(counterScenes)) expect(places(view)).toEqual(first)
  })

  test('offers in each state what the domain would accept', () => {
    expect(appliedIn(counterScenes.free)).toEqual(['F2', 'Ctrl Z'])
    expect(appliedIn(counterScenes.nobody)).toEqual(['Ctrl Z'])
    expect(appliedIn(counterScenes.dayClosed)).toEqual(['Ctrl Z'])
    expect(appliedIn(counterScenes.calling)).toEqual(['F3', 'F4', 'F5', 'Ctrl Z'])
    expect(appliedIn(counterScenes.serving)).toEqual(['F6', 'F7', 'F8', 'F9', 'F10', 'Ctrl Z'])
    expect(appliedIn(counterScenes.paused)).toEqual(['Ctrl Z'])
  })

  test('calls nobody while a reason is being given for another act', () => {
    expect(appliedIn(counterScenes.free, true)).toEqual(['Ctrl Z'])
  })

  test('shows one next act: the end of a visit, or the handing over where a title is found', () => {
    const accented = (handing: boolean) =>
      functionKeys(counterScenes.serving, boardNow, false, acts, handing)
        .filter(({ applies, primary }) => applies && primary === true)
        .map(({ key }) => key)
    expect(accented(false)).toEqual(['F9'])
    expect(accented(true)).toEqual(['F10'])
  })

  test('says on « Annuler » what it takes back, whose letter decides its article', () => {
    const call = (number: string) =>
      undoIn({ act: 'call', number: number as TicketNumber, bar: null })?.detail
    expect(call('A42')).toBe('l’appel d’A\u00a042')
    expect(call('B18')).toBe('l’appel de B\u00a018')
    expect(undoIn({ act: 'pause', number: null, bar: null })?.detail).toBe('la pause')
  })

  test('says on « Annuler » why nothing can be taken back', () => {
    expect(undoIn(null)).toMatchObject({ applies: false, detail: 'rien à annuler' })
    expect(undoIn({ act: 'absent', number: 'A40' as TicketNumber, bar: 'ticketMoved' })).toMatchObject({
      applies: false,
      detail: 'A\u00a040 est ailleurs',
    })
  })
})

describe('« Absent »', () => {
  const bar = (callsLeft: number, seconds: number) =>
    absenceBar({ absence: { callsLeft, from: (boardNow + seconds * 1000) as Instant } }, boardNow)

  test('says first the calls that are left, then the seconds, then nothing', () => {
    expect(bar(2, 30)).toBe('encore 2\u00a0appels')
    expect(bar(1, -5)).toBe('encore 1\u00a0appel')
    expect(bar(0, 20)).toBe('dans 20\u00a0s')
    expect(bar(0, 0.2)).toBe('dans 1\u00a0s')
    expect(bar(0, 0)).toBe(null)
    expect(bar(0, -600)).toBe(null)
  })

  test('is greyed with its reason until then', () => {
    const absent = (view: CounterView) => keysOf(view).find(({ key }) => key === 'F4')
    expect(absent(counterScenes.tooSoon)).toMatchObject({ applies: false, detail: 'encore 1\u00a0appel' })
    expect(absent(counterScenes.soon)).toMatchObject({ applies: false, detail: 'dans 20\u00a0s' })
    expect(absent(counterScenes.calling)?.applies).toBe(true)
  })
})

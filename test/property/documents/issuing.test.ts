import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { FileState } from '../../../shared/domain/files/state.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// Whatever the request and whatever is typed, an act on a file either leaves its paper whole, or changes nothing.

const today = '2026-03-03'
const procedureId = fc.constantFrom(
  'attestation-accueil',
  'elections',
  'urbanisme',
  'inscription-scolaire',
  'rsa',
  'cni',
  'pacs',
  'autre',
  null,
)
const typed = fc.string({ maxLength: 40 }).map((text) => text.trim() || 'Pièce')
/** A name: the marks of a sentence are refused in one. */
const named = typed.map((text) => text.replaceAll(/[:;!?]/g, ' ').trim() || 'Pièce')
const piece = fc.record({ label: named, state: fc.constantFrom('presented', 'missing', 'notExamined') })
const request = fc.record({
  procedureId,
  label: named,
  channel: fc.constantFrom('post', 'email', 'depositBox', 'counter'),
  pieces: fc.array(piece, { maxLength: 4 }),
})
const day = fc.constantFrom('2026-03-10', '2026-03-24', '2026-05-01')
const act = fc.oneof(
  fc.record({
    name: fc.constant('file.acknowledge'),
    form: fc.constantFrom('ar', 'are', 'aee'),
    on: fc.constant(today),
    dueOn: fc.option(day, { nil: undefined }),
    issue: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('file.requestPieces'),
    kind: fc.constant('missing'),
    pieces: fc.array(fc.record({ label: typed, source: typed }), { minLength: 1, maxLength: 3 }),
    on: fc.constant(today),
    dueOn: day,
    issue: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('file.requestPieces'),
    kind: fc.constant('original'),
    pieces: fc.array(fc.record({ label: typed, source: typed }), { minLength: 1, maxLength: 2 }),
    on: fc.constant(today),
    dueOn: fc.constant(null),
    doubt: fc.option(typed, { nil: undefined }),
    issue: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('file.forward'),
    to: typed,
    sent: typed,
    address: fc.option(typed, { nil: undefined }),
    competent: fc.boolean(),
    on: fc.constant(today),
    issue: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('file.holdOriginals'),
    pieces: fc.array(fc.record({ label: named }), { minLength: 1, maxLength: 2 }),
    on: fc.constant(today),
  }),
  fc.record({
    name: fc.constant('file.returnOriginals'),
    means: fc.constantFrom('counter', 'post'),
    on: fc.constant(today),
    to: fc.constant('self'),
    issue: fc.boolean(),
  }),
)

/** Many of them: the state that an act reads is looked at here, not compared whole each time. */
function quickOffice(): FilesOffice {
  const office = new FilesOffice()
  office.pure.careful = false
  return office
}

const complete = ({ acknowledged }: FileState) => acknowledged.some(({ form }) => form !== 'aee')

property.prop([request, fc.array(act, { maxLength: 8 })])(
  'an act on a file issues its paper or nothing happens, and papers have no gap',
  (asked, acts) => {
    const office = quickOffice()
    const opened = office.act('file.open', { serviceId: 'titres', receivedOn: today, ...asked })
    if ('refusal' in opened) return
    const { fileId } = opened.output
    const numbers = new Map<string, number>()
    for (const { name, ...input } of acts) {
      const before = { office: office.pure.office, changes: office.pure.changes }
      const decision = office.act(name as 'file.acknowledge', { fileId, ...input } as never)
      if ('refusal' in decision) {
        expect(office.pure.office).toBe(before.office)
        expect(office.pure.changes).toBe(before.changes)
        if (decision.refusal === 'mentionMissing') expect(decision.details?.length).toBeGreaterThan(0)
        continue
      }
      if (name === 'file.holdOriginals') continue
      const { document } = decision.output
      expect(document === null).toBe(!(input as { issue: boolean }).issue)
      if (document === null) continue
      const series = document.number.slice(0, document.number.lastIndexOf('-'))
      const count = (numbers.get(series) ?? 0) + 1
      numbers.set(series, count)
      expect(document.number).toBe(`${series}-${count}`)
      expect(office.pure.documents.has(document.documentId)).toBe(true)
    }
    const file = office.pure.office.files.get(fileId)!
    const shown = office.shown(fileId)
    if (complete(file)) expect(shown.notOpposable).toBe(false)
    if (shown.notOpposable) expect(file.regime.acknowledgement.due && !file.regime.collectsOnly).toBe(true)
  },
)

property.prop([request])(
  'what a draft says to lack is what the act is refused for, and nothing else',
  (asked) => {
    const office = quickOffice()
    // An electronic acknowledgement is of an electronic filing.
    const request = { serviceId: 'titres', receivedOn: today, ...asked, channel: 'email' }
    const opened = office.act('file.open', request)
    if ('refusal' in opened) return
    const { fileId } = opened.output
    const draft = office.pure.view('document.draft', 'agent1', {
      what: { kind: 'accuse', fileId, form: 'are' },
    })
    const decision = office.act('file.acknowledge', { fileId, form: 'are', on: today })
    const lacks = [...new Set(draft.lacks.map(({ mention }) => mention))]
    if (lacks.length === 0) expect(given(decision).output.document?.kind).toBe('accuse')
    else expect(decision).toMatchObject({ refusal: 'mentionMissing', details: lacks })
    expect(office.pure.documents.size).toBe(lacks.length === 0 ? 1 : 0)
  },
)

import { describe, expect, test } from 'vitest'
import type { FileId, Instant, SlipId } from '../../../shared/contract/ids.ts'
import type { ArchiveKind } from '../../../shared/contract/privacy/archives.ts'
import { archiveKinds, isArchive, proposedTerms } from '../../../shared/domain/privacy/archiveTerms.ts'
import { termOf } from '../../../shared/domain/privacy/archives.ts'
import { rowKey } from '../../../shared/domain/privacy/limited.ts'
import type { OverRow } from '../../../shared/domain/privacy/state.ts'
import { upcast } from '../../../db/journal/upcast.ts'
import { keptForArchives, retention, ruleUnder } from '../../../db/personal/retention.ts'
import { kindsKept } from '../../../db/personal/register.ts'
import { archivesWords } from '../../../shared/messages/privacy/archives.fr.ts'
import { helpAdministration } from '../../../shared/messages/help/administration.fr.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const now = Date.UTC(2026, 10, 29, 9)
const years = (count: number) => Date.UTC(2026 - count, 10, 28) as Instant

const row = (id: string, more: Partial<OverRow> = {}): OverRow => ({
  kind: 'document',
  id,
  ref: `RD-2019-${id}`,
  at: years(6),
  until: null,
  fileId: null,
  file: null,
  limited: false,
  ...more,
})

/** An office whose tables hold these rows, the slip that it draws from them, and the rows of that slip. */
function drawn(rows: readonly OverRow[], before: (office: PureOffice) => void = () => {}) {
  const office = PureOffice.school(now)
  before(office)
  office.archives = rows
  const decided = office.act('archives.drawSlip', {}, 'admin')
  const slip = office.office.archives.slip
  return { office, decided, slipId: slip?.slipId as SlipId, ids: slip?.rows.map(({ id }) => id) ?? [] }
}
const visa = { visaNumber: 'AD77-2026-12', on: '2026-11-29', by: 'Mme Ardoin, directrice des archives' }

describe('a slip of elimination', () => {
  test('names what is over by the office’s own term, and nothing that is not', () => {
    const { ids } = drawn([row('old'), row('young', { at: years(4) })])
    expect(ids).toEqual(['old'])
    const longer = (office: PureOffice) =>
      void office.act(
        'archives.setTerm',
        { kind: 'document', term: { months: 120, fate: 'elimination' } },
        'admin',
      )
    expect(drawn([row('old')], longer).decided).toEqual({ refusal: 'nothingOver' })
  })

  test('names nothing of a limited person, nor of a file under way, nor of an ended file that is still kept', () => {
    const fileId = '0198c1f2-0000-7abc-8def-000000000001' as FileId
    const ended = { at: years(6), until: years(1) }
    const { ids } = drawn([
      row('limited', { limited: true }),
      row('kept', { fileId, file: { at: years(6), until: null } }),
      row('later', { fileId, file: { at: years(6), until: (now + 1) as Instant } }),
      row('over', { fileId, file: ended }),
    ])
    expect(ids).toEqual(['over'])
    const { office } = drawn([])
    office.office = { ...office.office, limited: office.office.limited.add(fileId) }
    office.archives = [row('a', { fileId, file: ended })]
    expect(office.act('archives.drawSlip', {}, 'admin')).toEqual({ refusal: 'nothingOver' })
  })

  test('names an ended file by the term of its procedure alone, and never one whose term nobody knows', () => {
    const file = (id: string, until: Instant | null) => row(id, { kind: 'closedFile', until })
    const files = [file('known', years(1)), file('unknown', null), file('ahead', (now + 1) as Instant)]
    expect(drawn(files).ids).toEqual(['known'])
    const settled = (office: PureOffice) =>
      void office.act(
        'archives.setTerm',
        { kind: 'closedFile', term: { months: 24, fate: 'sorting' } },
        'admin',
      )
    expect(drawn(files, settled).ids).toEqual(['known', 'unknown'])
  })

  test('names no ended file within the year when its decision may be contested, however short its procedure’s term', () => {
    const day = 86_400_000
    const file = { at: (now - 200 * day) as Instant, until: (now - 20 * day) as Instant }
    expect(drawn([row('short', { kind: 'closedFile', ...file })]).decided).toEqual({ refusal: 'nothingOver' })
    const fileId = '0198c1f2-0000-7abc-8def-000000000001' as FileId
    expect(drawn([row('its paper', { fileId, file })]).decided).toEqual({ refusal: 'nothingOver' })
  })

  test('names nothing of a kind that goes to the archives whole', () => {
    const transferred = (office: PureOffice) =>
      void office.act(
        'archives.setTerm',
        { kind: 'document', term: { months: 60, fate: 'transfer' } },
        'admin',
      )
    expect(drawn([row('old')], transferred).decided).toEqual({ refusal: 'nothingOver' })
  })

  test('is alone until it is carried out or given up', () => {
    const { office, slipId } = drawn([row('old')])
    expect(office.act('archives.drawSlip', {}, 'admin')).toEqual({ refusal: 'slipWaiting' })
    office.act('archives.withdrawSlip', { slipId }, 'admin')
    expect(office.act('archives.withdrawSlip', { slipId }, 'admin')).toEqual({ refusal: 'unknownSlip' })
    expect(office.act('archives.drawSlip', {}, 'admin')).toMatchObject({ output: { number: 2 } })
  })
})

describe('an elimination', () => {
  test('needs the visa, of no earlier date than the slip and no later than today', () => {
    const { office, slipId } = drawn([row('old')])
    expect(office.act('archives.eliminate', { slipId }, 'admin')).toEqual({ refusal: 'slipWithoutVisa' })
    for (const on of ['2026-11-28', '2026-11-30'])
      expect(office.act('archives.recordVisa', { slipId, ...visa, on }, 'admin')).toEqual({
        refusal: 'visaMisdated',
      })
    expect(office.act('archives.recordVisa', { slipId, ...visa, withheld: [2] }, 'admin')).toEqual({
      refusal: 'unknownSlipLine',
      details: ['2'],
    })
    expect(office.act('archives.recordVisa', { slipId, ...visa }, 'admin')).toMatchObject({
      personal: [{ op: 'put', kind: 'visa', id: slipId, value: { by: visa.by } }],
    })
    expect(office.act('archives.eliminate', { slipId }, 'admin')).toMatchObject({
      personal: [{ op: 'drop', kind: 'document', id: 'old' }],
      output: { eliminated: 1, left: 0 },
    })
    expect(office.act('archives.eliminate', { slipId }, 'admin')).toEqual({ refusal: 'unknownSlip' })
  })

  test('takes the rows of the slip that the archives let go, no other; what was limited since is left for another', () => {
    const rows = ['a', 'b', 'c'].map((id) => row(id))
    const { office, slipId } = drawn(rows)
    office.act('archives.recordVisa', { slipId, ...visa, withheld: [2] }, 'admin')
    office.archives = [...rows.slice(0, 2), row('c', { limited: true }), row('d')]
    const done = office.act('archives.eliminate', { slipId }, 'admin')
    expect(done).toMatchObject({
      personal: [{ op: 'drop', kind: 'document', id: 'a' }],
      output: { eliminated: 1, left: 1 },
    })
    // The journal says what, how many, of when, under which visa: no name.
    expect(office.recorded.at(-1)?.event).toMatchObject({
      type: 'archivesEliminated',
      data: {
        visaNumber: visa.visaNumber,
        counts: [{ kind: 'document', count: 1, from: years(6), to: years(6) }],
        rows: [{ kind: 'document', id: 'a' }],
      },
    })
    expect(JSON.stringify(office.recorded)).not.toContain('Ardoin')
    office.archives = rows.slice(1)
    expect(office.act('archives.drawSlip', {}, 'admin')).toMatchObject({ output: { number: 2, count: 1 } })
    expect(office.office.archives.withheld.toArray()).toEqual([rowKey('document', 'b')])
  })
})

test('a slip that was drawn before any transfer is one of elimination', () => {
  const drawnThen = { slipId: 'a', number: 1, rows: [] }
  expect(upcast('slipDrawn', 1, drawnThen)).toMatchObject({ data: { ...drawnThen, fate: 'elimination' } })
})

describe('a slip of transfer', () => {
  const whole = (office: PureOffice) =>
    void office.act('archives.setTerm', { kind: 'document', term: { months: 60, fate: 'transfer' } }, 'admin')
  const draw = (office: PureOffice, fate: string) => office.act('archives.drawSlip', { fate }, 'admin')
  const waiting = (office: PureOffice) => office.office.archives.slip?.slipId as SlipId

  test('names what is over and goes to the archives, and nothing that they do not keep', () => {
    const office = PureOffice.school(now)
    office.archives = [row('old'), row('limited', { limited: true })]
    expect(draw(office, 'transfer')).toEqual({ refusal: 'nothingToTransfer' })
    whole(office)
    expect(draw(office, 'elimination')).toEqual({ refusal: 'nothingOver' })
    expect(draw(office, 'transfer')).toMatchObject({ output: { number: 1, count: 1 } })
    expect(office.office.archives.slip).toMatchObject({ fate: 'transfer', rows: [{ id: 'old' }] })
  })

  test('destroys nothing: the archives’ receipt is recorded, then the rows that they took; what they refuse waits for another', () => {
    const office = PureOffice.school(now)
    whole(office)
    office.archives = [row('a'), row('b')]
    draw(office, 'transfer')
    const slipId = waiting(office)
    expect(office.act('archives.transfer', { slipId }, 'admin')).toEqual({ refusal: 'slipWithoutVisa' })
    office.act('archives.recordVisa', { slipId, ...visa, withheld: [2] }, 'admin')
    expect(office.act('archives.eliminate', { slipId }, 'admin')).toEqual({ refusal: 'slipOfTransfer' })
    const done = office.act('archives.transfer', { slipId }, 'admin')
    expect(done).toMatchObject({ output: { transferred: 1, left: 0 } })
    expect(done).not.toHaveProperty('personal')
    expect(office.recorded.at(-1)?.event).toMatchObject({
      type: 'archivesTransferred',
      data: { visaNumber: visa.visaNumber, rows: [{ kind: 'document', id: 'a' }] },
    })
    expect(JSON.stringify(office.recorded)).not.toContain('Ardoin')
    expect(draw(office, 'transfer')).toMatchObject({ output: { number: 2, count: 1 } })
    expect(office.office.archives.slip?.rows).toMatchObject([{ id: 'b' }])
  })

  test('done, leaves a copy that a visa alone lets go; a line withheld from an elimination is to transfer', () => {
    const { office, slipId } = drawn([row('a'), row('b')])
    expect(office.act('archives.transfer', { slipId }, 'admin')).toEqual({ refusal: 'slipOfElimination' })
    office.act('archives.recordVisa', { slipId, ...visa, withheld: [2] }, 'admin')
    office.act('archives.eliminate', { slipId }, 'admin')
    office.archives = [row('b')]
    expect(draw(office, 'elimination')).toEqual({ refusal: 'nothingOver' })
    draw(office, 'transfer')
    const second = waiting(office)
    office.act('archives.recordVisa', { slipId: second, ...visa }, 'admin')
    office.act('archives.transfer', { slipId: second }, 'admin')
    expect(draw(office, 'transfer')).toEqual({ refusal: 'nothingToTransfer' })
    draw(office, 'elimination')
    const third = waiting(office)
    expect(office.act('archives.eliminate', { slipId: third }, 'admin')).toEqual({
      refusal: 'slipWithoutVisa',
    })
    office.act('archives.recordVisa', { slipId: third, ...visa }, 'admin')
    expect(office.act('archives.eliminate', { slipId: third }, 'admin')).toMatchObject({
      personal: [{ op: 'drop', kind: 'document', id: 'b' }],
    })
  })
})

describe('a term', () => {
  test('is never shorter than the least that a text or the courts allow', () => {
    const office = PureOffice.school(now)
    for (const kind of archiveKinds) {
      const { minimum } = proposedTerms[kind]
      if (minimum === null) {
        expect(kind, 'all but the register of breaches tells decisions, or money').toBe('incident')
        continue
      }
      const set = (months: number) =>
        office.act('archives.setTerm', { kind, term: { months, fate: 'elimination' } }, 'admin')
      expect(set(minimum - 1), kind).toEqual({ refusal: 'keptTooShort' })
      expect(set(minimum), kind).toMatchObject({ output: {} })
    }
  })

  test('settled below the least, by an older version or another journal, counts as the least', () => {
    const kept = { kind: 'closedFile' as const, at: years(1), until: null }
    const office = PureOffice.school(now)
    const term = { months: 1, fate: 'elimination' } as const
    const { archives } = office.office
    office.office = {
      ...office.office,
      archives: { ...archives, terms: archives.terms.set('closedFile', term) },
    }
    expect(termOf(office.office, 'closedFile')).toEqual({ months: 12, fate: 'elimination' })
    office.archives = [row('a', { ...kept, at: (now - 60 * 86_400_000) as Instant })]
    expect(office.act('archives.drawSlip', {}, 'admin')).toEqual({ refusal: 'nothingOver' })
    office.archives = [row('a', { ...kept, at: years(2) })]
    expect(office.act('archives.drawSlip', {}, 'admin')).toMatchObject({ output: { count: 1 } })
  })

  test('is said the same by the register, by the store and by the rule of the office', () => {
    const none = kindsKept({ get: () => undefined })
    const own = { months: 240, fate: 'transfer' } as const
    const settled = kindsKept({ get: () => own })
    for (const { kind, rule, archive } of none) {
      expect(archive, kind).toBe(isArchive[kind])
      expect(keptForArchives.includes(kind), kind).toBe(archive)
      // What is erased by itself has a number of days; an archive has none.
      if (archive) expect(retention[kind].keep, kind).toBeNull()
      if (!archiveKinds.includes(kind as ArchiveKind)) continue
      const { term } = proposedTerms[kind as ArchiveKind]
      expect(rule, kind).toBe(archivesWords.rule(kind as ArchiveKind, term))
      if (term.months !== null) expect(rule, kind).toContain(archivesWords.term(term.months))
      expect(rule, kind).toContain('sans')
      const after = settled.find((one) => one.kind === kind)
      expect(after).toMatchObject({ rule: archivesWords.rule(kind as ArchiveKind, own), toConfirm: false })
    }
  })

  test('settled below the least is said by the register and the yearly archive as it counts: the least', () => {
    const terms = { get: () => ({ months: 1, fate: 'elimination' }) as const }
    const said = kindsKept(terms)
    for (const kind of archiveKinds) {
      const months = proposedTerms[kind].minimum ?? 1
      const rule = archivesWords.rule(kind, { months, fate: 'elimination' })
      expect(said.find((one) => one.kind === kind)?.rule, kind).toBe(rule)
      expect(ruleUnder(kind, terms), kind).toBe(rule)
    }
  })

  test('is proposed in the help as the code proposes it', () => {
    const said = helpAdministration.archives.rules.map(({ text }) => text)
    for (const kind of archiveKinds)
      expect(said, kind).toContain(
        `${archivesWords.kinds[kind]} : ${archivesWords.rule(kind, proposedTerms[kind].term)}`,
      )
  })
})

import type { FileId } from '../../../shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { Input } from '../../../shared/contract/index.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

// Whose turn it is on each file, and that the list stays bounded whatever the office has to follow.

const work = (office: FilesOffice, input: Input<'files.work'> = {}) =>
  office.pure.view('files.work', 'agent1', input)
const nextOf = (office: FilesOffice, fileId: string) => work(office).rows.find((row) => row.fileId === fileId)

test('what the préfet decides is followed in its own part, and never asked of the office', () => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: 'cni', channel: 'counter' })
  expect(nextOf(office, fileId)).toMatchObject({
    part: 'authority',
    todo: 'authorityDecides',
    officeDecides: false,
    decides: { fr: 'le préfet' },
  })
  office.on('2026-09-01')
  expect(nextOf(office, fileId)).toMatchObject({ part: 'authority', overdue: false })
  expect(work(office, { part: 'office' }).rows).toEqual([])
})

test('a request that the office decides is its own work, unless a piece is awaited', () => {
  const office = new FilesOffice()
  const fileId = office.open({ channel: 'counter' })
  expect(nextOf(office, fileId)).toMatchObject({ part: 'office', todo: 'decide' })
  given(
    office.act('file.requestPieces', {
      fileId,
      pieces: [{ pieceId: 'ressources' }],
      on: '2026-03-03',
      dueOn: '2026-03-24',
    }),
  )
  expect(nextOf(office, fileId)).toMatchObject({ part: 'pieces', todo: 'bring', by: '2026-03-24' })
  office.on('2026-03-25')
  expect(nextOf(office, fileId)).toMatchObject({ part: 'office', todo: 'remind', overdue: true })
})

test('what was sent to who decides is followed, and never listed as the office’s own work', () => {
  const office = new FilesOffice()
  const fileId = office.open({ channel: 'email' })
  const sent = { to: 'Préfecture de Seine-et-Marne', sent: 'tout le dossier', on: '2026-03-03' }
  const pieces = [{ pieceId: 'ressources' }]
  given(office.act('file.requestPieces', { fileId, pieces, on: '2026-03-03', dueOn: '2026-03-24' }))
  given(office.act('file.keepDraft', { fileId, facts: 'Le logement a été visité.', law: [] }))
  given(office.act('file.forward', { fileId, ...sent, competent: false }))
  expect(nextOf(office, fileId), 'sent for an opinion, it stays here').toMatchObject({ part: 'office' })
  given(office.act('file.forward', { fileId, ...sent, competent: true }))
  const kinds = () => office.shown(fileId).dues.map(({ kind }) => kind)
  expect(kinds()).not.toContain('acknowledgement')
  for (const day of ['2026-03-03', '2026-03-25', '2026-09-01']) {
    office.on(day)
    expect(work(office, { part: 'office' }).rows, day).toEqual([])
    expect(nextOf(office, fileId), day).toMatchObject({ decides: null, officeDecides: false, overdue: false })
  }
  expect(nextOf(office, fileId)).toMatchObject({ part: 'authority', todo: 'authorityDecides' })
})

test('of several things that the office has to do, the soonest is said', () => {
  const office = new FilesOffice()
  const fileId = office.open({ channel: 'email' })
  expect(nextOf(office, fileId)).toMatchObject({ part: 'office', todo: 'acknowledge', form: 'aee' })
})

test('a refusal that was drafted waits for its signature in the office’s part', () => {
  const office = new FilesOffice()
  const fileId = office.open({ channel: 'counter' })
  given(office.act('file.keepDraft', { fileId, facts: 'Le logement a été visité.', law: [] }))
  expect(nextOf(office, fileId)).toMatchObject({ part: 'office', todo: 'sign' })
})

test('a refusal that was drafted waits for no signature once the request is granted, by whichever act', () => {
  const office = new FilesOffice()
  const decide = { decision: 'granted', on: '2026-03-03' }
  const draft = { facts: 'Le logement a été visité.', law: [] }
  const kept = office.open({ channel: 'counter' })
  given(office.act('file.keepDraft', { fileId: kept, ...draft }))
  const row = office.pure.personal.files.get(kept as FileId)!
  given(office.act('file.decide', { fileId: kept, ...decide }))
  const view = () => office.pure.view('file.view', 'agent1', { fileId: kept })
  expect(view()).toMatchObject({ draft: null, refusal: null, refusing: null })
  // As an older version left it, with its draft.
  office.pure.personal.files.set(kept as FileId, row)
  expect(nextOf(office, kept)).toMatchObject({ todo: 'giveDecision' })
  expect(office.due().toSign).toEqual([])
  expect(view()).toMatchObject({ refusal: null, refusing: null })
})

test('a letter that is being typed is kept with its file, each apart, until nothing of it is', () => {
  const office = new FilesOffice()
  const fileId = office.open()
  const letters = () => office.pure.view('file.view', 'agent1', { fileId }).letters
  const keep = (letter: string, typed: object) =>
    given(office.act('file.keepLetter', { fileId, letter, typed }))
  keep('forward', { name: 'Préfecture des Yvelines' })
  keep('requestPieces', { other: 'Bail', dueOn: '2026-03-24' })
  // Of another agent than the one who began it.
  expect(office.pure.view('file.view', 'agent2', { fileId }).letters).toEqual([
    { letter: 'requestPieces', typed: { other: 'Bail', dueOn: '2026-03-24' } },
    { letter: 'forward', typed: { name: 'Préfecture des Yvelines' } },
  ])
  keep('requestPieces', {})
  expect(letters()).toEqual([{ letter: 'forward', typed: { name: 'Préfecture des Yvelines' } }])
  keep('forward', {})
  expect(letters()).toEqual([])
  given(office.act('file.close', { fileId, reason: 'withdrawn' }))
  expect(office.act('file.keepLetter', { fileId, letter: 'forward', typed: { name: 'x' } })).toMatchObject({
    refusal: 'fileNotOpen',
  })
})

test('a title is collected, then destroyed by the office once its last day is past', () => {
  const office = new FilesOffice()
  const { fileId } = given(
    office.act('file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres' },
      arrivedOn: '2026-03-03',
      slot: '8',
      number: '25AK40718',
    }),
  ).output
  expect(nextOf(office, fileId)).toMatchObject({ part: 'collect', todo: 'collect', slot: '8' })
  office.on('2026-07-01')
  expect(nextOf(office, fileId)).toMatchObject({ part: 'office', todo: 'destroy', overdue: true })
})

test('of 150 titles in progress a page holds fifty, and names nobody', () => {
  const office = new FilesOffice()
  office.pure.careful = false
  for (let count = 0; count < 150; count++)
    given(
      office.act('file.titleArrived', {
        request: {
          procedureId: 'passeport',
          serviceId: 'titres',
          person: { familyName: `Nom ${'x'.repeat(count % 7)}`, firstName: null, birthDate: null },
        },
        arrivedOn: '2026-03-03',
        slot: String(count),
      }),
    )
  const first = work(office, { part: 'collect' })
  expect([first.rows.length, first.total, first.counts.collect]).toEqual([50, 150, 150])
  expect(JSON.stringify(first)).not.toContain('Nom')
  const last = work(office, { part: 'collect', from: 9_999 })
  expect([last.from, last.rows.length]).toEqual([100, 50])
  expect(new Set([...first.rows, ...last.rows].map(({ fileId }) => fileId)).size).toBe(100)
})

test('who took a title, and how it is proved, is kept with the file', () => {
  const office = new FilesOffice()
  const { fileId } = given(
    office.act('file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres' },
      arrivedOn: '2026-03-03',
    }),
  ).output
  const hand = { fileId, what: 'title', means: 'counter', on: '2026-03-03', proof: 'register' }
  expect(refusalOf(office.act('file.handOver', { ...hand, to: 'legalRepresentative' }))).toBe('takerUnnamed')
  expect(refusalOf(office.act('file.handOver', { ...hand, to: 'self', receiver: 'Revenez demain !' }))).toBe(
    'nameMalformed',
  )
  given(office.act('file.handOver', { ...hand, to: 'self', receiver: 'MOREAU Jeanne' }))
  expect(office.pure.recorded.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({
      type: 'fileHandedOver',
      data: expect.objectContaining({ what: 'title', proof: 'register' }) as object,
    }),
  )
  expect(office.pure.closedFiles.get(fileId)?.row.handedOver).toEqual(['MOREAU Jeanne'])
})

test('what silence accepted is noted, then ended: no refusal nor decision is asked of the office', () => {
  const office = new FilesOffice()
  const fileId = office.open({
    procedureId: 'urbanisme',
    answers: { genre: 'déclaration' },
    channel: 'counter',
    pieces: [],
  })
  given(office.act('file.keepDraft', { fileId, facts: 'La clôture est trop haute.', law: [] }))
  office.on('2026-04-02')
  expect(nextOf(office, fileId)).toMatchObject({ todo: 'sign' })
  office.on('2026-04-03')
  expect(nextOf(office, fileId)).toMatchObject({ todo: 'noteSilence', by: '2026-04-03', overdue: false })
  given(office.act('file.decide', { fileId, decision: 'implicitAcceptance', on: '2026-04-03' }))
  expect(nextOf(office, fileId)).toMatchObject({ todo: 'finish' })
  given(office.act('file.close', { fileId, reason: 'done' }))
})

import { beforeEach, describe, expect, test } from 'vitest'
import { FileId } from '../../../shared/contract/ids.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { openingHours } from '../../../shared/documents/openingHours.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { documentPaper } from '../../fixtures/papers.ts'
import { saidOf } from '../../fixtures/saidOnPaper.ts'

// An incomplete filing says until when, where and how what lacks is brought, whoever decides, and the clock follows.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
})

function received(): void {
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
}
const note = (patch: object) => given(office.act('sheet.update', patch))
const close = (outcome: string, more: object = {}) => given(office.act('visit.close', { outcome, ...more }))
const end = (outcome: string) =>
  office.pure.view('counter.view', 'agent1').current?.ends.find((one) => one.outcome === outcome)
const file = () => office.shown(office.pure.office.files.last()!.fileId)
const lastFacts = () => {
  const document = [...office.pure.documents.values()].at(-1)
  if (!document || document === 'erased') throw new Error('no document was issued')
  return document.facts
}
const lastText = () => {
  return saidOf(draftContent(lastFacts()))
}

const card = { procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'missing' }] }

describe('an identity card that lacks a piece, though the prefect decides', () => {
  test('says until when, where and how on its receipt', () => {
    received()
    note(card)
    close('incomplete', { dueOn: '2026-03-24' })
    expect(lastFacts()).toMatchObject({ kind: 'recepisse', incomplete: { dueOn: '2026-03-24' } })
    expect(lastText()).toMatch(
      /^Il manque 1 pièce\n(.* : .*\n)+à apporter au plus tard le mardi 24 mars 2026$/m,
    )
    expect(lastText()).toMatch(/Au guichet, avec ce papier : lundi à vendredi, .* h .* à .*/)
    expect(lastText()).toContain('le cachet de la poste fait foi (CRPA, art. L112-1)')
  })

  test('suspends the clock of silence until then, and says the day that follows (CRPA L114-5)', () => {
    received()
    note(card)
    close('incomplete', { dueOn: '2026-03-24' })
    expect(file()).toMatchObject({
      requests: [{ on: '2026-03-03', dueOn: '2026-03-24' }],
      clock: { on: '2026-05-24', state: 'suspended' },
    })
    expect(lastText()).toContain('Sans réponse le 24 mai 2026 au plus tard, la demande est réputée rejetée.')
    expect(lastText()).toContain('est suspendu jusqu’au 24 mars 2026')
  })

  test('gives fifteen days where nobody says how many, and the page knew it', () => {
    received()
    note(card)
    expect(end('incomplete')).toMatchObject({ dueOn: '2026-03-18', documents: ['recepisse'] })
    close('incomplete')
    expect(file().requests).toMatchObject([{ dueOn: '2026-03-18' }])
  })

  test('is taken back whole with its closing', () => {
    received()
    note(card)
    close('incomplete')
    given(office.act('counter.undo', {}))
    expect(office.pure.office.files.size).toBe(0)
  })

  test('says on the receipt asked later in the day what was given then', () => {
    received()
    note(card)
    const { ticketId } = office.pure.view('counter.view', 'agent1').current!.ticket
    close('incomplete')
    given(office.act('document.issue', { what: { kind: 'recepisse', ticketId } }))
    expect(lastFacts()).toMatchObject({ incomplete: { dueOn: '2026-03-18' } })
  })

  test('says the same on the roll', () => {
    received()
    note(card)
    close('incomplete')
    const roll = thermalPaper(documentPaper(lastFacts()), { reprint: false })
      .map((block) => (block.block === 'text' ? block.text : ''))
      .join(' ')
      .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    expect(roll).toContain('à apporter au plus tard le mercredi 18 mars 2026')
  })
})

test.each([
  ['rsa', {}],
  ['recensement', { naissance: '2010-02-01' }],
] as const)('%s keeps the day that the agent gives', (procedureId, answers) => {
  received()
  const pieces = () =>
    office.pure
      .view('counter.view', 'agent1')
      .current!.assessment!.pieces.filter(({ status }) => /^(required|alternative)$/.test(status))
  note({ procedureId, answers })
  const [piece] = pieces()
  note({ pieces: [{ pieceId: piece!.pieceId, state: 'missing' }] })
  close('incomplete', { dueOn: '2026-04-02' })
  expect(file().requests).toMatchObject([{ dueOn: '2026-04-02' }])
  expect(lastText()).toContain('2 avril 2026')
})

test('words that no text requires are no demand: no day is given for them (CRPA L114-5)', () => {
  received()
  note({ procedureId: 'cni' })
  const words = [{ label: 'Lettre du voisin', state: 'missing' }]
  expect(office.act('sheet.update', { pieces: words })).toMatchObject({ refusal: 'pieceWithoutText' })
  const end = { outcome: 'incomplete', dueOn: '2026-03-24' }
  expect(refusalOf(office.act('visit.close', end))).toBe('nothingLacks')
  close('filed')
  expect(file().requests).toEqual([])
  expect(lastFacts()).not.toHaveProperty('incomplete')
})

describe('what lacks of a declaration', () => {
  const birth = (day: string) =>
    note({
      procedureId: 'naissance',
      answers: { 'jour-accouchement': day },
      pieces: [{ pieceId: 'certificat-accouchement', state: 'missing' }],
    })

  test('is brought by the last day of the law, where the office’s fifteen days end after it (C. civ. 55)', () => {
    received()
    birth('2026-03-02')
    expect(end('incomplete')?.dueOn).toBe('2026-03-09')
    close('incomplete')
    expect(file().requests).toMatchObject([{ dueOn: '2026-03-09' }])
  })

  test('is given though it is that very day', () => {
    received()
    birth('2026-02-26')
    expect(end('incomplete')?.dueOn).toBe('2026-03-03')
    close('incomplete', { dueOn: '2026-03-03' })
    expect(file().requests).toMatchObject([{ dueOn: '2026-03-03' }])
  })
})

describe('a last day that gives no time to bring what lacks (CRPA L114-5)', () => {
  test.each(['2026-03-02', '2026-03-03'])('%s is refused, asked the 3rd by whatever act', (dueOn) => {
    received()
    note(card)
    const home = { procedureId: 'attestation-accueil', pieces: [{ pieceId: 'ressources', state: 'missing' }] }
    const fileId = office.open(home)
    const dated = { fileId, on: '2026-03-03', dueOn }
    const what = { kind: 'accuse', fileId, form: 'ar', dueOn }
    for (const [name, input] of [
      ['visit.close', { outcome: 'incomplete', dueOn }],
      ['file.requestPieces', { ...dated, kind: 'missing', pieces: [{ pieceId: 'ressources' }] }],
      ['file.acknowledge', { ...dated, form: 'ar' }],
      ['document.issue', { what }],
    ] as const)
      expect([name, refusalOf(office.act(name, input))]).toEqual([name, 'datesMixedUp'])
  })
})

describe('a term that a text sets (C. urb. R*423-39)', () => {
  const building = {
    procedureId: 'urbanisme',
    answers: { genre: 'maison', secteur: 'ordinaire' },
    pieces: [{ pieceId: 'notice', state: 'missing' }],
  }

  test('is the one given where none is said, and ten days are refused', () => {
    received()
    note(building)
    expect(end('incomplete')).toMatchObject({ dueOn: '2026-06-03', notBefore: '2026-06-03' })
    const short = office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-03-13' })
    expect(short).toMatchObject({ refusal: 'termTooShort' })
    expect(short).toHaveProperty('details', expect.arrayContaining(['2026-06-03', 'C. urb. R*423-39']))
    expect(office.pure.office.files.size, 'nothing is recorded').toBe(0)
    close('incomplete')
    expect(file().requests).toMatchObject([{ dueOn: '2026-06-03' }])
  })

  test('holds for a letter and for an acknowledgement too', () => {
    const { pieces, ...request } = building
    const fileId = office.open({ ...request, pieces })
    const input = { fileId, kind: 'missing', on: '2026-03-03', pieces: [{ pieceId: 'notice' }] }
    expect(refusalOf(office.act('file.requestPieces', { ...input, dueOn: '2026-03-13' }))).toBe(
      'termTooShort',
    )
    const act = { fileId, form: 'ar', on: '2026-03-03', dueOn: '2026-03-13' }
    for (const issue of [true, false])
      expect(refusalOf(office.act('file.acknowledge', { ...act, issue }))).toBe('termTooShort')
    const what = { kind: 'accuse', fileId, form: 'ar' }
    expect(refusalOf(office.act('document.issue', { what: { ...what, dueOn: '2026-03-13' } }))).toBe(
      'termTooShort',
    )
    given(office.act('file.requestPieces', { ...input, dueOn: '2026-06-10' }))
  })

  test('holds for an acknowledgement that asks alone: of a past day too, not for what asks nothing', () => {
    const { pieces, ...request } = building
    const opened = (lacking: readonly object[]) =>
      office.open({ ...request, pieces: [...lacking], channel: 'email', receivedOn: '2026-02-20' })
    const act = { on: '2026-03-03', dueOn: '2026-03-20', issue: false }
    given(office.act('file.acknowledge', { ...act, fileId: opened(pieces), form: 'aee' }))
    given(office.act('file.acknowledge', { ...act, fileId: opened([]), form: 'are' }))
    const late = opened(pieces)
    // Noted late, it asks what a text lets ask: later papers repeat its day.
    const noted = { fileId: late, form: 'are', on: '2026-02-25', issue: false }
    expect(refusalOf(office.act('file.acknowledge', { ...noted, dueOn: '2026-03-20' }))).toBe('termTooShort')
    given(office.act('file.acknowledge', noted))
    expect(office.pure.office.files.get(FileId.parse(late))?.requests).toEqual([])
    expect(refusalOf(office.act('file.acknowledge', { ...act, fileId: opened(pieces), form: 'are' }))).toBe(
      'termTooShort',
    )
    const issued = { kind: 'accuse', fileId: opened(pieces), form: 'aee', dueOn: '2026-03-20' }
    given(office.act('document.issue', { what: issued }))
  })
})

describe('who is sent elsewhere', () => {
  test('is « orienté »: nothing was sent anywhere', () => {
    received()
    note({ procedureId: 'autre', label: 'Aide au logement', pieces: [{ label: 'Bail', state: 'presented' }] })
    close('forwarded', { to: { name: 'CCAS de Melun' } })
    const papers = [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
    for (const facts of papers) expect(JSON.stringify(draftContent(facts))).not.toMatch(/transmis/)
    expect(JSON.stringify(draftContent(papers[0]!))).toContain('Vous êtes orienté vers le service compétent.')
  })

  test('reads « transmise » only of a file that was sent, to whom and when', () => {
    const fileId = office.open({ procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'presented' }] })
    given(
      office.act('file.forward', {
        fileId,
        to: 'Préfecture de Seine-et-Marne',
        on: '2026-03-03',
        sent: 'tout le dossier',
        competent: true,
        issue: false,
      }),
    )
    received()
    given(office.act('visit.takeFile', { fileId }))
    close('forwarded')
    const receipt = [...office.pure.documents.values()].find(
      (one) => one !== 'erased' && one.facts.kind === 'recepisse',
    )
    if (!receipt || receipt === 'erased') throw new Error('no receipt')
    expect(draftContent(receipt.facts).lead.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'a été transmise le 3 mars 2026 à Préfecture de Seine-et-Marne',
    )
  })
})

test('a receipt of a residence permit says that it gives no right to stay, as its rule promises', () => {
  received()
  note({ procedureId: 'sejour', person: { familyName: 'Diallo' } })
  close('filed')
  expect(lastText()).toContain('Il n’autorise pas le séjour et n’en justifie pas. Il n’est pas une décision.')
})

test('no paper says « à confirmer »: how sure a reading is, is for the agents', () => {
  received()
  note(card)
  close('incomplete')
  const facts = lastFacts()
  expect(JSON.stringify(facts)).toContain('"toConfirm":true')
  expect(JSON.stringify(draftContent(facts))).not.toContain('à confirmer')
})

test('every paper says why data is kept, whom to ask, and the CNIL', () => {
  received()
  note(card)
  close('filed')
  const rights = draftContent(lastFacts()).sections.at(-1)
  const said = rights?.is === 'text' ? rights.lines.join(' ').replaceAll(/[\u00a0\u202f]/g, ' ') : ''
  for (const part of ['RGPD, art. 6, 1, e', 'visa des archives', 'auprès du service', 'CNIL, cnil.fr'])
    expect(said).toContain(part)
})

test('the hours of a week are said by runs of like days', () => {
  const half = [
    [510, 720],
    [810, 1020],
  ] as [number, number][]
  const week = [half, half, [], half, half, [[540, 720]] as [number, number][], []]
  expect(openingHours(week)?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    'lundi à mardi, 8 h 30 à 12 h 00 et 13 h 30 à 17 h 00 ; jeudi à vendredi, 8 h 30 à 12 h 00 et 13 h 30 à 17 h 00 ; samedi, 9 h 00 à 12 h 00',
  )
  expect(openingHours([[], [], [], [], [], [], []])).toBeNull()
})

import { expect, test } from 'vitest'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { ProcedureId } from '../../../shared/contract/ids.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { obligationsLeaflet } from '../../../shared/documents/obligations.ts'
import { givenRows } from '../../../shared/domain/law/secrecy.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

// A mother asked that nobody knows who she is (C. civ., art. 326): no paper repeats words that could name her.

const label = 'Naissance de Léo, fils de Marie Martin'
const answers = { parents: 'secret', 'jour-accouchement': '2026-03-01' }
const typed = { label: 'Pièce d’identité de Marie Martin', state: 'presented' }

const papers = (office: FilesOffice): readonly DocumentFacts[] =>
  [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
const told = (office: FilesOffice) =>
  papers(office).map((facts) => JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' '))

test('the receipt of the birth names neither the request nor a piece in the agent’s words', () => {
  const office = new FilesOffice()
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers, pieces: [typed] }))
  given(office.act('visit.close', { outcome: 'filed' }))
  given(office.act('counter.undo', {}))
  given(office.act('visit.close', { outcome: 'forwarded', to: { name: 'Mairie de Melun' } }))
  expect(papers(office).map(({ kind }) => kind)).toEqual([
    'recepisse',
    'annulation',
    'recepisse',
    'attestation',
  ])
  for (const paper of told(office)) {
    expect(paper).not.toMatch(/Léo|Martin|secret|désigné/)
    expect(paper).toContain('Déclaration de naissance')
  }
  expect(told(office)[0]).toContain('Pièce qui n’est pas nommée ici')
})

test('nor do the papers of its file', () => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: 'naissance', label, answers, pieces: [typed], channel: 'email' })
  const sent = 'la déclaration de Marie Martin'
  given(office.act('file.forward', { fileId, to: 'Procureur', sent, on: '2026-03-03', competent: false }))
  given(office.act('document.issue', { what: { kind: 'transmission', fileId, address: null } }))
  expect(told(office)).toHaveLength(2)
  for (const paper of told(office)) expect(paper).not.toMatch(/Léo|Martin/)
})

test('nor does what puts a paper right, or cancels it', () => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: 'naissance', label, answers, channel: 'email' })
  const forwarded = () => {
    const sent = { fileId, to: 'Procureur', sent: 'le dossier', on: '2026-03-03' }
    return given(office.act('file.forward', sent)).output.document!.documentId
  }
  const reason = 'Le dossier de Marie Martin a été confondu'
  const documentId = forwarded()
  const addressee = { familyName: 'Roux', firstName: null, usageName: null, contact: null }
  for (const changes of [{ label }, { label, addressee }])
    expect(refusalOf(office.act('document.correct', { documentId, changes, reason }))).toBe(
      'typedWordsWithheld',
    )
  given(office.act('file.cancelForwarding', { fileId, rank: 0, reason }))
  given(office.act('document.cancel', { documentId: forwarded(), reason }))
  const all = told(office)
  expect(all).toHaveLength(4)
  for (const paper of all) expect(paper).not.toMatch(/Léo|Martin/)
  expect(all.filter((paper) => paper.includes('Motif qui n’est pas écrit ici'))).toHaveLength(2)
})

test('nor the correction of a receipt, while the sheet is here and once it no longer is', () => {
  const office = new FilesOffice()
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers }))
  given(office.act('visit.close', { outcome: 'filed' }))
  const documentId = [...office.pure.documents.keys()][0]!
  const correct = () =>
    refusalOf(office.act('document.correct', { documentId, changes: { label }, reason: 'Précision' }))
  expect(correct()).toBe('typedWordsWithheld')
  office.pure.personal.closedSheets.clear()
  office.pure.personal.files.clear()
  expect(correct()).toBe('typedWordsWithheld')
})

test('nor the request for an original, whose doubt was typed', () => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: 'naissance', label, answers, pieces: [typed] })
  const doubt = 'La carte de Marie Martin est illisible'
  const piece = { label: typed.label, source: 'CRPA, art. R113-6' }
  const original = { fileId, kind: 'original', pieces: [piece], on: '2026-03-03', dueOn: null, doubt }
  given(office.act('file.requestPieces', original))
  given(office.act('document.issue', { what: { kind: 'original', fileId, doubt } }))
  expect(told(office)).toHaveLength(2)
  for (const paper of told(office)) {
    expect(paper).not.toMatch(/Léo|Martin|secret|désigné/)
    expect(paper).toContain('La copie paraît douteuse')
  }
})

test('the sheet of what both sides owe tells neither the secret nor what rests on it', () => {
  const office = new FilesOffice()
  office.receiveOne()
  for (const day of [{}, { 'jour-accouchement': '2026-03-01' }, { 'jour-accouchement': '2026-01-01' }]) {
    given(
      office.act('sheet.update', { procedureId: 'naissance', label, answers: { parents: 'secret', ...day } }),
    )
    const { paper } = given(office.act('obligations.print', {})).output
    for (const said of [paper, obligationsLeaflet(paper, false), obligationsLeaflet(paper, true)]) {
      const text = JSON.stringify(said).replaceAll(/[\u00a0\u202f]/g, ' ')
      expect(text).not.toMatch(/secret|mère|326|L222-6|civ\. 57|enquête|prénoms/i)
      expect(text).toContain('Justificatif de domicile')
    }
  }
})

test('the identity of the mother, shown all the same, is named on no paper', () => {
  const office = new FilesOffice()
  office.receiveOne()
  const pieces = [{ pieceId: 'identite-mere', state: 'presented' }]
  given(office.act('sheet.update', { procedureId: 'naissance', answers, pieces }))
  given(office.act('visit.close', { outcome: 'filed' }))
  expect(JSON.stringify(papers(office)[0])).not.toMatch(/identité de la mère|civ. 326|L222-6/i)
  expect(told(office)[0]).toContain('Pièce qui n’est pas nommée ici')
})

test('what was typed on a paper before the secret was told is on none made since, nor given', () => {
  const made = () => {
    const office = new FilesOffice()
    office.receiveOne()
    const person = { familyName: 'Roux', firstName: 'Paul' }
    given(
      office.act('sheet.update', { procedureId: 'naissance', label, answers: {}, person, pieces: [typed] }),
    )
    given(office.act('document.issue', { what: { kind: 'recepisse', ticketId: null } }))
    expect(told(office)[0]).toMatch(/Léo.*Martin/)
    given(office.act('sheet.update', { answers }))
    const [documentId] = office.pure.documents.keys()
    return { office, documentId: documentId! }
  }
  const addressee = { familyName: 'Rouxe', firstName: 'Paul', usageName: null, contact: null }
  const reason = 'Nom mal écrit'
  for (const again of [
    ({ office, documentId }: ReturnType<typeof made>) => office.act('document.duplicate', { documentId }),
    ({ office, documentId }: ReturnType<typeof made>) =>
      office.act('document.correct', { documentId, changes: { addressee }, reason }),
    ({ office, documentId }: ReturnType<typeof made>) =>
      office.act('document.cancel', { documentId, reason }),
  ]) {
    const first = made()
    given(again(first) as never)
    const [, second] = told(first.office)
    expect(second).not.toMatch(/Léo|Martin/)
    expect(second).toContain('Déclaration de naissance')
    expect(second).toMatch(/Rouxe?/i)
  }
  const after = made()
  given(after.office.act('visit.close', { outcome: 'filed' }))
  after.office.receiveOne()
  given(after.office.act('document.duplicate', { documentId: after.documentId }))
  expect(told(after.office).at(-1)).not.toMatch(/Léo|Martin/)
  const { office, documentId } = made()
  const sheet = { kind: 'sheet', value: { procedureId: 'naissance', answers } }
  const rows = [sheet, { kind: 'document', value: office.pure.documents.get(documentId) }]
  const { rows: all } = givenRows(rows, ProcedureId.parse('naissance'))
  expect(JSON.stringify(all)).not.toMatch(/Léo|Martin/)
  expect(JSON.stringify(all)).toContain('Roux')
})

test('the other request of a visit is named by its own words', () => {
  const office = new FilesOffice()
  office.receiveOne()
  const words = { label: 'Carte d’identité de Zoé Petit', pieces: [typed] }
  given(office.act('sheet.update', { procedureId: 'cni', ...words }))
  given(office.act('document.issue', { what: { kind: 'recepisse', ticketId: null } }))
  const [documentId] = office.pure.documents.keys()
  given(office.act('visit.addService', { serviceId: 'titres' }))
  given(office.act('visit.close', { outcome: 'information' }))
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers }))
  given(office.act('document.duplicate', { documentId: documentId! }))
  expect(told(office).at(-1)).toContain('Zoé Petit')
})

test('an incident told before the secret is repeated without what was typed', () => {
  const office = new FilesOffice()
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'naissance', answers: {} }))
  const incident = { kind: 'incident', ticketId: null, what: 'Marie Martin attend', effect: 'Aucun' }
  given(office.act('document.issue', { what: { ...incident, from: office.pure.clock, until: null } }))
  const [documentId] = office.pure.documents.keys()
  given(office.act('sheet.update', { answers }))
  given(office.act('document.duplicate', { documentId: documentId! }))
  expect(told(office)[1]).not.toContain('Martin')
})

test('no paper tells its reasoning, nor repeats what is said of a breach or of an incident', () => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: 'naissance', label, answers, channel: 'email' })
  given(office.act('file.acknowledge', { fileId, form: 'aee', on: '2026-03-03' }))
  const documentId = [...office.pure.documents.keys()][0]!
  const breach = { breach: 'Marie Martin', law: [], formalities: ['Certificat'], consequence: 'Aucune' }
  const incident = { kind: 'incident', ticketId: null, what: 'Marie Martin attend', effect: 'Aucun' }
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers }))
  for (const what of [
    { kind: 'trace', fileId, documentId: null },
    { kind: 'trace', fileId: null, documentId },
    { kind: 'trace', fileId: null, documentId: null },
    { kind: 'regularisation', fileId, dueOn: '2026-04-04', ...breach },
    { ...incident, from: office.pure.clock, until: null },
  ])
    expect(refusalOf(office.act('document.issue', { what })), JSON.stringify(what)).toBe('typedWordsWithheld')
  const { subject } = given(office.act('obligations.print', {})).output.paper
  expect(subject).toBe('Déclaration de naissance')
})

/** A birth that is declared late, and who may sign that it is. */
function late(told: object) {
  const office = new FilesOffice()
  const remedies = [
    { procedureId: 'naissance', authority: null, court: '43 rue du Général de Gaulle, 77000 Melun' },
  ]
  given(office.act('office.setLaw', { exchanges: [], ballots: [], remedies }, 'admin'))
  const power = { procedures: null, from: '2026-01-01', until: null, act: 'arrêté n° 12', capacity: 'deputy' }
  given(office.act('paper.set', { delegations: [{ agentId: 'agent1', ...power }] }, 'admin'))
  const person = { familyName: 'Roux', firstName: 'Paul' }
  const fileId = office.open({
    procedureId: 'naissance',
    label,
    answers: { ...answers, 'jour-accouchement': '2026-02-20', ...told },
    person,
  })
  return { office, fileId }
}
const reasons = {
  facts: 'La naissance de Léo, fils de Marie Martin, est déclarée onze jours après.',
  law: [
    { title: 'C. civ., art. 57', said: 'Sa mère, Marie Martin, n’est pas nommée' },
    { title: 'Lettre 12 de Marie Martin', said: null },
  ],
}
const ground = { groundId: 'hors-delai', said: { accouchement: '2026-02-20' } }

test('a refusal says its ground and its day, and no word typed of the facts or of a text', () => {
  const { office, fileId } = late({})
  given(office.act('document.issue', { what: { kind: 'refus', fileId, ...reasons, ground } }))
  expect(told(office)[0]).not.toMatch(/Léo|Martin|secret|art\. 57/)
  expect(told(office)[0]).toMatch(/hors délai.*2026-02-20|hors délai.*20 février 2026/)
  expect(told(office)[0]).toContain('Les faits ne sont pas tous écrits ici')
})

test('one without a ground of the list stands on a text of the base', () => {
  const { office, fileId } = late({})
  const refuse = (law: readonly { title: string; said: string | null }[]) =>
    office.act('document.issue', { what: { kind: 'refus', fileId, ...reasons, law } })
  expect(refusalOf(refuse(reasons.law))).toBe('articleMissing')
  given(refuse([...reasons.law, { title: 'C. civ., art. 55', said: 'Marie Martin a tardé' }]))
  expect(told(office)[0]).not.toMatch(/Léo|Martin|secret|art\. 57/)
  expect(told(office)[0]).toContain('55')
})

test('a copy of a refusal made before the secret was told repeats no word typed, nor does what is given', () => {
  const { office, fileId } = late({ parents: 'non mariés' })
  given(office.act('document.issue', { what: { kind: 'refus', fileId, ...reasons, ground } }))
  expect(told(office)[0]).toContain('Marie Martin')
  const row = office.pure.personal.files.get(fileId)!
  office.pure.personal.files.set(fileId, { ...row, answers })
  const [documentId] = office.pure.documents.keys()
  given(office.act('document.duplicate', { documentId: documentId! }))
  expect(told(office)[1]).not.toMatch(/Léo|Martin|art\. 57/)
  const rows = [
    { kind: 'sheet', value: { procedureId: 'naissance', answers } },
    { kind: 'document', value: office.pure.documents.get(documentId!) },
  ]
  expect(JSON.stringify(givenRows(rows, ProcedureId.parse('naissance')).rows)).not.toMatch(/Léo|Martin/)
})

test('a refusal that cited typed texts alone has its copy and its correction all the same', () => {
  const addressee = { familyName: 'Rouxe', firstName: 'Paul', usageName: null, contact: null }
  const changes = { changes: { addressee }, reason: 'Nom mal écrit' }
  for (const [command, input] of [
    ['document.duplicate', {}],
    ['document.correct', changes],
  ] as const) {
    const { office, fileId } = late({ parents: 'non mariés' })
    given(office.act('document.issue', { what: { kind: 'refus', fileId, ...reasons } }))
    const row = office.pure.personal.files.get(fileId)!
    office.pure.personal.files.set(fileId, { ...row, answers })
    const [documentId] = office.pure.documents.keys()
    expect(refusalOf(office.act(command, { documentId, ...input })), command).toBeUndefined()
    expect(told(office)[1]).not.toMatch(/Léo|Martin|art\. 57/)
    expect(told(office)[1]).toContain('Texte qui n’est pas nommé ici')
  }
})

test('all that is kept is given without the words that could name the mother', () => {
  const row = {
    label,
    labels: [typed.label],
    answers,
    person: { familyName: 'Roux' },
    forwarded: [{ to: 'Procureur', sent: 'la déclaration de Marie Martin' }],
    letters: { original: { doubt: 'Marie Martin' } },
  }
  const sheet = { procedureId: 'naissance', label, answers, note: 'Marie Martin', pieces: [typed] }
  const rows = [
    { kind: 'file', value: row },
    { kind: 'sheet', value: sheet },
    { kind: 'reason', value: 'Le dossier de Marie Martin' },
  ]
  const birth = ProcedureId.parse('naissance')
  const { rows: kept, secret } = givenRows(rows, birth)
  expect(secret).toBe(true)
  expect(JSON.stringify(kept)).not.toMatch(/Léo|Martin|secret/)
  expect(JSON.stringify(kept)).toMatch(/Roux.*Procureur.*naissance/)
  expect(givenRows(rows.slice(2), birth)).toEqual({ rows: rows.slice(2), secret: false })
  const other = [{ kind: 'file', value: { ...row, answers: { parents: 'non mariés' } } }]
  expect(givenRows(other, birth).rows).toEqual(other)
})

test('another birth is named as it was', () => {
  const office = new FilesOffice()
  office.receiveOne()
  const others = { ...answers, parents: 'non mariés' }
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers: others, pieces: [typed] }))
  given(office.act('visit.close', { outcome: 'filed' }))
  expect(told(office)[0]).toMatch(/selon l’agent.*Naissance de Léo/)
  expect(told(office)[0]).toContain('Pièce d’identité de Marie Martin')
  const documentId = [...office.pure.documents.keys()][0]!
  const changes = { label: 'Naissance de Léa Martin' }
  given(office.act('document.correct', { documentId, changes, reason: 'Une faute de frappe' }))
  expect(told(office)[1]).toContain('Léa Martin')
  const [, corrected] = office.pure.documents.keys()
  office.receiveOne()
  given(office.act('document.duplicate', { documentId: corrected! }))
  expect(told(office).at(-1)).toContain('Pièce d’identité de Marie Martin')
})

import { beforeEach, describe, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const ask = (fileId: string, on: string, dueOn: string, pieces: object[] = [{ pieceId: 'ressources' }]) =>
  given(office.act('file.requestPieces', { fileId, pieces, on, dueOn }))
const bring = (fileId: string, receivedOn: string, pieces: object[] = [{ pieceId: 'ressources' }]) =>
  given(office.act('file.addPiece', { fileId, pieces, receivedOn }))
const tacit = { procedureId: 'urbanisme', answers: { genre: 'maison', secteur: 'ordinaire' } }

describe('what is awaited', () => {
  const awaited = (fileId: string) =>
    office.shown(fileId).dues.flatMap(({ kind, dueOn }) => (kind === 'pieces' ? [dueOn] : []))

  test('is one line where the same pieces were asked again, until the last day that was given', () => {
    const fileId = office.open()
    ask(fileId, '2026-03-03', '2026-04-10')
    ask(fileId, '2026-03-03', '2026-04-03', [{ pieceId: 'ressources' }, { pieceId: 'timbre' }])
    expect(awaited(fileId)).toEqual(['2026-04-10'])
  })

  test('is a line for each request of other pieces, for as long as it awaits one', () => {
    const fileId = office.open()
    ask(fileId, '2026-03-03', '2026-04-10', [{ pieceId: 'ressources' }, { pieceId: 'formulaire' }])
    ask(fileId, '2026-03-03', '2026-04-03', [{ pieceId: 'ressources' }])
    expect(awaited(fileId)).toEqual(['2026-04-10', '2026-04-03'])
    bring(fileId, '2026-03-03', [{ pieceId: 'formulaire' }])
    expect(awaited(fileId)).toEqual(['2026-04-10'])
    bring(fileId, '2026-03-03')
    expect(awaited(fileId)).toEqual([])
  })
})

describe('the clock of silence', () => {
  test('runs from the receipt, not from the postmark (CRPA L112-1 is for the person’s own deadlines)', () => {
    const fileId = office.open({ sentOn: '2026-02-27', receivedOn: '2026-03-03' })
    expect(office.shown(fileId)).toMatchObject({
      sentOn: '2026-02-27',
      clock: { sense: 'rejet', from: '2026-03-03', since: 'receipt', on: '2026-04-03', state: 'running' },
    })
  })

  test('is one thing, the person’s own deadline another: the postmark counts for it (CRPA L112-1)', () => {
    const fileId = office.open({ sentOn: '2026-02-27' })
    expect(office.shown(fileId).effective).toEqual({
      on: '2026-02-27',
      by: 'postmark',
      source: 'CRPA L112-1',
    })
    expect(office.shown(office.open({ channel: 'email' })).effective.by).toBe('electronicAcknowledgement')
    ask(fileId, '2026-03-03', '2026-03-10')
    expect(office.shown(fileId).requests[0]?.inTime).toBeNull()
    office.on('2026-03-12')
    const late = { fileId, pieces: [{ pieceId: 'ressources' }], receivedOn: '2026-03-12' }
    given(office.act('file.addPiece', { ...late, sentOn: '2026-03-10' }))
    expect(office.shown(fileId).requests).toMatchObject([{ receivedOn: '2026-03-12', inTime: true }])
    const other = office.open({ receivedOn: '2026-03-12' })
    ask(other, '2026-03-12', '2026-03-13')
    office.on('2026-03-16')
    bring(other, '2026-03-16')
    expect(office.shown(other).requests).toMatchObject([{ inTime: false }])
  })

  test('of a rejection runs from the office first seised, that of an acceptance from the competent one (CRPA L114-3)', () => {
    const dates = { firstReceivedOn: '2026-02-20', receivedOn: '2026-03-03' }
    expect(office.shown(office.open(dates)).clock).toMatchObject({ on: '2026-03-20', since: 'firstReceipt' })
    expect(office.shown(office.open({ ...tacit, ...dates })).clock).toMatchObject({
      on: '2026-05-03',
      since: 'competentReceipt',
    })
  })

  test('of an acceptance waits for the competent office once the request is forwarded; of a rejection it goes on (CRPA L114-2, L114-3)', () => {
    const rejected = office.open()
    const accepted = office.open(tacit)
    const forward = (fileId: string, more = {}) =>
      given(
        office.act('file.forward', {
          fileId,
          to: 'Préfecture de Seine-et-Marne',
          sent: 'tout le dossier',
          on: '2026-03-03',
          ...more,
        }),
      )
    forward(rejected)
    forward(accepted)
    expect(office.shown(rejected).clock).toMatchObject({ on: '2026-04-03', state: 'running' })
    expect(office.shown(accepted)).toMatchObject({
      clock: { on: null, state: 'waiting', waitsFor: 'competentOffice' },
      forwarded: [{ to: 'Préfecture de Seine-et-Marne', competent: true }],
    })
    office.on('2026-03-10')
    forward(accepted, { on: '2026-03-03', receivedOn: '2026-03-09' })
    expect(office.shown(accepted).clock).toMatchObject({ on: '2026-05-09', since: 'competentReceipt' })
  })

  test('of a rejection stands still while pieces are awaited, at most until the day given (CRPA L114-5 al. 3)', () => {
    const fileId = office.open()
    ask(fileId, '2026-03-03', '2026-03-24')
    office.on('2026-03-10')
    expect(office.shown(fileId).clock).toMatchObject({
      on: '2026-04-24',
      state: 'suspended',
      toConfirm: true,
    })
    expect(office.due({ kinds: ['silence'] }).rows).toMatchObject([
      { dueOn: '2026-04-24', suspendedSince: '2026-03-03', waitsFor: 'pieces', toConfirm: true },
    ])
    office.on('2026-03-25')
    expect(office.shown(fileId).clock).toMatchObject({ on: '2026-04-24', state: 'running' })
    bring(fileId, '2026-03-25')
    expect(office.shown(fileId).clock, 'late pieces give nothing back').toMatchObject({ on: '2026-04-24' })
  })

  test('of a rejection is shortened when the pieces come before that day', () => {
    const fileId = office.open()
    ask(fileId, '2026-03-03', '2026-03-24')
    office.on('2026-03-10')
    bring(fileId, '2026-03-10')
    expect(office.shown(fileId).clock).toMatchObject({ on: '2026-04-10', state: 'running', suspendedDays: 7 })
  })

  test('of an acceptance begins again when all the pieces are here (CRPA L114-5 al. 2)', () => {
    const fileId = office.open(tacit)
    const pieces = [{ pieceId: 'plan-masse' }, { pieceId: 'notice' }]
    ask(fileId, '2026-03-03', '2026-06-03', pieces)
    expect(office.shown(fileId).clock).toMatchObject({ on: null, state: 'waiting', waitsFor: 'missing' })
    expect(office.due().rows.map(({ kind, effect }) => [kind, effect])).toEqual([
      ['acknowledgement', 'promiseMissed'],
      ['pieces', 'piecesAwaited'],
    ])
    office.on('2026-04-20')
    bring(fileId, '2026-04-10', [{ pieceId: 'notice' }])
    expect(office.shown(fileId).clock?.on).toBeNull()
    // Entered after, received before: the day on which the last of them came is what counts.
    bring(fileId, '2026-04-08', [{ pieceId: 'plan-masse' }])
    expect(office.shown(fileId).clock).toMatchObject({ on: '2026-06-10', since: 'pieces' })
  })

  test('does not move for what is not indispensable, where a right is at stake (CRPA L114-5-1)', () => {
    const fileId = office.open({ procedureId: 'rsa' })
    ask(fileId, '2026-03-03', '2026-04-03', [{ pieceId: 'rib' }])
    expect(office.shown(fileId)).toMatchObject({
      clock: { on: '2026-05-03', state: 'running' },
      requests: [{ moves: false }],
    })
    ask(fileId, '2026-03-03', '2026-03-23', [{ pieceId: 'ressources' }])
    expect(office.shown(fileId).clock).toMatchObject({ on: '2026-05-23', state: 'suspended' })
  })

  test('stops without end for the original of a doubtful copy, until it is shown (CRPA R113-6)', () => {
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'presented' }] })
    const original = { fileId, kind: 'original', pieces: [{ pieceId: 'ressources' }], on: '2026-03-03' }
    const doubt = 'Les montants du bulletin ne sont pas lisibles.'
    given(office.act('file.requestPieces', { ...original, dueOn: null, doubt }))
    expect(office.shown(fileId).clock).toMatchObject({ on: null, state: 'suspended' })
    office.on('2026-03-13')
    bring(fileId, '2026-03-13')
    expect(office.shown(fileId).clock).toMatchObject({ on: '2026-04-13', state: 'running' })
  })

  test('stops for good with an express decision', () => {
    const fileId = office.open()
    given(office.act('file.decide', { fileId, decision: 'granted', on: '2026-03-03' }))
    expect(office.shown(fileId).clock).toBeNull()
    expect(office.due({ kinds: ['silence'] }).total).toBe(0)
  })

  test('is frozen with the rules of the day on which the request was recorded', () => {
    const fileId = office.open()
    const { rule } = office.shown(fileId)
    expect(rule).toMatchObject({ procedureId: 'attestation-accueil', version: '1' })
    given(office.act('file.describe', { fileId, person: { familyName: 'Diallo' } }))
    expect(office.shown(fileId).rule).toEqual(rule)
  })
})

describe('an acknowledgement', () => {
  const due = () => office.due({ kinds: ['acknowledgement'] }).rows.map(({ form, dueOn }) => [form, dueOn])

  test('of an e-mail is due in one jour ouvré, then in ten (CRPA R112-11-2)', () => {
    // A Thursday before 8 May: Friday is a holiday.
    office.on('2026-05-07')
    const fileId = office.open({ channel: 'email', receivedOn: '2026-05-07' })
    expect(due()).toEqual([
      ['aee', '2026-05-11'],
      ['are', '2026-05-26'],
    ])
    given(office.act('file.acknowledge', { fileId, form: 'aee', on: '2026-05-07' }))
    expect(due()).toEqual([['are', '2026-05-26']])
    given(office.act('file.acknowledge', { fileId, form: 'are', on: '2026-05-07' }))
    expect(due()).toEqual([])
  })

  test('of a letter is promised in two weeks, and said not to be a delay of law', () => {
    office.open()
    expect(office.due({ kinds: ['acknowledgement'] }).rows).toMatchObject([
      { dueOn: '2026-03-17', effect: 'promiseMissed' },
    ])
    expect(office.due({ kinds: ['acknowledgement'] }).rows[0]?.sources[0]?.title).toContain(
      'Services Publics+',
    )
  })

  test('is not due where R112-4 says so', () => {
    office.open({ procedureId: 'copie-acte', serviceId: 'etat-civil', channel: 'email' })
    expect(due()).toEqual([])
  })

  test('of a declaration is due of an e-mail alone, for any sending has one (CRPA L112-11)', () => {
    const declared = { procedureId: 'pacs', serviceId: 'etat-civil' }
    office.open({ ...declared, channel: 'post' })
    expect(due()).toEqual([])
    office.open({ ...declared, channel: 'email' })
    const { rows } = office.due({ kinds: ['acknowledgement'] })
    const texts = ['CRPA, art. R112-11-2', 'CRPA, art. L112-11']
    expect(rows.map(({ form, sources }) => [form, sources.map(({ title }) => title)])).toEqual([
      ['aee', texts],
      ['are', texts],
    ])
    expect(
      rows.map(({ effect }) => effect),
      'nothing is contested of it',
    ).not.toContain('delaysNotOpposable')
  })

  test.each(['pacs', 'recensement', 'deces', 'naissance'])(
    'of a declaration sent by e-mail can be given, as an act and as a paper, and nothing is due then: %s',
    (procedureId) => {
      const open = () => office.open({ procedureId, serviceId: 'etat-civil', channel: 'email' })
      const noted = open()
      expect(due().map(([form]) => form)).toEqual(['aee', 'are'])
      given(office.act('file.acknowledge', { fileId: noted, form: 'are', on: '2026-03-03' }))
      expect(due()).toEqual([])
      const fileId = open()
      given(office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'aee' } }))
      given(office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'are' } }))
      expect(due()).toEqual([])
      const issued = [...office.pure.documents.values()].at(-1)
      if (issued === undefined || issued === 'erased') throw new Error('nothing was issued')
      const said = JSON.stringify(draftContent(issued.facts)).replaceAll(/[\u00a0\u202f]/g, ' ')
      expect(said).toContain('Accusé de réception électronique d’une déclaration')
      expect(said).toContain('Votre déclaration a été reçue le 3 mars 2026. Aucune décision n’est attendue')
      expect(said).not.toMatch(/réputée|demande|Autorité qui décide|dépend du cas/)
    },
  )

  test('can’t be of a day before the request', () => {
    const fileId = office.open()
    expect(refusalOf(office.act('file.acknowledge', { fileId, form: 'ar', on: '2026-03-02' }))).toBe(
      'datesMixedUp',
    )
  })
})

describe('« Échéances »', () => {
  test('are by date, the overdue first, counted by kind whatever is asked, of one service when it is', () => {
    office.open()
    office.open({ serviceId: 'etat-civil', channel: 'email' })
    office.on('2026-04-10')
    const all = office.due()
    expect(all.rows.map(({ dueOn, kind, overdue }) => [dueOn, kind, overdue])).toEqual([
      ['2026-03-04', 'acknowledgement', true],
      ['2026-03-17', 'acknowledgement', true],
      ['2026-03-17', 'acknowledgement', true],
      ['2026-04-03', 'silence', true],
      ['2026-04-03', 'silence', true],
    ])
    const silences = office.due({ kinds: ['silence'], serviceId: 'etat-civil' })
    expect([silences.total, silences.counts]).toEqual([
      1,
      { silence: 1, pieces: 0, acknowledgement: 2, originals: 0, collection: 0 },
    ])
  })

  test('show 200 and say how many there are', () => {
    office.pure.careful = false
    for (let count = 0; count < 120; count++) office.open()
    const { rows, total } = office.due()
    expect([rows.length, total]).toEqual([200, 240])
  })
})

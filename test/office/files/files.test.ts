import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post } from '../../fixtures/startHost.ts'

// The life of files through the real host, its restarts and its years, over HTTP alone.

const here = ownHostsInside()

/** The office as it opens that morning, on the folder that it left the time before. */
const on = (date: string) => here.at(`${date}T09:00:00+02:00`)
const act = <T>(name: string, input: object, holder = 'agent1') =>
  done<T>(here.host, holder, `commands/${name}`, input)
const ask = <T>(name: string, input: object = {}, holder = 'agent1') =>
  done<T>(here.host, holder, `queries/${name}`, input)
const refusal = async (name: string, input: object) =>
  (await post(here.host, 'agent1', `commands/${name}`, input)).error?.code

type Opened = Output<'file.open'>
const whose = { familyName: 'Quenneville-Œuvré', firstName: 'Zoé', birthDate: '1990-05-17' }

/** Files of the folder in which this word is found, whatever keeps it. */
const filesWith = (word: string): string[] =>
  readdirSync(here.dir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(here.dir, name)
    return statSync(file).isFile() && readFileSync(file).includes(word)
  })

async function chainHolds(): Promise<void> {
  const db = await openForReading(here.dir)
  expect(verifyChain(db)).toMatchObject({ ok: true })
  db.close()
}

test('a request that came by post lives until its title is handed over: asked, completed, decided elsewhere, collected, ended', async () => {
  await on('2026-05-04')
  const { fileId, reference } = await act<Opened>('file.open', {
    procedureId: 'passeport',
    serviceId: 'titres',
    channel: 'post',
    sentOn: '2026-04-29',
    receivedOn: '2026-05-02',
    person: whose,
    ministry: { issuer: 'France Titres', number: 'PA-2026-00042' },
    pieces: [{ pieceId: 'photo', state: 'presented' }],
  })
  expect(reference).toBe('DO-2026-1')
  await act('file.requestPieces', {
    fileId,
    pieces: [{ label: 'Justificatif de domicile', source: 'usage' }],
    on: '2026-05-04',
    dueOn: '2026-05-25',
  })
  const inWords = (source: string) => ({
    fileId,
    pieces: [{ label: 'Livret de famille', source }],
    on: '2026-05-04',
    dueOn: '2026-05-25',
  })
  expect(await refusal('file.requestPieces', inWords('usage de la mairie'))).toBe('pieceNotInText')
  expect(await refusal('file.requestPieces', inWords('CRPA, art. L114-5'))).toBe('pieceNotInText')
  const due = await ask<Output<'files.due'>>('files.due')
  expect(due.rows.map(({ kind, dueOn, effect }) => [kind, dueOn, effect])).toEqual([
    ['pieces', '2026-05-25', 'clockResumes'],
    ['silence', '2026-07-23', 'rejet'],
  ])
  expect(JSON.stringify(due), 'a list for the back office names nobody').not.toContain('Quenneville')
  const work = await ask<Output<'files.work'>>('files.work')
  expect(work.rows).toMatchObject([{ fileId, part: 'pieces', todo: 'bring', officeDecides: false }])
  expect(JSON.stringify(work), 'nor does the list of work').not.toContain('Quenneville')
  const { files: found } = await ask<Output<'files.find'>>('files.find', { reference })
  expect(found, 'a search says who decides, as the list does').toMatchObject([
    { fileId, work: { todo: 'bring', decides: { fr: 'le préfet' }, officeDecides: false } },
  ])

  await on('2026-05-14')
  await act('file.addPiece', {
    fileId,
    pieces: [{ label: 'justificatif de domicile' }],
    sentOn: '2026-05-11',
    receivedOn: '2026-05-14',
  })
  const { file } = await ask<Output<'file.view'>>('file.view', { fileId })
  // Two months from the receipt, and the ten days of waiting.
  expect(file?.clock).toMatchObject({ sense: 'rejet', on: '2026-07-12', suspendedDays: 10, toConfirm: true })
  expect(await refusal('file.decide', { fileId, decision: 'granted', on: '2026-05-14' })).toBe(
    'officeDoesNotDecide',
  )
  await act('file.decide', { fileId, decision: 'granted', by: 'authority', on: '2026-05-14' })

  await on('2026-05-28')
  expect(
    await act<Output<'file.titleArrived'>>('file.titleArrived', {
      fileId,
      arrivedOn: '2026-05-28',
      slot: '8',
    }),
  ).toMatchObject({ collectBy: '2026-08-28' })
  await act('file.notify', { fileIds: [fileId], means: 'sms', on: '2026-05-28' })
  const drawer = await ask<Output<'files.toCollect'>>('files.toCollect')
  expect(drawer.rows).toMatchObject([{ fileId, slot: '8', collectBy: '2026-08-28', notices: 1 }])

  await on('2026-06-02')
  expect(await refusal('file.close', { fileId, reason: 'done' })).toBe('titleStillHere')
  await act('file.handOver', { fileId, what: 'title', means: 'counter', on: '2026-06-02', to: 'self' })
  expect(await refusal('file.addPiece', { fileId, pieces: [{ label: 'x' }], receivedOn: '2026-06-02' })).toBe(
    'fileNotOpen',
  )
  expect((await ask<Output<'file.view'>>('file.view', { fileId })).file).toBeNull()

  // Ended, it is found again, whole; each look stays in a log that says which file, not what was typed.
  const byName = await ask<Output<'files.find'>>('files.find', {
    familyName: 'quenneville oeuvre',
    birthDate: '1990-05-17',
  })
  expect(byName).toMatchObject({
    files: [{ fileId, reference, state: 'closed', person: whose }],
    more: false,
  })
  for (const asked of [
    { reference },
    { receipt: 'pa 2026 00042' },
    { words: 'quenneville' },
    { words: 'zoe quenn' },
    { words: 'Quenneville-Œuvré 17/05/1990' },
    { words: 'pa-2026-00042' },
    { words: '2026-1' },
    { words: 'DO-2026-1' },
  ])
    expect(
      (await ask<Output<'files.find'>>('files.find', asked)).files.map((one) => one.fileId),
      JSON.stringify(asked),
    ).toEqual([fileId])
  expect(
    (await ask<Output<'files.find'>>('files.find', { familyName: 'Quenneville', birthDate: '1990-05-17' }))
      .files,
  ).toEqual([])
  expect((await ask<Output<'files.find'>>('files.find', { words: 'nobody' })).files).toEqual([])
  expect((await ask<Output<'files.names'>>('files.names', { fileIds: [fileId] })).people).toEqual([
    { fileId, person: expect.objectContaining(whose), erased: false },
  ])
  const whole = await ask<Output<'file.get'>>('file.get', { fileId })
  expect(whole).toMatchObject({
    person: whose,
    ministry: { number: 'PA-2026-00042' },
    erased: false,
    file: { state: 'closed', decision: { by: 'authority' }, closed: { reason: 'done' } },
  })
  expect(whole.acts.map((one) => one.act)).toEqual([
    'opened',
    'piecesRequested',
    'pieceAdded',
    'decided',
    'titleArrived',
    'noticeSent',
    'handedOver',
    'closed',
  ])
  const { looks } = await ask<Output<'files.looks'>>('files.looks', {}, 'admin')
  expect(looks.map(({ by, agentId, files }) => [by, agentId, files.map((one) => one.reference)])).toEqual([
    ['file', 'agent1', [reference]],
    ['file', 'agent1', [reference]],
    ['name', 'agent1', []],
    ['name', 'agent1', []],
    ['reference', 'agent1', [reference]],
    ['reference', 'agent1', [reference]],
    ['reference', 'agent1', [reference]],
    ['name', 'agent1', [reference]],
    ['name', 'agent1', [reference]],
    ['name', 'agent1', [reference]],
    ['reference', 'agent1', [reference]],
    ['reference', 'agent1', [reference]],
    ['name', 'agent1', [reference]],
    ['reference', 'agent1', [reference]],
  ])
  const before = looks[1]!.lookId
  expect((await ask<Output<'files.looks'>>('files.looks', { before }, 'admin')).looks).toHaveLength(12)
  await here.host.stop()
  await chainHolds()
})

test('a file is found by the number of any of its papers and by its ticket of the day, and has its visit’s papers', async () => {
  await on('2026-05-04')
  await act('day.open', {}, 'supervisor')
  await act('counter.open', { counterId: '1' })
  await act('ticket.take', { serviceId: 'titres', procedureId: 'cni' }, 'kiosk')
  await act('ticket.callNext', {})
  await act('ticket.start', {})
  await act('sheet.update', { procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'missing' }] })
  const { documents } = await act<{ documents: { number: string }[] }>('visit.close', {
    outcome: 'incomplete',
  })
  const { rows } = await ask<Output<'files.work'>>('files.work')
  expect(rows).toHaveLength(1)
  const { fileId, reference } = rows[0]!
  for (const words of [documents[0]!.number, documents[0]!.number.toLowerCase(), 'A1', 'A 1', reference])
    expect(
      (await ask<Output<'files.find'>>('files.find', { words })).files.map((one) => one.fileId),
      words,
    ).toEqual([fileId])
  const listed = await ask<Output<'document.list'>>('document.list', { fileId })
  expect(listed.documents.map(({ number }) => number)).toContain(documents[0]!.number)
})

test('what was typed about a file is kept past the term of its procedure’s text, then goes under the archives’ visa, and the chain still holds', async () => {
  const secret = 'Zyxwvut'
  await on('2026-05-04')
  const { fileId } = await act<Opened>('file.open', {
    procedureId: 'copie-acte',
    serviceId: 'etat-civil',
    channel: 'post',
    receivedOn: '2026-05-04',
    label: `Copie demandée par ${secret}`,
    person: { familyName: secret, birthDate: '1980-01-02' },
    pieces: [{ label: `Lettre de ${secret}`, state: 'presented' }],
  })
  await act('file.decide', { fileId, decision: 'granted', on: '2026-05-04' })
  await act('file.close', { fileId, reason: 'done' })
  const kept = { familyName: secret, birthDate: '1980-01-02' }
  expect((await ask<Output<'files.find'>>('files.find', kept)).files).toHaveLength(1)

  await on('2027-05-03')
  expect((await ask<Output<'file.get'>>('file.get', { fileId })).person?.familyName).toBe(secret)
  const slip = (await post(here.host, 'admin', 'commands/archives.drawSlip')).error?.code
  expect(slip).toBe('nothingOver')

  await on('2027-05-05')
  expect((await ask<Output<'file.get'>>('file.get', { fileId })).person?.familyName).toBe(secret)
  const { slipId } = await act<{ slipId: string }>('archives.drawSlip', {}, 'admin')
  const visa = { visaNumber: 'AD77-2027-3', on: '2027-05-05', by: 'Mme Ardoin' }
  await act('archives.recordVisa', { slipId, ...visa }, 'admin')
  expect(await act('archives.eliminate', { slipId }, 'admin')).toEqual({ eliminated: 1, left: 0 })
  expect((await ask<Output<'files.find'>>('files.find', kept)).files).toEqual([])
  expect(await ask<Output<'file.get'>>('file.get', { fileId })).toMatchObject({
    erased: true,
    person: null,
    file: { label: null, reference: 'DO-2026-1', pieces: [{ title: null, state: 'presented' }] },
  })
  // Looks have their own term: a year.
  const { looks } = await ask<Output<'files.looks'>>('files.looks', {}, 'admin')
  expect(looks.map(({ by }) => by)).toEqual(['file', 'name', 'file', 'file'])
  await here.host.stop()
  expect(filesWith(secret)).toEqual([])
  await chainHolds()
})

test('what was done online with people is counted by month, procedure and nature, without a name', async () => {
  await on('2026-05-04')
  await act('day.open', {}, 'supervisor')
  await act('counter.open', { counterId: '1' })
  const help = async (procedureId: string, nature: string) => {
    await act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    await act('ticket.callNext', {})
    await act('ticket.start', {})
    await act('sheet.update', {
      procedureId,
      label: procedureId === 'autre' ? 'Prime d’activité' : null,
      person: { familyName: 'Quenneville' },
      assisted: { nature, site: 'caf.fr', number: 'C-77', mandateOn: '2026-05-04' },
    })
    await act('visit.close', { outcome: 'assisted' })
  }
  await help('rsa', 'filing')
  await help('rsa', 'filing')
  await help('autre', 'account')
  // Taken back, it counts for nothing.
  await help('autre', 'other')
  await act('counter.undo', {})
  await act('visit.close', { outcome: 'information' })
  const found = await ask<Output<'files.find'>>('files.find', { receipt: 'c-77' })
  expect(found.files.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
  const file = await ask<Output<'assisted.export'>>(
    'assisted.export',
    { year: 2026, format: 'csv' },
    'supervisor',
  )
  expect(file.name).toBe('accompagnement-en-ligne-2026.csv')
  const text = Buffer.from(file.base64, 'base64').toString('utf8')
  expect(text).not.toMatch(/Quenneville|C-77|caf\.fr/)
  const [, ...lines] = text.replace('\u{feff}', '').trim().split(/\r?\n/)
  expect(lines).toHaveLength(2)
  expect(lines).toContainEqual('2026-05;Autre démarche;Création d’un compte;1')
  expect(lines.find((line) => line.includes('RSA') || line.includes('solidarité'))).toMatch(
    /^2026-05;.+;Démarche faite en ligne;2$/,
  )
  const none = await ask<Output<'assisted.export'>>('assisted.export', { year: 2025, format: 'ods' }, 'admin')
  expect(none.type).toContain('opendocument')
})

test('a title of the drawer is found by a name, its file or the receipt that the visit gave, and each look leaves a trace', async () => {
  await on('2026-05-04')
  await act('day.open', {}, 'supervisor')
  await act('ticket.take', { serviceId: 'titres', procedureId: 'passeport' }, 'kiosk')
  await act('counter.open', { counterId: '1' })
  await act('ticket.callNext', {})
  await act('ticket.start', {})
  await act('sheet.update', {
    person: whose,
    pieces: [{ pieceId: 'photo', state: 'presented' }],
  })
  const closed = await act<Output<'visit.close'>>('visit.close', { outcome: 'filed' })
  const [paper] = closed.documents
  await act('file.titleArrived', { fileId: closed.fileId, arrivedOn: '2026-05-04', slot: '8' })
  const found = async (text: string) =>
    (await ask<Output<'files.findTitles'>>('files.findTitles', { text })).titles.map(({ slot }) => slot)
  expect(await found('quenneville')).toEqual(['8'])
  expect(await found('Quenneville Oeuvre Zoé')).toEqual(['8'])
  expect(await found('do-2026-1')).toEqual(['8'])
  expect(await found(paper!.number)).toEqual(['8'])
  expect(await found('Zoé')).toEqual([])
  const { looks } = await ask<Output<'files.looks'>>('files.looks', {}, 'admin')
  expect(looks.filter(({ by, files }) => by === 'name' && files.length === 1)).toHaveLength(4)
})

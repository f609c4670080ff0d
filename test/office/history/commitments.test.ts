import { afterAll, beforeAll, expect, test } from 'vitest'
import type { YearOfCommitments } from '../../../shared/contract/history/commitments.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { openJournal } from '../../../db/open.ts'
import { startPublished } from '../../../electron/host/history/published.ts'
import { restored } from '../../../electron/host/core/fromJournal.ts'
import { paris, storeDays, type Came } from '../../db/pastDays.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// A year's commitments through the real host: people who came, letters and e-mails that were answered or not.

let dir: string
let host: HostInside

const came: readonly Came[] = [
  ...[9, 10, 11, 12, 13].map((minute): Came => ({
    at: paris(`2026-03-03T09:${String(minute).padStart(2, '0')}`),
    wait: minute * 60,
    end: 'filed',
    announcedP90: 660,
  })),
  { at: paris('2026-03-03T14:05'), wait: 1800, end: 'left' },
  { at: paris('2026-03-03T16:50'), wait: 600, end: 'unserved' },
  { at: paris('2026-03-03T16:51'), wait: 30, end: 'filed', service: 'etat-civil', priority: 'law' },
  // Another year's.
  ...[0, 1, 2, 3, 4].map((minute): Came => ({
    at: paris(`2025-12-31T09:0${minute}`),
    wait: 60,
    end: 'filed',
  })),
  // Of five who came to that service, one alone was called.
  { at: paris('2025-12-31T10:01'), wait: 120, end: 'filed', service: 'etat-civil' },
  ...[2, 3, 4, 5].map((minute): Came => ({
    at: paris(`2025-12-31T10:0${minute}`),
    wait: 900,
    end: 'left',
    service: 'etat-civil',
  })),
]

const act = <T>(name: string, input: object, holder = 'agent1') =>
  done<T>(host, holder, `commands/${name}`, input)
const year = (of: number) => done<YearOfCommitments>(host, 'admin', 'queries/commitments.get', { year: of })

type Opened = Output<'file.open'>
async function received(channel: 'email' | 'post' | 'counter', on: string): Promise<Opened> {
  return act<Opened>('file.open', {
    procedureId: 'attestation-accueil',
    serviceId: 'etat-civil',
    channel,
    sentOn: on,
    receivedOn: on,
    person: { familyName: 'Quenneville', firstName: 'Zoé', birthDate: '1990-05-17' },
    pieces: [],
  })
}

beforeAll(async () => {
  dir = await newFolder()
  const journal = await openJournal(dir)
  await storeDays(journal, came)
  await journal.close()
  host = await startInside(dir, { at: '2026-11-30T09:00:00+01:00' })
  const acknowledged = async (channel: 'email' | 'post', on: string) => {
    const { fileId } = await received(channel, '2026-09-01')
    await act('file.acknowledge', { fileId, form: channel === 'email' ? 'are' : 'ar', on, issue: false })
    return fileId
  }
  // Six e-mails: five acknowledged within the week, one nine days later; four decided in the month that the law gives.
  for (const day of ['02', '02', '03', '08', '08', '10']) {
    const fileId = await acknowledged('email', `2026-09-${day}`)
    if (day === '02' || day === '08')
      await act('file.decide', { fileId, decision: 'granted', on: '2026-09-30' })
  }
  // Five letters: four within two weeks; the last never. One more has just come: it is too early to tell.
  for (const day of ['02', '10', '15', '15']) await acknowledged('post', `2026-09-${day}`)
  await received('post', '2026-09-01')
  // What was sent to who decides is that authority's to decide in time.
  const away = await received('counter', '2026-09-01')
  const sent = { to: 'Préfecture', sent: 'tout le dossier', on: '2026-09-01', issue: false }
  await act('file.forward', { fileId: away.fileId, ...sent })
  // So is acknowledging what was sent there, and what was answered at once awaits none.
  const letter = await received('post', '2026-09-01')
  await act('file.forward', { fileId: letter.fileId, ...sent })
  const answered = await received('post', '2026-09-01')
  await act('file.decide', { fileId: answered.fileId, decision: 'granted', on: '2026-09-01' })
  const { fileId } = await received('post', '2026-11-30')
  const name = { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente d’accueil' }
  await act('agent.set', { agentId: 'agent1', name, services: ['titres', 'etat-civil'] }, 'admin')
  await act('document.issue', {
    what: {
      kind: 'regularisation',
      fileId,
      breach: 'La déclaration n’a pas été faite.',
      law: [{ title: 'CRPA, art. L123-1', said: null }],
      formalities: ['Venir en personne'],
      dueOn: '2027-01-15',
      consequence: 'Aucune sanction si c’est fait à cette date.',
    },
  })
  await host.stop()
  host = await startInside(dir, { at: '2026-12-01T09:00:00+01:00' })
  // Today is not over: whoever is gone may come back.
  await act('day.open', {}, 'supervisor')
  const { ticketId } = await act<{ ticketId: string }>('ticket.take', { serviceId: 'titres' }, 'kiosk')
  await act('ticket.leave', { ticketId })
}, 60_000)
afterAll(async () => {
  await host?.stop()
  await removeFolder(dir)
})

test('a year says what was kept of each commitment, on how many, and what this software does not know', async () => {
  const said = await year(2026)
  const figure = (name: string) => {
    const { value, of, none } = said.figures.find(({ measure }) => measure === name)!
    return [value, of, none]
  }
  expect([said.from, said.until, said.over]).toEqual(['2026-01-01', '2026-11-30', false])
  expect(figure('received')).toEqual([6 / 8, 8, null])
  expect(figure('unserved')).toEqual([1 / 8, 8, null])
  expect(figure('announcedHeld'), 'of fewer than thirty, no share').toEqual([null, 5, 'small'])
  // Called after ½, 9, 10, 11, 12 and 13 minutes; uncalled, one stayed ten minutes and another thirty.
  expect(figure('medianWait')).toEqual([660, 8, null])
  expect(figure('p90Wait')).toEqual([1800, 8, null])
  expect(said.figures.filter(({ atLeast }) => atLeast).map(({ measure }) => measure)).toEqual(['p90Wait'])
  expect(figure('priorityWait'), 'one person alone would be told apart').toEqual([null, null, 'small'])
  expect(figure('receiptGiven'), 'nobody left with a paper').toEqual([0, 6, null])
  expect(figure('forwardedProved')).toEqual([null, 0, 'nobody'])
  expect(figure('electronicAcknowledged')).toEqual([5 / 6, 6, null])
  expect(figure('paperAcknowledged')).toEqual([4 / 5, 5, null])
  expect(figure('decidedInDelay')).toEqual([5 / 12, 12, null])
  expect(figure('invitations'), 'one alone').toEqual([null, null, 'small'])
  for (const unknown of ['telephone', 'onlineQuality', 'marks'])
    expect(figure(unknown)).toEqual([null, null, 'notHeld'])
  const people = said.services.map((one) => [one.serviceId, one.people, one.received, one.medianWait])
  expect(people, 'of eight in all, seven would tell the eighth').toEqual([
    ['etat-civil', null, null, null],
    ['titres', null, null, null],
  ])
})

test('how long the only one who was called waited is no figure of a service, however many came', async () => {
  const { services } = await year(2025)
  expect(services.find(({ serviceId }) => serviceId === 'etat-civil')).toMatchObject({
    people: 5,
    received: 1,
    medianWait: null,
    p90Wait: null,
  })
  expect(services.find(({ serviceId }) => serviceId === 'titres')).toMatchObject({
    people: 5,
    medianWait: 60,
  })
})

test('a year under way is read by pages of files, by whole months, once whoever asks, and again once a month is over for good', async () => {
  const folder = await newFolder()
  const journal = await openJournal(folder)
  try {
    await storeDays(journal, came)
    let { office } = await restored(journal)
    let now = paris('2026-12-01T09:00')
    let reads = 0
    const { files } = journal
    const counted = {
      ...journal,
      files: {
        ...files,
        received: (asked: Parameters<typeof files.received>[0]) => {
          reads++
          return files.received(asked)
        },
        acts: () => Promise.reject(new Error('one file at a time')),
      },
    }
    const published = startPublished({ journal: counted, office: () => office, now: () => now })
    const until = async () => (await published.year(2026))?.until
    for (let asked = 0; asked < 20; asked++) expect(await until()).toBe('2026-11-30')
    now = paris('2026-12-31T18:00')
    expect([await until(), reads], 'a month under way is not told day by day').toEqual(['2026-11-30', 1])
    const open = { date: '2026-12-31' } as NonNullable<typeof office.day>
    office = { ...office, day: open }
    now = paris('2027-01-01T08:00')
    expect([await until(), reads], 'nobody closed last night').toEqual(['2026-11-30', 1])
    office = { ...office, day: null }
    expect([await until(), reads]).toEqual(['2026-12-31', 2])
    expect(await published.year(2026)).toMatchObject({ until: '2026-12-31', over: true })
    expect(await published.year(2027), 'nothing yet').toMatchObject({ until: '2026-12-31', over: false })
  } finally {
    await journal.close()
    await removeFolder(folder)
  }
})

test('a year that is over is whole; one to come has nothing to say', async () => {
  expect(await year(2025)).toMatchObject({ until: '2025-12-31', over: true })
  expect((await post(host, 'admin', 'queries/commitments.get', { year: 2027 })).error?.code).toBe('badPeriod')
})

test('the open files say each figure with its method, without what would tell someone apart', async () => {
  const { files } = await done<Output<'commitments.export'>>(
    host,
    'supervisor',
    'queries/commitments.export',
    { year: 2026 },
  )
  const [described, figures, services] = files
  const { resources } = JSON.parse(described!.text) as {
    readonly resources: readonly {
      readonly schema: { readonly fields: readonly { readonly name: string }[] }
    }[]
  }
  const heads = (text: string) => text.split('\r\n')[0]!.split(',')
  expect(resources.map(({ schema }) => schema.fields.map(({ name }) => name))).toEqual([
    heads(figures!.text),
    heads(services!.text),
  ])
  expect(figures!.text).toContain('electronicAcknowledged,')
  expect(figures!.text).toContain('CRPA, art. L112-3 et R112-4')
  expect(services!.text).toMatch(/^etat-civil,État civil[^,]*,,,,,,\r$/m)
})

test('anyone of the network reads them once the office publishes them, and not before', async () => {
  const read = async (path: string) => {
    const answer = await fetch(`${host.url}${path}`)
    return [answer.status, await answer.text()] as const
  }
  expect((await read('/engagements'))[0]).toBe(404)
  const { settings } = await done<Output<'software.show'>>(host, 'admin', 'queries/software.show', {})
  await act('software.set', { ...settings, commitments: { published: true } }, 'admin')
  const [status, page] = await read('/engagements')
  expect(status).toBe(200)
  expect(page, 'the last whole year, where somebody came').toContain('Engagements 2025')
  const [, running] = await read('/engagements?annee=2026')
  expect(running).toContain('83,3')
  expect(running).toContain('Guichet ne le sait pas')
  expect(running).toContain('Défenseur des droits')
  expect((await read('/engagements?annee=2019'))[0]).toBe(404)
  await act('software.set', { ...settings, commitments: { published: false } }, 'admin')
  expect((await read('/engagements'))[0]).toBe(404)
})

import { expect } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { addCalendarDays } from '../../../shared/domain/law/time/days.ts'
import { output, refusal, unknownId, type DoorUnderTest } from './door.ts'
import { papersLive } from './doorsPapers.ts'
import { keepingLives } from './doorsBackup.ts'
import { peopleLive } from './doorsPeople.ts'
import { lessonLives } from './doorsTraining.ts'
import { softwareLives } from './doorsIntegrations.ts'
import { stationsLive } from './doorsStations.ts'
import { tillLives } from './doorsTill.ts'
import { recordingsLive } from './doorsRecordings.ts'
import { safetyLives } from './doorsSafety.ts'
import { townLives } from './doorsPartners.ts'
import { coordinationLives, importsInParts, sourcesLive } from './doorsAppointments.ts'

/** What becomes of a request after the visit, by every act that there is on a file. */
async function fileLives(
  act: <T>(holder: string, name: string, input?: unknown) => Promise<T>,
  today: string,
): Promise<void> {
  const request = { procedureId: null, serviceId: 'titres' }
  const arrived = { channel: 'depositBox', receivedOn: today, pieces: [] }
  const { fileId } = await act<{ fileId: string }>('agent1', 'file.open', { ...request, ...arrived })
  const by = { fileId, on: today }
  const self = { means: 'counter', to: 'self' }
  const [piece] = [{ label: 'Document d’identité de l’enfant' }]
  await act('agent1', 'file.describe', { fileId, procedureId: 'autre', label: 'Une aide' })
  // One that another software gave is noted.
  await act('agent1', 'file.acknowledge', { ...by, form: 'ar', issue: false })
  const asked = { ...piece, source: 'C. éduc. D131-3-1' }
  await act('agent1', 'file.requestPieces', {
    ...by,
    pieces: [asked],
    dueOn: addCalendarDays(today as LocalDate, 1),
  })
  await act('agent1', 'file.addPiece', { fileId, pieces: [piece], receivedOn: today })
  await act('agent1', 'file.holdOriginals', { ...by, pieces: [piece] })
  await act('agent1', 'file.returnOriginals', { ...by, ...self })
  const sent = { ...by, to: 'Département', sent: 'tout le dossier' }
  await act('agent1', 'file.forward', sent)
  await act('agent1', 'file.cancelForwarding', { fileId, rank: 0, reason: 'Autre dossier' })
  await act('agent1', 'file.forward', { ...sent, issue: false })
  await act('supervisor', 'file.decide', { ...by, by: 'authority', decision: 'granted' })
  await act('agent1', 'file.handOver', { ...by, ...self, what: 'decision' })
  await act('supervisor', 'file.close', { fileId, reason: 'done' })
  const title = { request: { ...request, procedureId: 'cni' }, arrivedOn: today }
  const { fileId: card } = await act<{ fileId: string }>('agent1', 'file.titleArrived', title)
  await act('agent1', 'file.notify', { fileIds: [card], means: 'sms', on: today })
}

/**
 * A day of a training office through one door, from its opening to its closing: one person is received, and every act
 * that there is is done once or refused for what it is. @returns the names of the commands used
 */
export async function liveOneDay(door: DoorUnderTest): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  const act = <T>(holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return output<T>(door.call(holder, name, input))
  }
  const { date } = await act<{ date: string }>('supervisor', 'day.open')
  expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await act('agent1', 'counter.open', { counterId: '1' })
  const taken = await act<{ ticketId: string; number: string; code: string }>('kiosk', 'ticket.take', {
    serviceId: 'titres',
    procedureId: 'cni',
    lang: 'uk',
    arrangements: ['seatedCall'],
  })
  expect(taken.number).toBe('A1')
  const gone = await act<{ ticketId: string }>('kiosk', 'ticket.take', { serviceId: 'elections' })
  await act('kiosk', 'ticket.leave', { ticketId: gone.ticketId })
  await act('agent1', 'ticket.take', { serviceId: 'etat-civil' })
  const called = await act<{ ticket: { ticketId: string; lang: string } }>('agent1', 'ticket.callNext')
  expect(called.ticket).toMatchObject({ ticketId: taken.ticketId, lang: 'uk' })
  expect((await act<{ calls: number }>('agent1', 'ticket.recall')).calls).toBe(2)
  await act('agent1', 'ticket.start', { ticketId: taken.ticketId })
  const { sheet } = await act<{ sheet: { pieces: unknown[] } }>('agent1', 'sheet.update', {
    capacity: 'self',
    identity: { kind: 'cni', verified: true },
    answers: { personne: 'majeure' },
    pieces: [
      { pieceId: 'photo', state: 'presented' },
      { label: 'Livret de famille', state: 'presented' },
    ],
    note: 'Reviendra jeudi.',
  })
  expect(sheet.pieces).toHaveLength(2)
  await act('agent1', 'obligations.print')
  // No exchange is connected here, and no package of rules lies in the folder: the way is open, and says so.
  for (const [holder, name, input, code] of [
    ['agent1', 'visit.takeFile', { reference: 'DO-1999-1' }, 'fileNotOpen'],
    ['supervisor', 'file.destroyTitles', { fileIds: [unknownId], on: date }, 'fileNotOpen'],
    ['agent1', 'piece.askAgain', { pieceId: 'photo', reason: 'Floue' }, 'pieceNotHeld'],
    ['admin', 'rules.publish', { hash: '0'.repeat(64), by: 'Nadia Ferrand' }, 'unknownPackage'],
    ['supervisor', 'till.closePeriod', { period: '2020-01' }, 'tillNotMade'],
    ['admin', 'key.protect', {}, 'keyUnprotectable'],
    ['admin', 'updates.set', { on: false }, 'noUpdates'],
    ['admin', 'updates.look', {}, 'noUpdates'],
    ['admin', 'updates.plan', { version: '0.2.0', atClosing: true }, 'noUpdates'],
    ['admin', 'updates.takeLeft', { version: '0.2.0' }, 'noUpdates'],
    ['admin', 'rules.withdraw', { hash: '0'.repeat(64) }, 'unknownPackage'],
    ['admin', 'draft.validate', { draftId: 'f1', partIds: ['titre'], by: 'N' }, 'unknownDraft'],
  ] as const) {
    used.add(name)
    expect(await refusal(door.call(holder, name, input)), name).toBe(code)
  }
  const { documents } = await act<{ documents: { documentId: string; number: string }[] }>(
    'agent1',
    'visit.close',
    { outcome: 'filed' },
  )
  expect(documents[0]?.number).toMatch(/^RD-\d{4}-1$/)
  const documentId = documents[0]!.documentId
  // The training office's printer is the screen: nothing goes on paper, and no copy is counted.
  expect((await act<{ copy: number }>('agent1', 'document.print', { documentId })).copy).toBe(1)
  await fileLives(act, date)
  // Absent at the first call, as this office decides it; then back, parked, resumed, and gone on elsewhere.
  await act('supervisor', 'rules.set', { rules: { absentCalls: 1, absentDelaySeconds: 0 } })
  const second = await act<{ ticket: { ticketId: string; number: string } }>('agent1', 'ticket.callNext')
  await act('agent1', 'ticket.markAbsent')
  expect(await act('agent1', 'ticket.callNext')).toEqual({ ticket: null, reason: null })
  const { ticketId } = second.ticket
  expect(await act('agent1', 'ticket.return', { ticketId })).toMatchObject({ keepsRank: true })
  await act('agent1', 'ticket.setPriority', {
    ticketId,
    priority: { groundId: 'cmiPriorite', proof: 'card' },
  })
  expect(await act('agent1', 'ticket.callNext')).toMatchObject({ reason: { code: 'legalPriority' } })
  expect(await act('agent1', 'counter.undo')).toEqual({ act: 'call', number: second.ticket.number })
  await act('agent1', 'ticket.callOutOfOrder', { ticketId, reason: 'Interprète présent' })
  await act('agent1', 'ticket.start', { ticketId })
  await act('agent1', 'counter.interrupt', { kind: 'telephone' })
  await act('agent1', 'visit.addService', { serviceId: 'elections' })
  await act('agent1', 'ticket.park', { reason: 'photo' })
  await act('agent1', 'ticket.promise', { ticketId, promisedAt: Date.now() + 3_600_000 })
  await act('agent1', 'ticket.resume', { ticketId })
  await act('agent1', 'ticket.transfer', { serviceId: 'elections', reason: 'Autre service' })
  await act('agent1', 'ticket.replace', { ticketId })
  await act('agent1', 'counter.pause', { reason: 'Courrier', kind: 'post' })
  await act('agent1', 'counter.resume')
  await act('agent1', 'counter.skills', { services: ['titres'] })
  await act('agent1', 'counter.close')
  await act('supervisor', 'ticket.settle', { ticketId, how: 'certificate' })
  await act('agent2', 'reception.take', { serviceId: 'titres', requests: 3 })
  await act('agent2', 'reception.inform')
  await act('agent2', 'reception.serve', { serviceId: 'titres', outcome: 'handedOver' })
  await act('kiosk', 'ticket.certify', { serviceId: 'elections', why: 'nobodyServes' })
  await act('supervisor', 'service.close', { serviceId: 'elections', words: 'Grève' })
  await act('supervisor', 'service.open', { serviceId: 'elections' })
  await act('supervisor', 'day.settleAll', { how: 'reason', fault: 'service', reason: 'Fermeture' })
  await act('kiosk', 'rules.print')
  await act('agent1', 'day.printSheet')
  const kioskId = crypto.randomUUID()
  const lent = await act<{ series: string; count: number }>('kiosk', 'series.lend', { kioskId })
  expect(lent).toMatchObject({ series: 'P', date, count: 0 })
  const cut = { takenAt: Date.now(), awaySince: Date.now() - 60_000, kioskId, lang: 'uk', code: '23456789' }
  const what = { serviceId: 'titres', procedureId: 'cni', purpose: 'request' }
  const joined = { ...cut, ...what, ticketId: crypto.randomUUID(), number: 'P1' }
  expect(await act('kiosk', 'ticket.join', joined)).toMatchObject({ number: 'P1', received: 'waiting' })
  await act('kiosk', 'ticket.leave', { ticketId: joined.ticketId })
  await importsInParts(
    door,
    used,
    `date;heure;service;code;nom\n${date};23:50;Titres d’identité;K7M4;${'x'.repeat(300_000)}`,
  )
  await act('kiosk', 'appointment.arrive', { code: 'K7M4' })
  const startsAt = Date.now() + 86_400_000
  const { appointmentId } = await act<{ appointmentId: string }>('agent1', 'appointment.book', {
    serviceId: 'titres',
    startsAt,
  })
  await act('agent1', 'appointment.move', { appointmentId, startsAt: startsAt + 3_600_000 })
  await act('agent1', 'appointment.cancel', { appointmentId })
  await act('supervisor', 'day.settleAll', { how: 'certificate', fault: 'service' })
  const at = Date.now()
  await act('supervisor', 'day.enterByHand', {
    serviceId: 'titres',
    arrivedAt: at,
    startedAt: at,
    endedAt: at,
    outcome: 'information',
  })

  const document = await output<{ facts: { ticket: string } }>(
    door.call('agent1', 'document.get', { documentId }),
  )
  expect(document.facts.ticket).toBe('A1')
  const list = await output<{ documents: unknown[] }>(door.call('supervisor', 'document.list', {}))
  // Two of the visit and two of the day, then what the file asked, gave back, sent elsewhere and took back.
  expect(list.documents).toHaveLength(8)

  await papersLive(act, date, taken.code)
  await tillLives(act)
  await softwareLives(door, used)
  await townLives(door, used)
  await sourcesLive(door, used)
  await coordinationLives(door, used)
  await safetyLives(door, used)
  await recordingsLive(door, used)
  await stationsLive(door, used)
  await peopleLive(door, used)
  await keepingLives(door, used)
  await act('supervisor', 'day.close')
  // What was added goes again between two days.
  const cemetery = {
    serviceId: 'cimetiere',
    letter: 'K',
    name: { fr: 'Cimetière' },
    procedures: ['autre'],
    pictogram: 'flower',
    procedurePictograms: [{ procedureId: 'autre', pictogram: 'trees' }],
  }
  await act('admin', 'service.set', cemetery)
  await act('admin', 'service.withdraw', { serviceId: 'cimetiere' })
  await act('admin', 'counter.set', { counterId: '9', name: { fr: 'Guichet 9' } })
  await act('admin', 'counter.withdraw', { counterId: '9' })
  await act('supervisor', 'day.open')
  const address = {
    name: 'Mairie de formation',
    street: '2 place de la Mairie',
    postalCode: '77590',
    city: 'Fontaine-le-Port',
    phone: '01 60 00 00 01',
    email: null,
  }
  await act('admin', 'office.setLaw', {
    exchanges: ['foyer-fiscal'],
    ballots: ['2027-04-18'],
    remedies: [],
  })
  const { procedures } = await output<{
    procedures: { procedureId: string; version: string; hash: string }[]
  }>(door.call('admin', 'law.procedures', {}))
  const { procedureId, version, hash } = procedures[0]!
  await act('admin', 'procedure.validate', { procedureId, version, hash, by: 'Nadia Ferrand' })
  await act('admin', 'office.setAddress', address)
  await act('admin', 'agent.set', {
    agentId: 'agent3',
    name: { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente d’accueil' },
    services: ['titres', 'affaires-generales'],
  })
  const { settings } = await output<{ settings: { calendar: object } }>(
    door.call('admin', 'settings.view', {}),
  )
  await act('admin', 'office.setCalendar', { calendar: settings.calendar })
  const screen = {
    printerId: 'ecran2',
    name: 'Écran',
    transport: 'preview',
    address: '',
    paper: 'thermal80',
  }
  await act('admin', 'office.setPrinters', {
    printers: [screen],
    ticketPrinterId: null,
    counters: [{ counterId: '1', printerId: 'ecran2' }],
  })
  const { jobId } = await act<{ jobId: string }>('admin', 'print.test', { printerId: 'ecran2' })
  // Shown on the screen already: there is nothing to print again. The way is open, which is what is asked here.
  for (const [name, input] of [
    ['print.retry', { jobId }],
    ['print.redirect', { jobId, printerId: 'ecran2' }],
    ['print.cancel', { jobId, reason: 'mistake' }],
  ] as const) {
    used.add(name)
    const answer = await door.call('admin', name, input)
    if ('error' in answer) expect(answer.error.code).toMatch(/^(unknownJob|jobAlreadyPrinted)$/)
  }
  await act('admin', 'print.label', { printerId: 'ecran2', lines: ['Mairie de Fontaine'], reference: null })
  expect(await refusal(door.call('admin', 'office.create', await settingsAgain(door)))).toBe(
    'officeAlreadyCreated',
  )
  used.add('office.create')
  await lessonLives(door, used)
  return used
}

async function settingsAgain(door: DoorUnderTest): Promise<unknown> {
  const { settings } = await output<{ settings: unknown }>(door.call('admin', 'settings.view', {}))
  return { settings, agents: [], school: true }
}

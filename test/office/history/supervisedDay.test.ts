import { afterEach, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startEscposListener, type EscposListener } from '../../fixtures/escposListener.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'
import { differences, type Wrong } from '../../fixtures/week/differences.ts'
import { agents } from '../../fixtures/week/drivenOffice.ts'
import { journalPapers } from '../../fixtures/week/papers.ts'
import { saidNow } from '../../fixtures/week/said.ts'
import { publishedPage, saidOfWeek } from '../../fixtures/week/saidOfWeek.ts'
import { SupervisedDay } from '../../fixtures/week/supervisedDay.ts'
import { notOffered } from '../../fixtures/week/supervisor.ts'

// A day of eighty-five people at three counters, which a supervisor alone decides from their one page. Whatever a screen says of
// it, at each of so many instants, is what the journal counts.

const monday = '2026-03-02'
const people = 85
const minute = 60_000

let dir: string
let printer: EscposListener
let office: SupervisedDay
afterEach(async () => {
  office.counted.close()
  await office.host.kill()
  await printer.stop()
  await removeFolder(dir)
})

/** Before the opening: the elections give so many tickets a day, the identity titles have appointments. */
async function settled(): Promise<void> {
  const { services } = await office.ask<Output<'rules.view'>>('admin', 'rules.view')
  const of = (id: string) => {
    const { serviceId, rule, access, slotMinutes } = services.find((one) => one.serviceId === id)!
    return { serviceId, rule, access, slotMinutes }
  }
  const [elections, titres] = [of('elections'), of('titres')]
  await office.act('admin', 'rules.set', {
    rules: { kioskPace: { burst: 1000, seconds: 1 } },
    services: [
      { ...elections, rule: { ...elections.rule, quota: { tickets: 12, text: null } } },
      { ...titres, access: ['walkIn', 'appointment'], slotMinutes: 30 },
    ],
  })
  const { slots } = await office.ask<Output<'appointments.view'>>('supervisor', 'appointments.view')
  for (const { startsAt } of slots.find(({ serviceId }) => serviceId === 'titres')!.slots.slice(0, 6)) {
    const input = { serviceId: 'titres', startsAt, name: 'Awa Diallo' }
    office.booked.push((await office.act<{ code: string }>('agent1', 'appointment.book', input)).code)
  }
}

test('eighty-five people, three counters, one supervisor: every screen, export and paper says what the journal counts, all day', async () => {
  dir = await newFolder()
  printer = await startEscposListener()
  const paris = { zone: 'Europe/Paris', holidays: 'metropole', offset: '+01:00' }
  office = new SupervisedDay({ dir, printer, seed: 85, pace: 170, ...paris })
  await office.start(monday)
  await office.settle()
  await settled()
  await office.open(monday)

  const wrong: Wrong[] = []
  let looks = 0
  const look = async (closed = false, over = closed) => {
    looks++
    await office.know()
    const page = await office.page()
    const { counted } = office
    wrong.push(
      ...(await saidNow(office, { closed, over })),
      ...differences('interruptions', page.reception.interruptions, counted.interruptions),
      ...differences('unanswered', page.overtakes.unanswered, counted.unanswered),
    )
  }
  const shown = async () => (await office.ask<Output<'kiosk.view'>>('kiosk', 'kiosk.view')).messages.length
  const service = async (id: string) => (await office.page()).services.find((one) => one.serviceId === id)!

  await look()
  for (const serviceId of ['titres', 'etat-civil', 'titres', 'titres']) await office.ticket(serviceId)
  await office.undoEach('agent1')
  await look()

  const fr = 'L’état civil ferme à midi.'
  const text = {
    fr,
    en: 'Civil registry closes at noon.',
    es: 'El registro cierra.',
    ar: 'يغلق.',
    uk: 'Зачиняється.',
  }
  const [from, to] = [office.now + minute, office.now + 60 * minute]
  await office.decide('officeMessage.set', { messageId: null, text, from, to })
  await office.later(2 * minute)
  expect(await shown()).toBe(1)
  await office.liveUntil('10:00', look, 2)
  expect(await shown()).toBe(0)

  // Called before others on a card that nobody shows.
  for (let line = 0; line < 2; line++) await office.ticket('titres')
  await office.ticket('titres', { priority: { groundId: 'cmiPriorite', proof: 'toShow' } })
  const claimed = [...office.counted.people.values()].at(-1)!
  await office.later(minute)
  for (const agent of agents) if (!office.atCounters.has(agent)) await office.may(agent, 'ticket.callNext')
  const agent = [...office.atCounters].find(([, one]) => one.ticketId === claimed.ticketId)?.[0]
  if (agent) await office.absent(agent)
  await look()
  // They come back, and go before another call: that one call is counted still.
  const { unanswered } = office.counted
  if (agent) {
    await office.decide('ticket.return', { ticketId: claimed.ticketId })
    await office.decide('ticket.leave', { ticketId: claimed.ticketId, fault: 'person' })
  }
  expect(office.counted.unanswered).toBe(unanswered)
  await look()

  for (let more = (await service('elections')).ticketsLeft!; more > 0; more--)
    await office.ticket('elections')
  expect(await office.ticket('elections'), 'no ticket is left').toBe(false)
  await look()

  // The third counter keeps to titles and general matters, then nobody new comes for these.
  const onlyTitles = { counterId: '3', services: ['titres', 'affaires-generales'] }
  await office.decide('counter.skills', onlyTitles)
  office.skills['agent3'] = onlyTitles.services
  await look()
  await office.decide('service.close', { serviceId: 'affaires-generales', words: 'Reprise à 14 heures' })
  expect((await service('affaires-generales')).closed?.words).toBe('Reprise à 14 heures')
  expect(await office.ticket('affaires-generales')).toBe(false)
  await office.liveUntil('12:00', look, 2)

  // Noon: whoever holds the second counter feels unwell.
  await office.decide('counter.close', { counterId: '2', reason: 'malaise de l’agent' })
  office.skills['agent2'] = []
  await look()
  await office.liveUntil('14:00', look, 2)
  await office.decide('counter.open', { counterId: '2', agentId: 'agent2' })
  office.skills['agent2'] = ['titres', 'elections']
  await office.decide('counter.skills', { counterId: '3', services: null })
  office.skills['agent3'] = ['titres', 'etat-civil', 'affaires-generales']
  await office.decide('service.open', { serviceId: 'affaires-generales' })
  await look()
  await office.liveUntil('16:20', look, 1)

  // Whoever had to return is waited for a little longer; the last ones come.
  for (const { ticketId } of office.those('parked'))
    await office.decide('ticket.promise', { ticketId, promisedAt: office.now + 10 * minute })
  while (office.counted.people.size < people) {
    await office.act('kiosk', 'ticket.take', { serviceId: 'titres' })
    await office.know()
  }
  await look()

  await expect(office.decide('day.close')).rejects.toThrow()
  for (const [holder, { state }] of office.atCounters) {
    if (state === 'serving') await office.ends(holder, 'information')
    else await office.decide('counter.close', { counterId: holder.slice(-1), reason: 'fin de journée' })
  }
  const [first, ...others] = office.those('waiting', 'parked')
  await office.decide('ticket.settle', { ticketId: first!.ticketId, how: 'certificate', fault: 'service' })
  const papers = office.counted.issued.get('nonReception')!
  const all = await office.decide<{ settled: number }>('day.settleAll', {
    how: 'certificate',
    fault: 'service',
  })
  expect(all.settled).toBe(others.length)
  expect(office.counted.issued.get('nonReception')).toBe(papers + others.length)
  await look()
  await office.decide('day.close')
  await look(true)

  // Closed too early: the day opens again, and counts the whole of its date.
  await office.later(minute)
  await office.decide('day.open')
  for (const [at, one] of agents.entries())
    await office.act(one, 'counter.open', { counterId: String(at + 1) })
  await look(true, false)
  await office.decide('day.close')

  expect(looks).toBe(19)
  expect(office.counted.people.size).toBe(people)
  expect([...office.counted.undone.keys()].toSorted()).toEqual([
    'absent',
    'call',
    'close',
    'park',
    'pause',
    'reopen',
    'resume',
    'start',
    'transfer',
  ])
  expect(office.counted.unanswered).toBeGreaterThan(0)
  expect(new Set([...office.counted.people.values()].map(({ state }) => state))).toEqual(
    new Set(['received', 'left', 'absent', 'unserved']),
  )
  expect([...office.refused]).toEqual(
    expect.arrayContaining(['ticket.take quotaReached', 'ticket.take serviceClosed']),
  )
  expect(await notOffered(office.decided)).toEqual([])

  office.counted.close()
  await office.host.stop()
  await office.startAfter('2026-03-09')
  wrong.push(...(await saidOfWeek(office)))
  await office.host.stop()
  await office.startAfter('2026-04-02')
  // Who filed has their receipt.
  for (const person of office.today.people) person.papers = person.outcomes.includes('filed') ? 1 : 0
  wrong.push(...(await publishedPage(office)))
  await office.host.stop()
  wrong.push(...(await journalPapers(dir, office.days, paris.offset)))
  expect(wrong).toEqual([])
}, 60_000)

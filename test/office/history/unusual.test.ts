import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { kiosk as kioskWords, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { saidLeft, saidWait } from '../../../shared/messages/public/saidWait.ts'
import { startEscposListener, type EscposListener } from '../../fixtures/escposListener.ts'
import { administration, openNetwork, pairStation } from '../../fixtures/lanHost.ts'
import { differences, type Wrong } from '../../fixtures/week/differences.ts'
import { DrivenOffice } from '../../fixtures/week/drivenOffice.ts'
import { journalPapers } from '../../fixtures/week/papers.ts'
import { saidNow } from '../../fixtures/week/said.ts'
import { publishedPage, saidOfWeek } from '../../fixtures/week/saidOfWeek.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// A morning on which what is rare happens one thing after another, told by every screen, then a closing and a reopening.

const minute = 60_000
const monday = '2026-03-02'
const agents = ['agent1', 'agent2', 'agent3'] as const
const message = {
  fr: 'L’état civil ferme à midi.',
  en: 'Civil registry closes at noon.',
  es: 'El registro civil cierra a mediodía.',
  ar: 'يغلق السجل المدني ظهرا.',
  uk: 'РАЦС зачиняється опівдні.',
}

let dir: string
let printer: EscposListener
let office: DrivenOffice
afterEach(async () => {
  await office.host.kill()
  await printer.stop()
  await removeFolder(dir)
})

const page = async (path: string) => {
  const response = await fetch(`${office.host.url}${path}`)
  return (await response.text()).replaceAll('&#39;', '’')
}

/** The address that the kiosk shows to telephones, at this machine's own door. */
async function hallPath() {
  const kiosk = await office.ask<Output<'kiosk.view'>>('kiosk', 'kiosk.view')
  const { pathname, search } = new URL(kiosk.hall!)
  return { kiosk, path: `${pathname}${search}` }
}

/** A telephone in the hall says of each service, and to everyone, what the kiosk says, in each language; perhaps again, as waits change. */
async function telephoneAlike(tries = 20): Promise<readonly Wrong[]> {
  const { kiosk, path } = await hallPath()
  const wrong: Wrong[] = []
  for (const language of kioskLanguages) {
    const words = kioskWords[language]
    const html = await page(`${path}&lang=${language}`)
    const buttons = html.matchAll(
      /value="([^"]+)"><span[^>]*>[^<]*<\/span><span class="wait">([^<]*)<\/span>/gu,
    )
    const counted = kiosk.motives
      .filter(({ purpose, access }) => purpose === 'request' && access.includes('walkIn'))
      .map((motive) => {
        const { text } = saidWait(words, motive, (at) => words.hour(at, kiosk.zone))
        const left = saidLeft(words, motive)
        return [motive.serviceId, left === null ? text : `${text} · ${left}`] as const
      })
    wrong.push(
      ...differences(
        `/salle ${language}`,
        Object.fromEntries([...buttons].map(([, serviceId, text]) => [serviceId, text])),
        Object.fromEntries(counted),
      ),
      ...differences(
        `/salle ${language}: message`,
        html.includes(message[language]),
        kiosk.messages.length > 0,
      ),
      ...differences(
        `/suivi ${language}: message`,
        (await page(`/suivi?lang=${language}`)).includes(message[language]),
        kiosk.messages.length > 0,
      ),
    )
  }
  const waits = ({ motives }: typeof kiosk) => JSON.stringify(motives.map(({ wait }) => wait))
  const isSame = waits(kiosk) === waits((await hallPath()).kiosk)
  return isSame || tries === 0 ? wrong : telephoneAlike(tries - 1)
}

/** Waits are made again twice a second at most: so long after an act, in milliseconds, they are what they are. */
const stillAfter = 600

/** Somebody takes their ticket on their telephone. */
async function takeByPhone(serviceId: string): Promise<void> {
  await setTimeout(stillAfter)
  const { kiosk, path } = await hallPath()
  const { wait } = kiosk.motives.find((motive) => motive.serviceId === serviceId)!
  const v = /name="v" value="([^"]+)"/.exec(await page(path))![1]!
  const { headers } = await fetch(`${office.host.url}/salle`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ v, s: serviceId, lang: 'fr' }),
  })
  const code = new URL(headers.get('location')!, office.host.url).searchParams.get('code')!
  const { waiting } = await office.ask<Output<'queue.view'>>('agent1', 'queue.view')
  const { ticketId, number } = waiting.at(-1)!
  office.came({ ticketId, number, service: serviceId, announced: wait, code })
}

/** Somebody says at the kiosk that they have a card, is called before others, and does not come. */
async function claimUnanswered(): Promise<void> {
  const unanswered = async () => (await office.page()).overtakes.unanswered
  const before = await unanswered()
  const serviceId = 'titres'
  type Taken = Pick<Parameters<DrivenOffice['came']>[0], 'ticketId' | 'number' | 'announced' | 'code'>
  const taken = await office.act<Taken>('kiosk', 'ticket.take', {
    serviceId,
    priority: { groundId: 'cmiPriorite', proof: 'toShow' },
  })
  const person = office.came({ ...taken, service: serviceId, priority: true })
  await office.call('agent1')
  expect(office.atCounters.get('agent1')).toBe(person)
  await office.absent('agent1', person)
  expect(await unanswered()).toBe(before + 1)
}

test('what is rare is told alike by every screen: a full quota, a closed service, a message, telephones, pauses, a claim nobody answers, two hundred people', async () => {
  dir = await newFolder()
  printer = await startEscposListener()
  const paris = { zone: 'Europe/Paris', holidays: 'metropole', offset: '+01:00' }
  office = new DrivenOffice({ dir, printer, seed: 31, pace: 40, ...paris })
  await office.start(monday)
  await office.settle()
  const admin = await administration(office.host)
  await openNetwork(admin)
  await pairStation(admin)
  admin.connection.close()
  const { services } = await office.ask<Output<'rules.view'>>('admin', 'rules.view')
  const limited = services.find(({ serviceId }) => serviceId === 'elections')!
  const { serviceId, rule, access, slotMinutes } = limited
  await office.act('admin', 'rules.set', {
    rules: { hallTickets: true, kioskPace: { burst: 1000, seconds: 1 } },
    services: [{ serviceId, access, slotMinutes, rule: { ...rule, quota: { tickets: 9, text: null } } }],
  })
  const from = office.now + 40 * minute
  const shown = { messageId: null, text: message, from, to: from + 30 * minute }
  await office.act('supervisor', 'officeMessage.set', shown)
  await office.open(monday)

  const wrong: Wrong[] = []
  const look = async (closed = false, over = closed) => {
    wrong.push(...(await saidNow(office, { closed, over })))
    if (!over) wrong.push(...(await telephoneAlike()))
  }
  const left = async () => {
    const display = await office.ask<Output<'display.view'>>('display', 'display.view')
    return display.services.find((service) => service.serviceId === serviceId)!.ticketsLeft!
  }
  await office.live(20, look, 20)
  for (let more = await left(); more > 0; more--) await office.take(serviceId)
  await office.act('supervisor', 'service.close', {
    serviceId: 'affaires-generales',
    words: 'Reprise demain',
  })
  office.shut.add(serviceId).add('affaires-generales')
  await look()
  await takeByPhone('titres')
  for (const agent of agents)
    await office.act(agent, 'counter.pause', { reason: 'réunion', until: office.now + 20 * minute })
  await look()
  for (const agent of agents) await office.act(agent, 'counter.resume')
  await claimUnanswered()
  // The message is on for half an hour.
  await office.later(45 * minute)
  await look()
  await office.later(30 * minute)
  for (let people = 0; people < 200; people++) {
    await office.later(1000)
    await office.take(people % 3 === 0 ? 'etat-civil' : 'titres')
  }
  await look()
  await office.live(40, look, 20)
  await office.close()
  await look(true)
  await office.reopen()
  expect(await left(), 'the day’s limit holds when it opens again').toBe(0)
  await look(true, false)
  await office.close()
  await office.host.stop()
  await office.startAfter('2026-03-09')
  wrong.push(...(await saidOfWeek(office)))
  await office.host.stop()
  await office.startAfter('2026-04-02')
  wrong.push(...(await publishedPage(office)))
  await office.host.stop()
  wrong.push(...(await journalPapers(dir, office.days, paris.offset)))
  expect(wrong).toEqual([])
}, 120_000)

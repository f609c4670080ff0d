import { randomUUID } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'

// Two offices that agreed, each its own host: a person is sent from one to the other.

let here: RunningHost
let there: HostInside
let token = ''

type Answer = Output<'partners.askPlace'>['answer']

const ask = async (partnerId: string, key?: string): Promise<Answer> =>
  (await done<Output<'partners.askPlace'>>(here, 'agent1', 'commands/partners.askPlace', { partnerId }, key))
    .answer

const partner = (id: string, url: string, shown = token) => ({
  id,
  name: id === 'annexe' ? 'Mairie annexe' : `Office ${id}`,
  url,
  token: shown,
  places: true,
  figures: true,
})
const agree = (...offices: readonly object[]) =>
  writeFileSync(join(here.dir, 'offices.json'), JSON.stringify({ offices }), { mode: 0o600 })

/** Someone is received here for an identity card. @returns when they came */
const received = async (): Promise<number> => {
  const { takenAt } = await done<{ takenAt: number }>(here, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
  await done(here, 'agent1', 'commands/ticket.callNext')
  await done(here, 'agent1', 'commands/ticket.start')
  await done(here, 'agent1', 'commands/sheet.update', { procedureId: 'cni' })
  return takenAt
}
const sent = async (to: object) => {
  type Closed = { documents: { documentId: string }[] }
  const closed = await done<Closed>(here, 'agent1', 'commands/visit.close', { outcome: 'forwarded', to })
  return JSON.stringify(
    await done(here, 'agent1', 'queries/document.get', { documentId: closed.documents[0]!.documentId }),
  )
}

beforeAll(async () => {
  const at = '2026-03-03T09:00:00+01:00'
  // The one that is asked first, so that its clock is not the later of the two.
  there = await startInside(await newFolder(), { at })
  here = await startHost(await newFolder(), { at })
  for (const host of [here, there]) await done(host, 'supervisor', 'commands/day.open')
  await done(here, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(there, 'agent1', 'commands/counter.open', { counterId: '1' })
  const made = await done<{ token: string }>(there, 'admin', 'commands/apiToken.create', {
    label: 'Mairie de formation',
    scopes: ['places'],
    until: null,
  })
  token = made.token
  await done(there, 'admin', 'commands/partners.setPlaces', { perDay: 2, services: ['titres'] })
})
afterAll(async () => {
  for (const host of [here, there]) {
    await host?.stop()
    if (host) await removeFolder(host.dir)
  }
})

describe('a place elsewhere', () => {
  test('is kept once whatever is repeated, is on the proof, and is taken by its code at the hour kept', async () => {
    agree(partner('annexe', there.url))
    const { partners } = await done<Output<'partners.list'>>(here, 'agent1', 'queries/partners.list')
    expect(partners).toEqual([{ partnerId: 'annexe', name: 'Mairie annexe' }])
    const arrivedAt = await received()
    const key = randomUUID()
    const answer = await ask('annexe', key)
    if (answer.is !== 'kept') throw new Error(JSON.stringify(answer))
    expect(answer.place).toMatchObject({ arrivedAt, startsAt: null, office: { name: 'Mairie de formation' } })
    // The same click again: the same place, and one only there.
    expect(await ask('annexe', key)).toEqual(answer)
    const kept = await done<Output<'partners.places'>>(there, 'admin', 'queries/partners.places')
    expect(kept.today).toBe(1)
    expect(await sent(answer.place.office)).toContain(answer.place.code)

    await done(there, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
    const arrived = await done<Output<'appointment.arrive'>>(there, 'kiosk', 'commands/appointment.arrive', {
      code: answer.place.code,
    })
    expect(arrived).toMatchObject({ keptFrom: arrivedAt, startsAt: null })
    const called = await done<Output<'ticket.callNext'>>(there, 'agent1', 'commands/ticket.callNext')
    expect(called).toMatchObject({
      ticket: { number: arrived.number },
      reason: { code: 'keptArrival', overtaken: 1 },
    })
  })

  test('is refused by the other office’s own rule, and the proof is given alone', async () => {
    await done(there, 'admin', 'commands/partners.setPlaces', { perDay: 1, services: ['titres'] })
    await received()
    expect(await ask('annexe')).toEqual({ is: 'refused', why: 'placesFull' })
    expect(await sent({ name: 'Mairie annexe' })).not.toContain('"place"')
  })

  test('is not, where the other office is down, is another program, or takes the token no more: said so, in time', async () => {
    agree(
      partner('eteint', 'http://127.0.0.1:9'),
      partner('autre', there.url.replace(/:\d+$/, ':1')),
      partner('perdu', there.url, 'guichet_nobody_has_this_token'),
    )
    await received()
    expect(await ask('eteint')).toEqual({ is: 'unreachable' })
    expect(await ask('autre')).toEqual({ is: 'unreachable' })
    expect(await ask('perdu')).toEqual({ is: 'refused', why: 'unauthorized' })
    expect(
      (await post(here, 'agent1', 'commands/partners.askPlace', { partnerId: 'inconnu' })).error?.code,
    ).toBe('unknownPartner')
    expect(await sent({ name: 'Office eteint' })).toContain('Office eteint')
  })

  test('is asked by who receives somebody for something, of a file that can be read', async () => {
    agree(partner('annexe', there.url))
    const refusal = async () =>
      (await post(here, 'agent1', 'commands/partners.askPlace', { partnerId: 'annexe' })).error?.code
    expect(await refusal()).toBe('nobodyServed')
    await received()
    await done(here, 'agent1', 'commands/sheet.update', { procedureId: null })
    expect(await refusal()).toBe('placeWithoutProcedure')
    await done(here, 'agent1', 'commands/sheet.update', { procedureId: 'cni' })
    // A token over a network that anyone reads: the file is refused whole.
    agree(partner('annexe', 'http://mairie.example'))
    expect(await refusal()).toBe('partnersUnreadable')
    // Tokens that another account of the machine can read: nothing is asked with them.
    agree(partner('annexe', there.url))
    chmodSync(join(here.dir, 'offices.json'), 0o640)
    expect(await refusal()).toBe('partnersExposed')
    chmodSync(join(here.dir, 'offices.json'), 0o600)
    await done(here, 'agent1', 'commands/visit.close', { outcome: 'information' })
  })

  test('is set in the administration, where nothing shows its token again, and tried without changing anything there', async () => {
    agree()
    const office = {
      partnerId: 'neuve',
      name: 'Mairie neuve',
      url: there.url,
      pins: [],
      places: true,
      figures: true,
    }
    const set = async (input: object) =>
      (await post(here, 'admin', 'commands/partners.set', input)).error?.code ?? null
    expect(await set({ office })).toBe('partnerTokenMissing')
    expect(await set({ office: { ...office, url: 'http://mairie.example' }, token })).toBe('badInput')
    expect(await set({ office, token })).toBeNull()
    const file = join(here.dir, 'offices.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const shown = await done<Output<'partners.agreed'>>(here, 'admin', 'queries/partners.agreed')
    expect(shown).toEqual({ offices: [office] })

    const before = await done<Output<'partners.places'>>(there, 'admin', 'queries/partners.places')
    const tried = () =>
      done<Output<'partners.try'>>(here, 'admin', 'commands/partners.try', { partnerId: 'neuve' })
    expect((await tried()).answers).toEqual([
      { about: 'places', is: 'works', code: null },
      { about: 'figures', is: 'refused', code: 'forbiddenScope' },
    ])
    expect(await done(there, 'admin', 'queries/partners.places')).toEqual(before)
    // Its token stays as the rest changes.
    expect(await set({ office: { ...office, figures: false, url: 'http://127.0.0.1:9' } })).toBeNull()
    expect(readFileSync(file, 'utf8')).toContain(token)
    expect((await tried()).answers).toEqual([{ about: 'places', is: 'unreachable', code: null }])

    await done(here, 'admin', 'commands/partners.remove', { partnerId: 'neuve' })
    expect((await post(here, 'admin', 'commands/partners.remove', { partnerId: 'neuve' })).error?.code).toBe(
      'unknownPartner',
    )
    expect(here.stdout() + here.stderr()).not.toContain(token)
  })

  test('opens nothing else by its token, and nobody notes an answer through a door', async () => {
    const other = { url: there.url, tokens: { it: token } }
    for (const path of ['queries/queue.view', 'commands/ticket.take', 'queries/office.view'] as const)
      expect((await post(other, 'it', path)).error?.code, path).toBe('forbiddenScope')
    expect((await post(here, 'agent1', 'commands/partners.noteAnswer', {})).error?.code).toBe('forbiddenRole')
  })
})

describe('the town’s view', () => {
  test('shows each office by the figures of its own supervision, this one first, and names those that give none', async () => {
    const figures = { label: 'Ville', scopes: ['statistics'], until: null }
    const made = await done<{ token: string }>(there, 'admin', 'commands/apiToken.create', figures)
    agree(
      partner('annexe', there.url, made.token),
      partner('eteint', 'http://127.0.0.1:9'),
      partner('sans-droit', there.url),
      { ...partner('muet', there.url, made.token), figures: false },
    )
    const date = '2026-03-03'
    const { offices } = await done<Output<'partners.day'>>(here, 'supervisor', 'queries/partners.day', {
      date,
    })
    expect(offices.map(({ name, state }) => [name, state])).toEqual([
      ['Mairie de formation', 'answered'],
      ['Mairie annexe', 'answered'],
      ['Office eteint', 'unreachable'],
      ['Office sans-droit', 'refused'],
    ])
    for (const [host, seen] of [
      [here, offices[0]],
      [there, offices[1]],
    ] as const) {
      const day = await done<Output<'history.day'>>(host, 'supervisor', 'queries/history.day', { date })
      const period = { from: date, to: date }
      const alike = await done<Output<'history.equality'>>(
        host,
        'supervisor',
        'queries/history.equality',
        period,
      )
      expect(seen?.figures).toMatchObject({ everyone: alike.everyone, overtakes: day.overtakes })
      const all = day.services.reduce((sum, { tickets }) => sum + tickets, 0)
      expect(seen?.figures?.ended.tickets).toBe(all)
    }
    expect(offices[1]?.figures?.overtakes).toContainEqual({ code: 'keptArrival', calls: 1, people: 1 })
    expect(JSON.stringify(offices)).not.toMatch(/agent[0-9]|Belkacem/)
  })

  test('is written by the command line too, which leaves with 1 where an office is missing', async () => {
    const file = join(here.dir, 'offices.json')
    const cli = (...args: readonly string[]) => guichet(['town', ...args])
    const { code, out } = await cli(file, '--on', '2026-03-03')
    expect(code).toBe(1)
    expect(out).toMatch(/Mairie annexe : Personnes 2 ; Attente P50 /)
    expect(out).toContain('Office eteint : ne répond pas')
    expect((await cli(join(here.dir, 'rien.json'))).err).toContain('ne peut pas être lu')
    chmodSync(file, 0o644)
    expect((await cli(file)).err).toContain('chmod 600')
    expect((await cli()).code).toBe(2)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formerNames } from '../../../shared/contract/formerNames.ts'
import { callNames as names, calls, type CallName } from '../../../shared/contract/index.ts'
import { roles } from '../../../shared/contract/define.ts'
import { output, refusal, unknownId, type DoorAnswer, type DoorUnderTest } from './door.ts'
import { night } from '../../fixtures/night.ts'
import { liveOneDay } from './doorsDay.ts'

const holderOf = (role: string) => (role === 'agent' ? 'agent1' : role)
const year = { from: '2026-01-01', to: '2026-12-31' }
/** Readings that ask something. */
const inputs: Readonly<Partial<Record<CallName, unknown>>> = {
  'history.days': year,
  'history.day': { date: '2026-03-03' },
  'waits.forecast': { date: '2026-03-03' },
  'history.equality': year,
  'history.export': { ...year, format: 'csv' },
  'history.months': { year: 2026 },
  'history.exportMonths': { year: 2026, format: 'csv' },
  'statistics.export': year,
  'commitments.get': { year: 2026 },
  'commitments.export': { year: 2026 },
  'incidents.list': year,
  'incidents.export': year,
  'consultations.export': year,
  'directory.search': { text: 'préfecture' },
  'partners.day': { date: '2026-03-03' },
  'rules.try': { date: '2026-03-03' },
  'law.procedure': { procedureId: 'cni', version: '1' },
  'law.changes': { procedureId: 'cni', version: '1', before: '1' },
  'trace.view': { pieceId: 'photo' },
  'document.draft': { what: { kind: 'recepisse', ticketId: null } },
  'file.view': { fileId: unknownId },
  'request.view': { procedureId: 'cni', receivedOn: '2026-03-02' },
  'files.find': { familyName: 'Diallo', birthDate: '1990-05-17' },
  'files.names': { fileIds: [unknownId] },
  'files.findTitles': { text: 'Diallo' },
  'assisted.export': { year: 2026, format: 'csv' },
  'scan.read': { text: 'DC02' },
  'law.search': { text: 'domicile', limit: 5 },
  'law.show': { kind: 'fiche', id: 'F2191' },
  'till.entry': { number: 1 },
  'till.export': { from: '2026-01-01', to: '2036-12-31' },
}
/** Readings of one thing that this office does not have: each is tried where it has one. */
const unknownHere: ReadonlySet<string> = new Set([
  'document.get',
  'file.get',
  'trail.get',
  'rules.tryPackage',
  'drafts.show',
  'drafts.pack',
  'person.get',
  'recording.piece',
])

/**
 * The same promises at every door.
 * @param open gives a door on a training office of its own, its day not yet open
 * @param alike another door tries each reading by each of its roles: by day this one tries it by one of them
 * @param byNight the connection behind it is tried by day through another door
 */
export function doorSuite(
  title: string,
  open: () => Promise<DoorUnderTest>,
  { alike = false, byNight = false }: { readonly alike?: boolean; readonly byNight?: boolean } = {},
): void {
  describe.runIf(night || !byNight)(title, () => {
    let door: DoorUnderTest
    beforeAll(async () => {
      door = await open()
    })
    afterAll(() => door?.stop())

    test('before the day, whoever comes hears why nothing can be done', async () => {
      expect(await refusal(door.call('kiosk', 'ticket.take', { serviceId: 'titres' }))).toBe('dayNotOpen')
      expect(await refusal(door.call('supervisor', 'day.close', {}))).toBe('dayNotOpen')
      expect(await refusal(door.call('agent1', 'ticket.callNext', {}))).toBe('dayNotOpen')
    })

    test('one person is received from the opening of the day to its end, by every command of the contract', async () => {
      const used = await liveOneDay(door)
      expect([...used].toSorted()).toEqual(names.filter((name) => calls[name].kind === 'command').toSorted())
    })

    test('each view and reading answers those who may ask, in the shape that the contract declares', async () => {
      for (const name of names) {
        if (calls[name].kind === 'command' || unknownHere.has(name)) continue
        for (const role of calls[name].roles.slice(0, night || !alike ? undefined : 1)) {
          const answer = await door.call(holderOf(role), name, inputs[name] ?? {})
          // Nobody came on that day: the way is open, which is what is asked here.
          if ('error' in answer && answer.error.code === 'nothingThatDay') continue
          const given = await output(Promise.resolve(answer))
          expect(calls[name].output.safeParse(given).error, `${name} for ${role}`).toBeUndefined()
        }
      }
    })

    test('a role that may not is refused, for each name of the contract', async () => {
      for (const name of names)
        for (const role of roles)
          if (!calls[name].roles.includes(role))
            expect(await refusal(door.call(holderOf(role), name, {})), `${name} for ${role}`).toBe(
              'forbiddenRole',
            )
    })

    test('a former name is answered as the present one, to those who may', async () => {
      const former = true
      for (const { name } of Object.values(formerNames))
        for (const role of roles) {
          const ask = (input: unknown) => door.call(holderOf(role), name, input, { former })
          const { kind, roles: may, output: shape } = calls[name]
          if (!may.includes(role)) expect(await refusal(ask({})), `${name} for ${role}`).toBe('forbiddenRole')
          else if (kind === 'command') expect(await refusal(ask({ surprise: 1 })), name).toBe('badInput')
          else expect(shape.safeParse(await output(ask(inputs[name] ?? {}))).error, name).toBeUndefined()
        }
      const commandId = randomUUID()
      const set = (perDay: number, options: { readonly former?: true }) =>
        door.call('admin', 'partners.setPlaces', { perDay, services: [] }, { commandId, ...options })
      const first = await output(set(0, { former }))
      expect(await output(set(0, {}))).toEqual(first)
      expect(await refusal(set(1, {}))).toBe('commandIdReused')
    })

    test('names that nobody gave are unknown, those of JavaScript too', async () => {
      for (const name of [
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        'ticket',
        'ticket.Take',
        '…',
      ])
        expect(await refusal(door.call('supervisor', name, {})), name).toBe('unknownName')
    })

    test('what is badly said is refused as such and changes nothing', async () => {
      const before = await output(door.call('supervisor', 'queue.view', {}))
      const bad: readonly (readonly [string, unknown])[] = [
        ['kiosk', null],
        ['kiosk', []],
        ['kiosk', 'titres'],
        ['kiosk', 12],
        ['kiosk', {}],
        ['kiosk', { serviceId: 1 }],
        ['kiosk', { serviceId: 'titres', surprise: true }],
        ['kiosk', { serviceId: 'titres', lang: 'de' }],
        ['kiosk', { serviceId: 'Titres d’identité' }],
        ['kiosk', { serviceId: 'titres', arrangements: 'wheelchair' }],
        ['kiosk', JSON.parse('{"serviceId":"titres","__proto__":{"x":1}}')],
      ]
      for (const [holder, input] of bad)
        expect(await refusal(door.call(holder, 'ticket.take', input)), JSON.stringify(input)).toBe('badInput')
      expect(await refusal(door.call('agent1', 'visit.close', { outcome: 'perdu' }))).toBe('badInput')
      expect(await refusal(door.call('agent1', 'document.get', { documentId: 'RD-1' }))).toBe('badInput')
      expect(await output(door.call('supervisor', 'queue.view', {}))).toEqual(before)
    })

    test('the domain’s refusals have their code and their sentence', async () => {
      const say = (holder: string, name: string, input: unknown = {}) =>
        refusal(door.call(holder, name, input))
      expect(await say('supervisor', 'day.open')).toBe('dayAlreadyOpen')
      expect(await say('kiosk', 'ticket.take', { serviceId: 'inconnu' })).toBe('unknownService')
      expect(await say('kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'inconnue' })).toBe(
        'unknownProcedure',
      )
      expect(await say('kiosk', 'ticket.leave', { ticketId: unknownId })).toBe('unknownTicket')
      expect(await say('agent2', 'ticket.callNext')).toBe('counterNotOpen')
      expect(await say('agent2', 'counter.close')).toBe('counterNotOpen')
      expect(await say('agent2', 'counter.open', { counterId: '99' })).toBe('unknownCounter')
      await output(door.call('agent2', 'counter.open', { counterId: '2' }))
      expect(await say('agent3', 'counter.open', { counterId: '2' })).toBe('counterTaken')
      expect(await say('agent2', 'counter.open', { counterId: '3' })).toBe('agentElsewhere')
      expect(await say('supervisor', 'counter.open', { counterId: '3' })).toBe('unknownAgent')
      expect(await say('supervisor', 'counter.open', { counterId: '3', agentId: 'agent2' })).toBe(
        'agentHoldsCounter',
      )
      expect(await say('agent2', 'counter.open', { counterId: '3', agentId: 'agent3' })).toBe('unknownAgent')
      expect(await say('agent2', 'ticket.recall')).toBe('nobodyCalled')
      expect(await say('agent2', 'visit.close', { outcome: 'filed' })).toBe('nobodyServed')
      expect(await say('agent2', 'document.print', { documentId: unknownId })).toBe('unknownDocument')
      expect(await say('agent2', 'document.get', { documentId: unknownId })).toBe('unknownDocument')
      expect(await say('admin', 'print.retry', { jobId: unknownId })).toBe('unknownJob')
      await output(door.call('kiosk', 'ticket.take', { serviceId: 'titres' }))
      expect(await say('supervisor', 'day.close')).toBe('peopleUnsettled')
      await output(door.call('agent2', 'ticket.callNext', {}))
      expect(await say('agent2', 'ticket.callNext')).toBe('counterBusy')
      expect(await say('agent2', 'ticket.start', { ticketId: unknownId })).toBe('ticketNotHere')
      expect(await say('agent2', 'counter.pause', { reason: 'pause' })).toBe('counterBusy')
      await output(door.call('agent2', 'ticket.start', {}))
      expect(await say('agent2', 'ticket.park', { reason: '  ' })).toBe('reasonMissing')
      expect(await say('agent2', 'ticket.park', { reason: 'photo', promisedAt: 1 })).toBe('timeInPast')
      await output(door.call('agent2', 'visit.close', { outcome: 'information' }))
      expect(await say('agent2', 'ticket.resume', { ticketId: unknownId })).toBe('unknownTicket')
      expect(await say('agent2', 'counter.skills', { services: ['affaires-generales'] })).toBe('skillLacking')
      expect(
        await say('agent2', 'ticket.take', { serviceId: 'titres', priority: { groundId: 'familyCard' } }),
      ).toBe('proofMissing')
      expect(await say('supervisor', 'appointment.import', { text: 'rien' })).toBe('calendarUnreadable')
      await output(door.call('agent2', 'counter.close', {}))
    })

    test('the same act repeated with its id gives the first answer, and is done once', async () => {
      const commandId = randomUUID().toUpperCase()
      const take = (serviceId: string, holder = 'kiosk') =>
        door.call(holder, 'ticket.take', { serviceId }, { commandId })
      const first = await output<{ number: string }>(take('elections'))
      expect(await output(take('elections'))).toEqual(first)
      const many = await Promise.all(Array.from({ length: 20 }, () => output(take('elections'))))
      for (const again of many) expect(again).toEqual(first)
      expect(await refusal(take('titres'))).toBe('commandIdReused')
      expect(await refusal(take('elections', 'agent1')), 'by someone else').toBe('commandIdReused')
      const next = await output<{ number: string }>(
        door.call('kiosk', 'ticket.take', { serviceId: 'elections' }),
      )
      expect(Number(next.number.slice(1))).toBe(Number(first.number.slice(1)) + 1)
    })

    test('a refusal repeated with its id is decided again', async () => {
      const commandId = randomUUID()
      const recall = () => door.call('agent3', 'ticket.callNext', {}, { commandId })
      expect(await refusal(recall())).toBe('counterNotOpen')
      await output(door.call('agent3', 'counter.open', { counterId: '3' }))
      expect(await output(recall())).toHaveProperty('ticket')
      await door.call('agent3', 'ticket.markAbsent', {})
      await output(door.call('agent3', 'counter.close', {}))
    })
  })
}

/** The same, at the doors that push: a view comes at once, then each time it changes. */
export function watchSuite(title: string, open: () => Promise<DoorUnderTest>): void {
  describe(title, () => {
    let door: DoorUnderTest
    beforeAll(async () => {
      door = await open()
    })
    afterAll(() => door?.stop())

    test('a watched view comes at once, again when it changes, never when it does not, in order', async () => {
      const seen: { total: number; seq: number }[] = []
      const stop = await door.watch!('supervisor', 'queue.view', (answer, seq) => {
        if ('output' in answer) seen.push({ total: (answer.output as { total: number }).total, seq })
      })
      await expect.poll(() => seen.length).toBe(1)
      await output(door.call('supervisor', 'day.open', {}))
      await output(door.call('kiosk', 'ticket.take', { serviceId: 'titres' }))
      await expect.poll(() => seen.at(-1)?.total).toBe(1)
      await refusal(door.call('kiosk', 'ticket.take', { serviceId: 'inconnu' }))
      await output(door.call('kiosk', 'ticket.take', { serviceId: 'titres' }))
      await expect.poll(() => seen.at(-1)?.total).toBe(2)
      const seqs = seen.map(({ seq }) => seq)
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
      expect(new Set(seqs).size, 'each delivery shows something new').toBe(seqs.length)
      stop()
      const before = seen.length
      await output(door.call('kiosk', 'ticket.take', { serviceId: 'titres' }))
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(seen.length).toBe(before)
    })

    test('a view that may not be watched is refused with its sentence', async () => {
      const why = async (holder: string, name: string) => {
        const answers: DoorAnswer[] = []
        const stop = await door.watch!(holder, name, (answer) => answers.push(answer))
        await expect.poll(() => answers.length).toBe(1)
        stop()
        return refusal(Promise.resolve(answers[0]!))
      }
      expect(await why('display', 'counter.view')).toBe('forbiddenRole')
      expect(await why('display', '__proto__')).toBe('unknownName')
      expect(await why('supervisor', 'document.list')).toBe('methodNotAllowed')
      expect(await why('supervisor', 'day.open')).toBe('methodNotAllowed')
    })

    test('whoever watches the same view sees the same thing', async () => {
      const screens = Array.from({ length: 5 }, () => [] as string[])
      const stops = await Promise.all(
        screens.map((seen) =>
          door.watch!('display', 'display.view', (answer) => seen.push(JSON.stringify(answer))),
        ),
      )
      await output(door.call('agent1', 'counter.open', { counterId: '1' }))
      await output(door.call('agent1', 'ticket.callNext', {}))
      await expect.poll(() => screens.every((seen) => seen.at(-1)?.includes('"called"'))).toBe(true)
      expect(new Set(screens.map((seen) => seen.at(-1))).size).toBe(1)
      for (const stop of stops) stop()
    })
  })
}

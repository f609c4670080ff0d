import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type CallName } from '../../shared/contract/index.ts'
import { roles } from '../../shared/contract/define.ts'

/** What a door answers, whatever carries it. */
export type DoorAnswer =
  | { readonly output: unknown }
  | { readonly error: { readonly code: string; readonly message: string } }

/** One way in: a call in the name of a holder (`agent1`, `kiosk`…), and watches where the door has them. */
export type DoorUnderTest = {
  readonly call: (
    holder: string,
    name: string,
    input: unknown,
    options?: { readonly commandId?: string },
  ) => Promise<DoorAnswer>
  /** Absent where the door can't push. */
  readonly watch?: (
    holder: string,
    name: string,
    seen: (answer: DoorAnswer, seq: number) => void,
  ) => Promise<() => void>
  readonly stop: () => Promise<void>
}

const names = Object.keys(contract) as CallName[]
const holderOf = (role: string) => (role === 'agent' ? 'agent1' : role)
const year = { from: '2026-01-01', to: '2026-12-31' }
const unknownId = '0198c1f2-0000-7abc-8def-0123456789ab'
/** Readings that ask something. */
const inputs: Readonly<Partial<Record<CallName, unknown>>> = {
  'history.days': year,
  'history.day': { date: '2026-03-03' },
  'history.equality': year,
  'history.export': { ...year, format: 'csv' },
  'rules.try': { date: '2026-03-03' },
  'law.procedure': { procedureId: 'cni', version: '1' },
  'law.changes': { procedureId: 'cni', version: '1', before: '1' },
  'trace.view': { pieceId: 'photo' },
  'file.view': { fileId: unknownId },
  'request.view': { procedureId: 'cni', receivedOn: '2026-03-02' },
  'files.find': { familyName: 'Diallo', birthDate: '1990-05-17' },
  'assisted.export': { year: 2026, format: 'csv' },
  'scan.read': { text: 'DC02' },
  'law.search': { text: 'domicile', limit: 5 },
  'law.show': { kind: 'fiche', id: 'F2191' },
}
/** Readings of one thing that this office does not have: each is tried where it has one. */
const unknownHere: ReadonlySet<string> = new Set([
  'document.get',
  'file.get',
  'rules.tryPackage',
  'drafts.show',
  'drafts.pack',
])

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
  const [piece] = [{ label: 'Bail' }]
  await act('agent1', 'file.describe', { fileId, procedureId: 'autre', label: 'Une aide' })
  await act('agent1', 'file.acknowledge', { ...by, form: 'ar' })
  const asked = { ...piece, source: 'règlement de l’aide, art. 2' }
  await act('agent1', 'file.requestPieces', { ...by, pieces: [asked], dueOn: today })
  await act('agent1', 'file.addPiece', { fileId, pieces: [piece], receivedOn: today })
  await act('agent1', 'file.holdOriginals', { ...by, pieces: [piece] })
  await act('agent1', 'file.returnOriginals', { ...by, ...self })
  await act('supervisor', 'file.forward', { ...by, to: 'Département', sent: 'tout le dossier' })
  await act('supervisor', 'file.decide', { ...by, decision: 'granted' })
  await act('agent1', 'file.handOver', { ...by, ...self, what: 'decision' })
  await act('supervisor', 'file.close', { fileId, reason: 'done' })
  const title = { request: { ...request, procedureId: 'cni' }, arrivedOn: today }
  const { fileId: card } = await act<{ fileId: string }>('agent1', 'file.titleArrived', title)
  await act('agent1', 'file.notify', { fileIds: [card], means: 'sms', on: today })
}

/** A sentence: French, for a person, with no code and no English in it. */
const aSentence = /^[A-ZÀÉÊÇ«].{15,}[.)]$/

async function output<T>(answer: Promise<DoorAnswer>): Promise<T> {
  const given = await answer
  if ('error' in given) throw new Error(`${given.error.code}: ${given.error.message}`)
  return given.output as T
}

async function refusal(answer: Promise<DoorAnswer>): Promise<string> {
  const given = await answer
  if (!('error' in given)) throw new Error(`answered: ${JSON.stringify(given.output)}`)
  expect(given.error.message).toMatch(aSentence)
  return given.error.code
}

/** The same promises at every door. `open` gives a door on a training office of its own, its day not yet open. */
export function doorSuite(title: string, open: () => Promise<DoorUnderTest>): void {
  describe(title, () => {
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
      const used = new Set<string>()
      const act = <T>(holder: string, name: string, input: unknown = {}) => {
        used.add(name)
        return output<T>(door.call(holder, name, input))
      }
      const { date } = await act<{ date: string }>('supervisor', 'day.open')
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      await act('agent1', 'counter.open', { counterId: '1' })
      const taken = await act<{ ticketId: string; number: string }>('kiosk', 'ticket.take', {
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
        ['admin', 'rules.withdraw', { hash: '0'.repeat(64) }, 'unknownPackage'],
        ['admin', 'draft.validate', { draftId: 'f1', partIds: ['titre'], by: 'N' }, 'unknownDraft'],
      ] as const) {
        used.add(name)
        expect(await refusal(door.call(holder, name, input)), name).toBe(code)
      }
      const { documents } = await act<{ documents: { documentId: string; number: string }[] }>(
        'agent1',
        'visit.close',
        { outcome: 'incomplete' },
      )
      expect(documents[0]?.number).toMatch(/^RD-\d{4}-1$/)
      const documentId = documents[0]!.documentId
      expect((await act<{ copy: number }>('agent1', 'document.print', { documentId })).copy).toBe(2)
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
      const calendar = await act<{ taken: number }>('supervisor', 'appointment.import', {
        text: `date;heure;service;code;nom\n${date};23:50;Titres d’identité;K7M4;${'x'.repeat(300_000)}`,
      })
      expect(calendar.taken, 'a calendar longer than any other call').toBe(1)
      await act('kiosk', 'appointment.arrive', { code: 'K7M4' })
      const startsAt = Date.now() + 86_400_000
      const { appointmentId } = await act<{ appointmentId: string }>('agent1', 'appointment.book', {
        serviceId: 'titres',
        startsAt,
      })
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
      expect(list.documents).toHaveLength(4)

      await act('supervisor', 'day.close')
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
      ] as const) {
        used.add(name)
        const answer = await door.call('admin', name, input)
        if ('error' in answer) expect(answer.error.code).toMatch(/^(unknownJob|jobAlreadyPrinted)$/)
      }
      expect(await refusal(door.call('admin', 'office.create', await settingsAgain(door)))).toBe(
        'officeAlreadyCreated',
      )
      used.add('office.create')
      expect([...used].toSorted()).toEqual(
        names.filter((name) => contract[name].kind === 'command').toSorted(),
      )
    })

    test('each view and reading answers those who may ask, in the shape that the contract declares', async () => {
      for (const name of names) {
        if (contract[name].kind === 'command' || unknownHere.has(name)) continue
        for (const role of contract[name].roles) {
          const answer = await door.call(holderOf(role), name, inputs[name] ?? {})
          // Nobody came on that day: the way is open, which is what is asked here.
          if ('error' in answer && answer.error.code === 'nothingThatDay') continue
          const given = await output(Promise.resolve(answer))
          expect(contract[name].output.safeParse(given).error, `${name} for ${role}`).toBeUndefined()
        }
      }
    })

    test('a role that may not is refused, for each name of the contract', async () => {
      for (const name of names)
        for (const role of roles)
          if (!(contract[name].roles as readonly string[]).includes(role))
            expect(await refusal(door.call(holderOf(role), name, {})), `${name} for ${role}`).toBe(
              'forbiddenRole',
            )
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

async function settingsAgain(door: DoorUnderTest): Promise<unknown> {
  const { settings } = await output<{ settings: unknown }>(door.call('admin', 'settings.view', {}))
  return { settings, agents: [], school: true }
}

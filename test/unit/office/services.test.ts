import { beforeEach, describe, expect, test } from 'vitest'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(nine)
})

const cemetery = { serviceId: 'cimetiere', letter: 'K', name: { fr: 'Cimetière' }, procedures: ['autre'] }
const refused = (decision: object) => ('refusal' in decision ? decision.refusal : undefined)
const services = () => office.office.settings?.services.map(({ serviceId }) => serviceId)
const agent = (agentId: string, skills: readonly string[]) =>
  office.act(
    'agent.set',
    { agentId, name: { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente' }, services: skills },
    'admin',
  )
/** The service received by someone, the day around it. */
const receive = (serviceId: string) => {
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
  const taken = office.act('ticket.take', { serviceId }, 'kiosk')
  office.act('ticket.callNext', {}, 'agent1')
  office.act('ticket.start', {}, 'agent1')
  office.act('visit.close', { outcome: 'information' }, 'agent1')
  office.act('counter.close', {}, 'agent1')
  return taken
}

describe('a service', () => {
  test('that is added receives at once, even during the day, from the first number of its letter', () => {
    office.act('day.open', {}, 'supervisor')
    expect(refused(office.act('service.set', cemetery, 'admin'))).toBeUndefined()
    agent('agent1', ['cimetiere'])
    office.act('counter.open', { counterId: '1' }, 'agent1')
    expect(office.act('ticket.take', { serviceId: 'cimetiere' }, 'kiosk')).toMatchObject({
      output: { number: 'K1' },
    })
    expect(office.act('ticket.callNext', {}, 'agent1')).toMatchObject({
      output: { ticket: { number: 'K1' } },
    })
  })

  test('changes its name, its letter and its procedures, and keeps its rule', () => {
    const [first] = office.office.settings!.services
    const rule = { targetMinutes: 7, maximumMinutes: null, weight: 2, cap: null }
    const setting = { serviceId: first!.serviceId, rule, access: ['walkIn'], slotMinutes: 20 }
    office.act('rules.set', { services: [setting] }, 'admin')
    const other = { serviceId: first!.serviceId, letter: 'K', name: { fr: 'Papiers' }, procedures: [] }
    office.act('service.set', other, 'admin')
    expect(office.office.settings!.services[0]).toEqual({ ...setting, ...other })
  })

  test('takes neither the letter nor the name of another, whatever its capitals, nor a procedure that nobody knows', () => {
    const [first] = office.office.settings!.services
    const set = (more: object) => refused(office.act('service.set', { ...cemetery, ...more }, 'admin'))
    expect(set({ letter: first!.letter })).toBe('letterTaken')
    expect(set({ name: { fr: first!.name.fr.toUpperCase() } })).toBe('nameTaken')
    expect(set({ procedures: ['chimere'] })).toBe('unknownProcedure')
    // Itself is no other.
    expect(refused(office.act('service.set', identityOf(first!), 'admin'))).toBeUndefined()
  })

  test('has the picture that the office chose, at the kiosk and for its own procedures, until it is taken away', () => {
    const pictured = { ...cemetery, procedures: [], pictogram: 'flower' as const }
    const shown = () => [
      office.view('office.view', 'kiosk').services.find(({ letter }) => letter === 'K')?.pictogram,
      office.view('kiosk.view', 'kiosk').motives.find(({ serviceId }) => serviceId === 'cimetiere')
        ?.pictogram,
    ]
    office.act('service.set', pictured, 'admin')
    expect(shown()).toEqual(['flower', 'flower'])
    // A station of the version before says nothing of it: nothing is lost.
    office.act('service.set', { ...cemetery, procedures: [] }, 'admin')
    expect(shown()).toEqual(['flower', 'flower'])
    // Back as it was after it was withdrawn.
    office.act('service.withdraw', { serviceId: 'cimetiere' }, 'admin')
    const [former] = office.view('premises.view', 'admin').formerServices
    expect(former).toMatchObject({ pictogram: 'flower' })
    office.act('service.set', former, 'admin')
    expect(shown()).toEqual(['flower', 'flower'])
    office.act('service.set', { ...pictured, pictogram: null }, 'admin')
    expect(shown()).toEqual([null, null])
    const [told] = office.view('premises.view', 'admin').changes
    expect([told?.type, told?.about]).toEqual(['serviceSet', 'cimetiere'])
  })

  test('chooses a picture for its own procedures alone', () => {
    const chosen = [{ procedureId: 'autre', pictogram: 'paw' as const }]
    const set = (procedures: readonly string[]) =>
      office.act('service.set', { ...cemetery, procedures, procedurePictograms: chosen }, 'admin')
    expect(set([])).toEqual({ refusal: 'unknownProcedure', details: ['autre'] })
    expect(services()).not.toContain('cimetiere')
    expect(refused(set(['autre']))).toBeUndefined()
    expect(office.office.settings?.services.at(-1)?.procedurePictograms).toEqual(chosen)
  })

  test('is withdrawn between two days only, once nobody has an appointment there, and never the last', () => {
    office.act('service.set', cemetery, 'admin')
    const withdraw = (serviceId: string) => refused(office.act('service.withdraw', { serviceId }, 'admin'))
    office.act('day.open', {}, 'supervisor')
    expect(withdraw('cimetiere')).toBe('dayNotClosed')
    const text = 'date;heure;service;code;nom\n2026-03-09;10:00;Cimetière;AA1;Ndiaye'
    office.act('appointment.import', { text }, 'supervisor')
    office.act('day.close', {}, 'supervisor')
    expect(withdraw('cimetiere')).toBe('serviceAwaited')
    const [appointmentId] = office.office.appointments.keys()
    office.act('appointment.cancel', { appointmentId }, 'supervisor')
    for (const serviceId of services()!.slice(1)) expect(withdraw(serviceId)).toBeUndefined()
    expect(withdraw(services()![0]!)).toBe('lastService')
    expect(withdraw('cimetiere')).toBe('unknownService')
  })

  test('once withdrawn is in nobody’s skills and on no day apart, takes no number, and comes back as it was', () => {
    office.act('service.set', cemetery, 'admin')
    agent('agent1', ['titres', 'cimetiere'])
    const { calendar } = office.office.settings!
    const apart = { date: '2026-05-02', spans: [[540, 720]], services: ['cimetiere', 'titres'], label: '' }
    office.act('office.setCalendar', { calendar: { ...calendar, exceptional: [apart] } }, 'admin')
    office.act('service.withdraw', { serviceId: 'cimetiere' }, 'admin')
    expect(office.office.skills.get('agent1' as never)).toEqual(['titres'])
    expect(office.office.settings!.calendar.exceptional[0]?.services).toEqual(['titres'])
    office.act('day.open', {}, 'supervisor')
    expect(refused(office.act('ticket.take', { serviceId: 'cimetiere' }, 'kiosk'))).toBe('unknownService')
    const { formerServices } = office.view('premises.view', 'admin')
    expect(formerServices).toEqual([cemetery])
    office.act('service.set', formerServices[0], 'admin')
    expect(refused(office.act('ticket.take', { serviceId: 'cimetiere' }, 'kiosk'))).toBeUndefined()
    expect(office.view('premises.view', 'admin').formerServices).toEqual([])
  })

  test('that is withdrawn is still named on what was recorded there', () => {
    office.act('service.set', cemetery, 'admin')
    const today = '2026-03-03'
    const request = {
      procedureId: null,
      serviceId: 'cimetiere',
      channel: 'post',
      receivedOn: today,
      pieces: [],
    }
    const opened = office.act('file.open', request, 'agent1')
    office.act('service.withdraw', { serviceId: 'cimetiere' }, 'admin')
    const { fileId } = (opened as { output: { fileId: string } }).output
    const sent = { fileId, on: today, to: 'Département de Seine-et-Marne', sent: 'tout le dossier' }
    expect(refused(office.act('file.forward', sent, 'agent1'))).toBeUndefined()
    expect(JSON.stringify([...office.documents.values()])).toContain('Cimetière')
    expect(refused(office.act('file.open', request, 'agent1'))).toBe('unknownService')
  })
})

const identityOf = ({ serviceId, letter, name, procedures }: Record<string, unknown>) => ({
  serviceId,
  letter,
  name,
  procedures,
})

describe('a counter', () => {
  const ninth = { counterId: '9', name: { fr: 'Guichet 9' } }

  test('that is added is held at once; renamed, it keeps its printer and whoever holds it', () => {
    office.act('day.open', {}, 'supervisor')
    office.act('counter.set', ninth, 'admin')
    expect(refused(office.act('counter.open', { counterId: '9' }, 'agent1'))).toBeUndefined()
    const { printers, counters } = office.office.settings!
    office.act(
      'office.setPrinters',
      {
        printers,
        ticketPrinterId: null,
        counters: counters.map(({ counterId }) => ({ counterId, printerId: printers[0]!.printerId })),
      },
      'admin',
    )
    office.act('counter.set', { counterId: '9', name: { fr: 'Guichet vert' } }, 'admin')
    expect(office.office.settings!.counters.at(-1)).toEqual({
      counterId: '9',
      name: { fr: 'Guichet vert' },
      printerId: printers[0]!.printerId,
    })
    expect(office.office.counters.get('9' as never)?.agentId).toBe('agent1')
    expect(refused(office.act('counter.set', { ...ninth, name: { fr: 'guichet 1' } }, 'admin'))).toBe(
      'nameTaken',
    )
  })

  test('is withdrawn between two days only, while no station stands there, and never the last', () => {
    const withdraw = (counterId: string) => refused(office.act('counter.withdraw', { counterId }, 'admin'))
    office.act('counter.set', ninth, 'admin')
    const station = {
      stationId: 'poste1',
      role: 'agent',
      place: { name: 'Poste 9', counterId: '9' },
      kind: 'program',
      until: null,
      tokenHash: 'a'.repeat(43),
    }
    office.act('station.pair', station, 'admin')
    expect(withdraw('9')).toBe('counterHasStation')
    office.act('station.revoke', { stationId: 'poste1' }, 'admin')
    office.act('day.open', {}, 'supervisor')
    expect(withdraw('9')).toBe('dayNotClosed')
    office.act('day.close', {}, 'supervisor')
    expect(withdraw('9')).toBeUndefined()
    expect(withdraw('9')).toBe('unknownCounter')
    const [first, ...others] = office.office.settings!.counters
    for (const { counterId } of others) expect(withdraw(counterId)).toBeUndefined()
    expect(withdraw(first!.counterId)).toBe('lastCounter')
  })
})

test('two printers of one name are refused: nobody could choose between them', () => {
  const [printer] = office.office.settings!.printers
  const printers = [printer, { ...printer, printerId: 'autre', name: ` ${printer!.name.toUpperCase()} ` }]
  const setting = { printers, ticketPrinterId: null, counters: [] }
  expect(refused(office.act('office.setPrinters', setting, 'admin'))).toBe('nameTaken')
})

test('who changed which setting, and when, is told from the last; what is no setting is not', () => {
  office.act('counter.set', { counterId: '9', name: { fr: 'Guichet 9' } }, 'admin')
  office.clock += 60_000
  receive('titres')
  agent('agent2', ['titres'])
  const { changes } = office.view('premises.view', 'admin')
  expect(changes.map(({ type, about, role }) => [type, about, role])).toEqual([
    ['agentSet', 'agent2', 'admin'],
    ['counterSet', '9', 'admin'],
    ['officeCreated', null, 'admin'],
  ])
  expect(changes[0]!.at - changes[1]!.at).toBe(60_000)
})

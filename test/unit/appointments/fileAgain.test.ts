import { beforeEach, describe, expect, test } from 'vitest'
import {
  cancels,
  csv,
  importInto,
  line,
  officeOfSources,
  tenToEleven,
} from '../../fixtures/appointmentFiles.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'

// A source that says again what the office has, under another id, another code or none, or of somebody who came.

let office: PureOffice
beforeEach(() => {
  office = officeOfSources()
})

type More = Parameters<typeof importInto> extends readonly [PureOffice, ...infer Rest] ? Rest : never
const importFile = (...more: More) => importInto(office, ...more)
const size = () => [office.office.appointments.size, office.personal.appointments.size]

describe('a source that renews its ids at each export', () => {
  const withIds = (...rows: readonly string[]) => ['date;heure;service;nom;code;uid', ...rows].join('\n')
  const row = (name: string, uid: string, hour = '10h50') => `03/03/2026;${hour};A;${name};AB12CD;${uid}`
  const people = () =>
    [...office.personal.appointments.values()].map(({ name, uid }) => `${name} ${uid}`).toSorted()

  test('changes what has the same code, name, hour and service, known before or brought since', () => {
    importFile(withIds(row('Anne', 'u1'), row('Paul', 'u2')))
    const before = office.known()
    expect(importFile(withIds(row('Paul', 'v2'), row('Anne', 'v1')), before)).toEqual(['changed', 'changed'])
    expect(importFile(withIds(row('Anne', 'w1'), row('Paul', 'w2')))).toEqual(['changed', 'changed'])
    expect(people()).toEqual(['Anne w1', 'Paul w2'])
  })

  test('changes each of two people of one name once', () => {
    importFile(withIds(row('Jean', 'u1'), row('Jean', 'u2')))
    expect(importFile(withIds(row('Jean', 'v1'), row('Jean', 'v2')))).toEqual(['changed', 'changed'])
    expect(people()).toEqual(['Jean v1', 'Jean v2'])
  })

  test('keeps two people of one name apart where one file has both ids, whichever parts they fall in', () => {
    const uids = new Set(['u1', 'u2'])
    importFile(withIds(row('Jean', 'u1')), new Map(), uids)
    expect(importFile(withIds(row('Jean', 'u2')), new Map(), uids)).toEqual(['taken'])
    expect(people()).toEqual(['Jean u1', 'Jean u2'])
  })

  test('cancels what has the same code, name, hour and service, whatever else of the code it keeps', () => {
    importFile(withIds(row('Anne', 'u1'), row('Paul', 'u2')))
    const before = office.known()
    const renewed = `${withIds(`${row('Anne', 'v1')};`, `${row('Paul', 'v2')};annulé`)}`
    expect(importFile(renewed.replace('uid\n', 'uid;statut\n'), before)).toEqual(['changed', 'cancelled'])
    expect(people()).toEqual(['Anne v1'])
  })

  test('cancels neither of two people whom a line means alike', () => {
    importFile(withIds(row('Jean', 'u1'), row('Jean', 'u2')))
    expect(importFile(cancels('Jean', 'v1'))).toEqual(['skipped'])
    expect(people()).toHaveLength(2)
  })

  test('changes and cancels by the same name, hour and service alone what it gives no code', () => {
    const bare = (name: string, uid: string, status = '') => `03/03/2026;10h50;A;${name};;${uid};${status}`
    const file = (...rows: readonly string[]) => withIds(...rows).replace('uid\n', 'uid;statut\n')
    importFile(file(bare('Anne', 'u1'), bare('Paul', 'u2'), bare('Zoé', '')))
    const before = office.known()
    const renewed = file(bare('Anne', 'v1'), bare('Paul', 'v2', 'annulé'), bare('Zoé', 'v3'))
    expect(importFile(renewed, before)).toEqual(['changed', 'cancelled', 'changed'])
    expect(people()).toEqual(['Anne v1', 'Zoé v3'])
    expect(importFile(file(bare('Zoé', 'w3', 'annulé')))).toEqual(['cancelled'])
    expect(importFile(file(bare('Anne', 'v1'), bare('Anne', 'w1')))).toEqual(['changed', 'taken'])
    expect(people()).toEqual(['Anne v1', 'Anne w1'])
  })

  test('brings what has no name, or another hour, beside what it had', () => {
    importFile(withIds(row('', 'u1'), row('Anne', 'u2')))
    expect(importFile(withIds(row('', 'v1'), row('Anne', 'v2', '11h20')))).toEqual(['taken', 'taken'])
    expect(people()).toHaveLength(4)
  })
})

describe('a cancelled line without an id or a code', () => {
  const without = (name: string, hour = '10h50', status = '') => `03/03/2026;${hour};A;${name};${status}`
  const file = (...rows: readonly string[]) => ['date;heure;service;nom;statut', ...rows].join('\n')

  test('cancels the appointment of its service, hour and name alone', () => {
    importFile(file(without('Nadia Roche'), without('Zoé Petit')))
    expect(importFile(file(without('nadia roche', '11h20', 'annulé')))).toEqual(['skipped'])
    expect(importFile(file(without('nadia roche', '10h50', 'annulé')))).toEqual(['cancelled'])
    expect([...office.personal.appointments.values()].map(({ name }) => name)).toEqual(['Zoé Petit'])
  })

  test('cancels nothing where the file has the same again, each time that it comes', () => {
    for (const state of ['taken', 'changed'])
      expect(importFile(file(without('Nadia Roche', '10h50', 'annulé'), without('Nadia Roche')))).toEqual([
        'skipped',
        state,
      ])
    expect(size()).toEqual([1, 1])
  })
})

describe('a file that comes again', () => {
  const rows = (...all: readonly string[]) => ['date;heure;service;nom;code;uid;statut', ...all].join('\n')
  const twice = (text: string) => ['first', 'again'].map(() => importFile(text, null))
  const people = () => [...office.personal.appointments.values()].map(({ name }) => name)

  test('cancels the id that it names, and nobody else of its code once that id is gone', () => {
    importFile(rows('03/03/2026;10h50;A;Zoé;AA;u3;', '03/03/2026;10h50;A;Anne Roche;F1;;'))
    expect(twice(cancels('Roche', 'u3', 'F1'))).toEqual([['cancelled'], ['skipped']])
    expect(people()).toEqual(['Anne Roche'])
  })

  test('cancels by a former code nobody whom it changes', () => {
    importFile(rows('03/03/2026;14h50;A;Paul;F2;u2;'))
    const text = rows('03/03/2026;11h20;A;Paul;F1;u2;', '03/03/2026;14h50;A;Paul;F2;;annulé')
    expect(twice(text)).toEqual([
      ['changed', 'skipped'],
      ['changed', 'skipped'],
    ])
    expect(people()).toEqual(['Paul'])
  })

  test('leaves to the line that has its id an appointment that another line names by its former code', () => {
    importFile(rows('03/03/2026;10h50;A;Paul;F2;u3;'))
    const text = rows('03/03/2026;11h20;A;Zoé;F2;;', '03/03/2026;14h50;A;Paul;AA;u3;')
    expect(twice(text)).toEqual([
      ['taken', 'changed'],
      ['changed', 'changed'],
    ])
    expect(people()).toEqual(['Paul', 'Zoé'])
  })

  test('cancels under another id nobody whom it takes by the same code, hour and name', () => {
    importFile(rows('03/03/2026;10h50;A;Paul;AA;u2;'))
    const text = rows('03/03/2026;11h20;A;Zoé;AA;;', '03/03/2026;11h20;A;Zoé;AA;u3;annulé')
    expect(twice(text)).toEqual([
      ['changed', 'skipped'],
      ['changed', 'skipped'],
    ])
    expect(people()).toEqual(['Zoé'])
  })
})

describe('a calendar of hours alone', () => {
  const file = (...hours: readonly string[]) =>
    ['date;heure;service', ...hours.map((hour) => `03/03/2026;${hour};A`)].join('\n')

  test('taken again adds nobody, and two at one hour stay two, whichever parts they fall in', () => {
    expect(importFile(file('10h50', '10h50', '11h20'))).toEqual(['taken', 'taken', 'taken'])
    expect(importFile(file('10h50', '10h50', '11h20'), null)).toEqual(['changed', 'changed', 'changed'])
    expect(importFile(file('10h50', '10h50', '10h50', '11h20'))).toEqual([
      'changed',
      'changed',
      'taken',
      'changed',
    ])
    expect(size()).toEqual([4, 4])
  })

  test('takes the place of no code that the file has, whichever parts they fall in', () => {
    const codes = new Set(['c1'])
    const [coded, bare] = [csv(line('', 'C1')), file('10h50')]
    for (const states of [['taken'], ['changed']])
      for (const text of [coded, bare])
        expect(importFile(text, states[0] === 'taken' ? new Map() : null, null, codes)).toEqual(states)
    expect(importFile(csv(line('', 'C1'), line('')), null)).toEqual(['changed', 'changed'])
    expect(size()).toEqual([2, 2])
  })

  test('takes the place of nobody who is named, and of nothing that the office gave', () => {
    const slot = { serviceId: 'titres', startsAt: tenToEleven }
    expect(office.act('appointment.book', slot, 'supervisor')).not.toHaveProperty('refusal')
    importFile(csv(line('Nadia Roche')))
    expect(importFile(file('10h50'), null)).toEqual(['taken'])
    expect(size()).toEqual([3, 3])
  })
})

describe('whoever is here', () => {
  const importsNow = (text: string) => importFile(text, null)
  const arrives = (code: string) => office.act('appointment.arrive', { code }, 'kiosk')
  const names = () => [...office.personal.appointments.values()].map(({ name }) => name)
  const states = () => [...office.office.appointments.values()].map(({ state }) => state)
  /** The next person's visit, to its end: their name is erased. */
  const receives = (counterId: string, agent: string) => {
    office.act('counter.open', { counterId }, agent)
    office.act('ticket.callNext', {}, agent)
    office.act('ticket.start', {}, agent)
    office.act('visit.close', { outcome: 'information' }, agent)
    // The end can't be taken back any more: their name goes.
    office.act('counter.close', {}, agent)
  }
  beforeEach(() => {
    importFile(csv(line('Anne Roche', 'AB12CD')))
    arrives('AB12CD')
  })

  test('leaves a relative of the same code an appointment of their own, once', () => {
    expect(importsNow(csv(line('Paul Roche', 'AB12CD')))).toEqual(['taken'])
    expect(importsNow(csv(line('Paul Roche', 'AB12CD', '11h20')))).toEqual(['changed'])
    expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
    expect(arrives('AB12CD')).not.toHaveProperty('refusal')
    expect(states()).toEqual(['here', 'here'])
  })

  test('keeps their own at each file that has them again, at another hour too, with their name in another order', () => {
    for (const again of [line('ROCHE Anne', 'AB12CD'), line('Anne Roche', 'AB12CD', '11h20')])
      importsNow(csv(again))
    expect(names()).toEqual(['Anne Roche'])
  })

  test('is known by their hour once their name is forgotten, so that their line brings nobody', () => {
    receives('1', 'agent1')
    expect(names()).toEqual([null])
    importsNow(csv(line('Anne Roche', 'AB12CD')))
    expect(names()).toEqual([null])
    importsNow(csv(line('Paul Roche', 'AB12CD', '11h20')))
    expect(names()).toEqual([null, 'Paul Roche'])
  })

  test('takes the id that a file gives them: another id of their code is a relative, whichever part it falls in', () => {
    receives('1', 'agent1')
    const part = (name: string, uid: string) =>
      `date;heure;service;nom;code;uid\n${line(name, 'AB12CD')};${uid}`
    const uids = new Set(['u1', 'u2'])
    expect(importFile(part('Anne Roche', 'u1'), null, uids)).toEqual(['changed'])
    expect(importFile(part('Paul Roche', 'u2'), null, uids)).toEqual(['taken'])
    const before = office.changes
    expect(importFile(part('Anne Roche', 'u1'), null, uids)).toEqual(['changed'])
    expect(office.changes).toBe(before)
    expect(names()).toEqual([null, 'Paul Roche'])
    expect(states()).toEqual(['here', 'expected'])
  })

  test('comes back as nobody who is expected, whatever their relative does and at whatever hour their line is', () => {
    importsNow(csv(line('Paul Roche', 'AB12CD')))
    for (const hour of ['11h20', '11h50']) importsNow(csv(line('Anne Roche', 'AB12CD', hour)))
    expect(states()).toEqual(['here', 'expected'])
    receives('1', 'agent1')
    importsNow(csv(line('Anne Roche', 'AB12CD')))
    expect(names()).toEqual([null, 'Paul Roche'])
    arrives('AB12CD')
    receives('2', 'agent2')
    importsNow(csv(line('Paul Roche', 'AB12CD')))
    expect(names()).toEqual([null, null])
    expect(states()).toEqual(['here', 'here'])
  })

  test('is cancelled by no file: the agent sees that it has them no more', () => {
    expect(importsNow(cancels('Anne Roche'))).toEqual(['skipped'])
    expect(states()).toEqual(['here'])
    const { appointments } = office.view('appointments.view', 'supervisor')
    expect(appointments).toMatchObject([{ goneOutside: true }])
    const before = office.changes
    importsNow(cancels('Anne Roche'))
    expect(office.changes).toBe(before)
  })

  test('and whom a file has again is shown to be missing no more, with what they came with, once', () => {
    importsNow(cancels('Anne Roche'))
    importsNow(csv(line('Anne Roche', 'AB12CD', '11h20')))
    const { appointments } = office.view('appointments.view', 'supervisor')
    expect(appointments).toMatchObject([{ state: 'here', startsAt: tenToEleven, name: 'Anne Roche' }])
    expect(appointments[0]).not.toHaveProperty('goneOutside')
    const before = office.changes
    importsNow(csv(line('Anne Roche', 'AB12CD')))
    expect(office.changes).toBe(before)
  })
})

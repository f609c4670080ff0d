import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKioskDesk } from '../../../electron/gateway/kioskDesk.ts'

const kept = {
  kioskId: '11111111-1111-4111-8111-111111111111',
  officeId: '22222222-2222-4222-8222-222222222222',
  series: 'P',
  date: '2026-03-03',
  count: 12,
  ahead: -400,
  tickets: [
    {
      ticketId: '33333333-3333-4333-8333-333333333333',
      number: 'P12',
      serviceId: 'titres',
      procedureId: null,
      purpose: 'request',
      lang: 'uk',
      code: 'K7M4PQ23',
      takenAt: 1_772_530_000_000,
      awaySince: 1_772_529_000_000,
    },
  ],
  refused: [],
  seen: null,
}
const paper = {
  number: 'P12',
  officeName: 'Mairie de Bellerive',
  service: 'Titres d’identité',
  takenAt: 1_772_530_000_000,
  zone: 'Europe/Paris',
  code: 'K7M4PQ23',
  school: false,
}

let dir: string
let faults: string[]
let devices: readonly string[]
let printed: { html: string; device: string }[]
const desk = () =>
  createKioskDesk(
    join(dir, 'kiosk.json'),
    {
      devices: async () => devices,
      print: async (html, device) => {
        if (device === 'Panne') throw new Error('no paper')
        printed.push({ html, device })
      },
    },
    { info: () => {}, fault: (code: string) => faults.push(code) } as never,
  )

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'guichet-kiosk-'))
  faults = []
  devices = ['Tickets']
  printed = []
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('what a kiosk keeps is whole on the disk before the answer, for its owner alone, and read again by the next start', () => {
  expect(desk().read()).toBeNull()
  expect(faults).toEqual([])
  expect(desk().write([kept])).toBe(true)
  const file = join(dir, 'kiosk.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([kept])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(desk().read()).toEqual([kept])
})

test('what is not a kiosk’s is not written, and a file that says nothing is told to the log alone', () => {
  for (const wrong of [null, {}, [{ ...kept, name: 'Diallo' }], [{ ...kept, tickets: [{ number: 'P1' }] }]])
    expect(desk().write(wrong), JSON.stringify(wrong)).toBe(false)
  writeFileSync(join(dir, 'kiosk.json'), '[{"kioskId"')
  expect(desk().read()).toBeNull()
  expect(faults).toEqual(['kioskUnreadable'])
  dir = join(dir, 'absent')
  expect(desk().write([kept]), 'a number is shown only once it is kept').toBe(false)
})

test('the paper says that its number is provisional and what it keeps, on the one printer of the machine', async () => {
  expect(await desk().print(paper)).toBe(true)
  expect(printed[0]?.device).toBe('Tickets')
  const text = printed[0]!.html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  for (const said of [
    'P 12',
    'Numéro provisoire',
    'garde votre heure d’arrivée',
    'K7M4 PQ23',
    'Titres d’identité',
  ])
    expect(text).toContain(said)
  expect(text, 'nobody knows who is before').not.toContain('avant vous')
})

test('without a printer, with several, or when it fails, nothing came out: the screen says the number', async () => {
  devices = []
  expect(await desk().print(paper)).toBe(false)
  devices = ['Tickets', 'Bureau']
  expect(await desk().print(paper)).toBe(false)
  devices = ['Panne']
  expect(await desk().print(paper)).toBe(false)
  expect(await desk().print({ ...paper, number: '<script>' })).toBe(false)
  expect(faults).toEqual(['kioskPrint'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { demandRefusals } from '../../../shared/contract/law/demands.ts'
import { demandsAsked, regulation, type Asked } from '../../fixtures/demands.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { someByDay } from '../../fixtures/night.ts'
import { newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// The same demands to a whole host, by its HTTP door: what is refused has its code, its article and what to do instead.

type Said = { readonly code: string; readonly message: string }

let host: HostInside
let dir: string
const call = (holder: string, name: string, input: object) =>
  post<unknown>(host, holder, `commands/${name}`, input)
const done = async (holder: string, name: string, input: object) => {
  const { error } = await call(holder, name, input)
  if (error) throw new Error(`${name}: ${error.message}`)
}

beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T09:00:00+01:00' })
  await done('admin', 'office.setLaw', { regulations: [regulation] })
  await done('supervisor', 'day.open', {})
  await done('agent1', 'counter.open', { counterId: '1' })
  await done('kiosk', 'ticket.take', { serviceId: 'titres' })
  await done('agent1', 'ticket.callNext', {})
  await done('agent1', 'ticket.start', {})
}, 60_000)
afterAll(async () => {
  await host?.stop()
  await removeFolder(dir)
})

/** What the sheet of the person received answers to this demand, in its case. */
async function asked({ procedureId, answers, demand }: Asked): Promise<Said | undefined> {
  await done('agent1', 'sheet.update', { procedureId: null })
  await done('agent1', 'sheet.update', { procedureId, answers })
  const { error } = await call('agent1', 'sheet.update', { pieces: [{ ...demand, state: 'missing' }] })
  return error as Said | undefined
}

/** Where the office is connected to no exchange; all are judged by day without a host (test/property/law/demands.test.ts). */
const alone = (all: readonly Asked[]) =>
  someByDay(
    all.filter(({ exchanges = [] }) => exchanges.length === 0),
    5,
  )

test('every unlawful demand is refused in French, with an article', async () => {
  for (const demand of alone(demandsAsked.unlawful)) {
    const said = await asked(demand)
    expect(demandRefusals, JSON.stringify(demand)).toContain(said?.code)
    expect(said?.message).toMatch(/\. .*[.)]$/)
  }
}, 120_000)

test('every lawful demand passes at the host', async () => {
  for (const demand of alone(demandsAsked.lawful))
    expect(await asked(demand), JSON.stringify(demand)).toBeUndefined()
}, 120_000)

test('what is no name is refused in French with what to write, and a paper would not say it', async () => {
  for (const [input, code] of [
    [{ label: 'Passeport : apportez un bail' }, 'nameMalformed'],
    [{ label: 'Apporter un extrait Kbis' }, 'pieceWithoutText'],
    [{ person: { familyName: 'Roux (art. L114-5)' } }, 'nameMalformed'],
    [{ pieces: [{ label: 'Bail : article 12', state: 'presented' }] }, 'nameMalformed'],
  ] as const) {
    const { error } = await call('agent1', 'sheet.update', input)
    expect(error, JSON.stringify(input)).toMatchObject({ code, message: expect.stringMatching(/\. .*[.)]$/) })
  }
})

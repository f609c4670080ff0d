import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownHosts, ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post, type RunningHost } from '../../fixtures/startHost.ts'

const programs = ownHosts()
const within = ownHostsInside()
type Reached = Pick<RunningHost, 'url' | 'tokens'>

test('an act on a print job is answered once for its id like any other, after a kill too', async () => {
  const killed = await programs.start()
  let host: Reached = killed
  const printer = (printerId: string, port: number) => ({
    printerId,
    name: printerId,
    transport: 'tcp',
    address: `127.0.0.1:${port}`,
    paper: 'thermal80',
  })
  // Nobody listens there: the job waits.
  const printers = [printer('un', 1), printer('deux', 2)]
  await done(host, 'admin', 'commands/office.setPrinters', { printers, ticketPrinterId: null, counters: [] })
  const { jobId } = await done<{ jobId: string }>(host, 'admin', 'commands/print.test', { printerId: 'un' })

  const key = randomUUID()
  const redirect = { jobId, printerId: 'deux' }
  const again = () => post(host, 'admin', 'commands/print.redirect', redirect, key)
  const answers = await Promise.all(Array.from({ length: 10 }, again))
  expect(answers).toEqual(answers.map(() => ({ status: 200, output: {} })))
  await killed.kill()
  host = await within.start({}, programs.dir)
  expect(await again()).toEqual({ status: 200, output: {} })
  for (const [holder, call, input] of [
    ['admin', 'print.redirect', { jobId, printerId: 'un' }],
    ['admin', 'print.retry', { jobId }],
    ['supervisor', 'print.redirect', redirect],
    ['supervisor', 'day.open', {}],
  ] as const) {
    const { status, error } = await post(host, holder, `commands/${call}`, input, key)
    expect([status, error?.code], `${holder} ${call}`).toEqual([409, 'commandIdReused'])
  }

  // A refusal is decided again, and an act without an id each time.
  const other = randomUUID()
  const unknown = await post(host, 'admin', 'commands/print.retry', { jobId: randomUUID() }, other)
  expect(unknown.error?.code).toBe('unknownJob')
  expect((await post(host, 'admin', 'commands/print.retry', { jobId }, other)).status).toBe(200)
  expect((await post(host, 'admin', 'commands/print.retry', { jobId })).status).toBe(200)
})

test('a print job is cancelled with a reason of the list, which the log keeps; a label of an envelope is a job like another', async () => {
  const host = await within.start()
  const printer = {
    printerId: 'un',
    name: 'un',
    transport: 'tcp',
    // Nobody listens there: the job waits.
    address: '127.0.0.1:1',
    paper: 'label58',
    label: { heightMm: 40 },
    drawer: 'pin2',
    cutter: 'none',
    codepages: ['windows1252', 'windows1251'],
  }
  await done(host, 'admin', 'commands/office.setPrinters', {
    printers: [printer],
    ticketPrinterId: null,
    counters: [],
  })
  const { settings } = await done<{ settings: { printers: unknown[] } }>(
    host,
    'admin',
    'queries/settings.view',
  )
  expect(settings.printers).toEqual([printer])

  const label = {
    printerId: 'un',
    lines: ['Madame Nadia Ferrand', '77590 Fontaine-le-Port'],
    reference: null,
  }
  const { jobId } = await done<{ jobId: string }>(host, 'agent1', 'commands/print.label', label)
  type View = {
    readonly jobs: readonly { jobId: string; title: string; state: string; reason: string | null }[]
  }
  const seen = async () =>
    (await done<View>(host, 'agent1', 'queries/printing.view')).jobs.find((job) => job.jobId === jobId)
  await expect.poll(async () => (await seen())?.state).toBe('retrying')
  expect((await seen())?.title).toBe('Étiquette')

  const other = await post(host, 'agent1', 'commands/print.cancel', { jobId, reason: 'parce que' })
  expect(other.status).toBe(400)
  const key = randomUUID()
  for (let again = 0; again < 2; again++)
    expect(
      (await post(host, 'agent1', 'commands/print.cancel', { jobId, reason: 'byHand' }, key)).status,
    ).toBe(200)
  await expect
    .poll(seen)
    .toMatchObject({ state: 'cancelled', reason: 'Remis autrement\u00a0: à la main ou par courriel.' })

  const log = (await readFile(join(within.dir, 'logs', 'host.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line.includes('print.cancel'))
  expect(log).toHaveLength(1)
  expect(JSON.parse(log[0] ?? '{}')).toMatchObject({ jobId, reason: 'byHand' })
  // Whom the label was for is nowhere but in the job.
  expect(await readFile(join(within.dir, 'logs', 'host.jsonl'), 'utf8')).not.toContain('Ferrand')

  for (const [holder, call, input, code] of [
    ['display', 'print.label', label, 'forbiddenRole'],
    ['kiosk', 'print.cancel', { jobId, reason: 'byHand' }, 'forbiddenRole'],
    ['admin', 'print.label', { ...label, printerId: 'deux' }, 'unknownPrinter'],
    ['admin', 'print.cancel', { jobId: randomUUID(), reason: 'byHand' }, 'unknownJob'],
  ] as const)
    expect((await post(host, holder, `commands/${call}`, input)).error?.code, `${holder} ${call}`).toBe(code)
})

test('the paper of a document that is cancelled is taken out of the queue, and is not sent to another printer', async () => {
  const host = await within.start()
  const printer = (printerId: string) => ({
    printerId,
    name: printerId,
    transport: 'tcp',
    // Nobody listens there: the job waits.
    address: '127.0.0.1:1',
    paper: 'thermal80',
  })
  await done(host, 'admin', 'commands/office.setPrinters', {
    printers: [printer('un'), printer('deux')],
    ticketPrinterId: null,
    counters: [{ counterId: '1', printerId: 'un' }],
  })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  type View = {
    readonly jobs: readonly { jobId: string; documentId: string; state: string; reason: string | null }[]
  }
  const jobs = async () => (await done<View>(host, 'agent1', 'queries/printing.view')).jobs
  await expect.poll(async () => (await jobs()).map(({ state }) => state)).toEqual(['retrying'])
  const [job] = await jobs()
  const { jobId, documentId } = job!
  await done(host, 'agent1', 'commands/document.cancel', { documentId, reason: 'Délivré par erreur' })
  const withdrawn = async () => (await jobs()).find((one) => one.jobId === jobId)
  await expect
    .poll(withdrawn)
    .toMatchObject({ state: 'cancelled', reason: 'Le document a été annulé ou remplacé.' })
  for (const [call, input] of [
    ['print.retry', { jobId }],
    ['print.redirect', { jobId, printerId: 'deux' }],
  ] as const)
    expect((await post(host, 'agent1', `commands/${call}`, input)).error?.code, call).toBe('jobCancelled')
  expect((await withdrawn())?.state).toBe('cancelled')
})

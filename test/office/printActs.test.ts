import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../fixtures/startHost.ts'

let dir: string
let host: RunningHost
beforeEach(async () => {
  dir = await newFolder()
  host = await startHost(dir)
})
afterEach(async () => {
  await host.kill()
  await removeFolder(dir)
})

test('an act on a print job is answered once for its id like any other, after a kill too', async () => {
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
  await host.kill()
  host = await startHost(dir)
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

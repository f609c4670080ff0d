import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPrintFailure, type PrintRequest } from '../../../electron/printing/printer.ts'
import { tcpPrinter } from '../../../electron/printing/tcp.ts'
import { readAddress } from '../../../shared/contract/network/hostAddresses.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { type EscposListener, startEscposListener } from '../../fixtures/escposListener.ts'
import { documentPaper, longFacts, someFacts } from '../../fixtures/papers.ts'
import { noPicture, printerAt } from '../../fixtures/printQueue.ts'

let printer: EscposListener
beforeEach(async () => {
  printer = await startEscposListener()
})
afterEach(() => printer.stop())

const raw = rawPaper(printerAt('accueil', ''), noPicture)
const request: PrintRequest = {
  jobId: 'a',
  paper: documentPaper(someFacts()),
  title: 'RD-2026-1',
  reprint: false,
}
const quick = { connect: 500, status: 150, stall: 400, confirm: 300, mute: 100 }
const print = (signal = new AbortController().signal, what = request) =>
  tcpPrinter(printer.address, raw, quick).print(what, signal)
const failure = (printing: Promise<unknown>) =>
  printing.then(
    () => 'printed' as const,
    (error: unknown) => {
      if (!isPrintFailure(error)) throw error
      return { problem: error.problem, begun: error.begun }
    },
  )

describe('a printer on the network', () => {
  test.each([true, false])('receives the whole receipt, be it able to answer (%s)', async (speaks) => {
    printer.behaviour.speaks = speaks
    await print()
    const [paper] = printer.finished()
    const decoded = decodeEscpos(paper ?? new Uint8Array())
    expect(plainText(decoded)).toContain('Récépissé de dépôt')
    expect(plainText(decoded)).toContain('Titres d’identité')
    expect(decoded.qr).toEqual([documentPaper(someFacts()).document.code])
    expect(decoded.cuts).toBe(1)
    expect(printer.papers()).toHaveLength(1)
  })

  test('that is slow gets everything', async () => {
    printer.behaviour.slow = 60
    await print(undefined, { ...request, paper: documentPaper(longFacts()) })
    expect(printer.finished()).toHaveLength(1)
  })

  test('that is off is unreachable, and nothing has begun', async () => {
    await printer.off()
    expect(await failure(print())).toEqual({ problem: 'unreachable', begun: false })
  })

  test.each([
    ['paperOut', 'paperOut'],
    ['coverOpen', 'coverOpen'],
    ['offline', 'offline'],
  ] as const)('that says %s is believed before a byte goes out', async (state, problem) => {
    printer.behaviour[state] = true
    expect(await failure(print())).toEqual({ problem, begun: false })
    expect(printer.papers()).toEqual([])
  })

  test.each([true, false])('that hangs up in the middle did not print (it speaks: %s)', async (speaks) => {
    printer.behaviour.speaks = speaks
    printer.behaviour.cutAfter = 300
    expect(await failure(print())).toEqual({ problem: 'cut', begun: true })
  })

  test('that ran out of paper in the middle did not print', async () => {
    const printing = failure(print())
    const watch = setInterval(() => {
      if (printer.papers().length > 0) printer.behaviour.paperOut = true
    }, 1)
    printer.behaviour.slow = 20
    expect(await printing).toEqual({ problem: 'paperOut', begun: true })
    clearInterval(watch)
  })

  test('a print can be given up', async () => {
    const controller = new AbortController()
    printer.behaviour.slow = 200
    const printing = failure(print(controller.signal))
    setTimeout(() => controller.abort(), 50)
    expect(await printing).toMatchObject({ problem: 'noAnswer' })
  })

  test('an address that cannot be read is said, not tried', async () => {
    const none = new AbortController().signal
    expect(await failure(tcpPrinter('imprimante de l’accueil', raw).print(request, none))).toEqual({
      problem: 'badAddress',
      begun: false,
    })
  })
})

test.each([
  ['imprimante.local:9101', { host: 'imprimante.local', port: 9101 }],
  ['192.0.2.7', { host: '192.0.2.7', port: 9100 }],
  ['[2001:db8::7]:9100', { host: '2001:db8::7', port: 9100 }],
  ['a:0', undefined],
  ['a:70000', undefined],
  ['', undefined],
  ['http://x', undefined],
])('address « %s »', (text, address) => {
  expect(readAddress(text)).toEqual(address)
})

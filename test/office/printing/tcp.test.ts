import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPrintFailure, type PrintRequest } from '../../../electron/printing/printer.ts'
import { tcpPrinter } from '../../../electron/printing/tcp.ts'
import { readAddress } from '../../../shared/contract/network/hostAddresses.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { type EscposListener, startEscposListener } from '../../fixtures/escposListener.ts'
import { chance } from '../../fixtures/offices/chance.ts'
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
const quick = { connect: 500, status: 150, stall: 400, confirm: 300, mute: 100, silent: 450 }
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

  test('that confirmed the paper printed it, however late it then says how it is', async () => {
    printer.behaviour.late.after = 400
    expect(await failure(print())).toBe('printed')
  })

  test('that hangs up once it has confirmed the paper printed it', async () => {
    printer.behaviour.hangsUp = true
    expect(await failure(print())).toBe('printed')
  })

  test('that has said nothing in time is not mute: what it says late is heard', async () => {
    printer.behaviour.late.before = 220
    printer.behaviour.confirms = 250
    const printing = failure(print())
    await wait(20)
    printer.behaviour.coverOpen = true
    expect(await printing).toEqual({ problem: 'coverOpen', begun: true })
  })

  test('whose late word of itself is no confirmation: out of paper meanwhile, it did not print', async () => {
    printer.behaviour.late.before = 220
    const printing = failure(print())
    await wait(100)
    printer.behaviour.paperOut = true
    expect(await printing).toEqual({ problem: 'paperOut', begun: true })
  })

  test('that cannot confirm, and is well once the paper is sent, printed it', async () => {
    printer.behaviour.confirms = null
    expect(await failure(print())).toBe('printed')
  })

  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'prints once what it takes, at whatever pace it answers (seed %i)',
    async (seed) => {
      const { between, happens } = chance(seed)
      const { behaviour } = printer
      behaviour.late = { before: between(0, 400), after: between(0, 400) }
      behaviour.confirms = happens(0.7) ? between(0, 280) : null
      behaviour.slow = happens(0.3) ? between(0, 20) : 0
      behaviour.hangsUp = happens(0.3)
      expect(await failure(print()), JSON.stringify(behaviour)).toBe('printed')
      expect(printer.finished()).toHaveLength(1)
    },
  )

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

/** A printer out of paper, on a thread of its own: it says that it was asked, then answers. */
const besideUs = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      parentPort.postMessage('asked')
      setTimeout(() => socket.write(Uint8Array.of(0x1a, 0x32, 0x72)), 50)
    })
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

test('what a printer answered in time is heard, however long this thread was busy meanwhile', async () => {
  const apart = new Worker(besideUs, { eval: true })
  try {
    const [port] = (await once(apart, 'message')) as [number]
    const status = 500
    apart.once('message', () => {
      const end = performance.now() + status + 300
      while (performance.now() < end);
    })
    const { ask } = tcpPrinter(`127.0.0.1:${port}`, raw, { ...quick, status })
    expect(await ask?.(new AbortController().signal)).toMatchObject({ problem: 'paperOut' })
  } finally {
    await apart.terminate()
  }
})

/** A printer that takes what comes and says nothing, on a thread of its own. */
const silent = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer((socket) => socket.on('data', () => {}).on('error', () => {}))
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

test('a silent printer is waited for twice its time at most, however busy this thread stays', async () => {
  const apart = new Worker(silent, { eval: true })
  try {
    const [port] = (await once(apart, 'message')) as [number]
    let rounds = 0
    let answered = false
    const asking = tcpPrinter(`127.0.0.1:${port}`, raw, quick).ask?.(new AbortController().signal)
    void asking?.finally(() => (answered = true))
    // Each round is longer than the wait: its timer is late every time.
    while (!answered && rounds < 12) {
      rounds += 1
      const end = performance.now() + quick.status + 100
      while (performance.now() < end);
      await wait(0)
      await new Promise((done) => setImmediate(done))
    }
    expect(answered, 'while this thread was still busy').toBe(true)
    await asking
  } finally {
    await apart.terminate()
  }
})

import { execFile } from 'node:child_process'
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cupsPdfPrinter, cupsRawPrinter, listQueues, type Render } from '../../../electron/printing/cups.ts'
import { headlessChromium, headlessRender } from '../../../electron/printing/headless.ts'
import { chromiumPrinter } from '../../../electron/printing/chromium.ts'
import { isPrintFailure, type PrintRequest } from '../../../electron/printing/printer.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { type EscposListener, startEscposListener } from '../../fixtures/escposListener.ts'
import { openPaperBrowser, type PaperBrowser } from '../../fixtures/paperBrowser.ts'
import {
  appointmentPaper,
  documentPaper,
  longFacts,
  sheetPaper,
  someFacts,
  ticketPaper,
} from '../../fixtures/papers.ts'
import { noPicture, printerAt } from '../../fixtures/printQueue.ts'
import { makeRealOffice } from '../../fixtures/realOffice.ts'
import { done } from '../../fixtures/startHost.ts'
import { type Cups, startCups } from '../../runtime/cups.ts'

const run = promisify(execFile)
const none = new AbortController().signal
const raw = rawPaper(printerAt('accueil', ''), noPicture)
const request: PrintRequest = {
  jobId: 'a',
  paper: documentPaper(someFacts()),
  title: 'RD-2026-1',
  reprint: false,
}
const before = process.env['CUPS_SERVER']

let cups: Cups
let printer: EscposListener
beforeAll(async () => {
  cups = await startCups()
  process.env['CUPS_SERVER'] = cups.server
  printer = await startEscposListener()
  printer.behaviour.speaks = false
  await cups.addRawQueue('THERMIQUE', `socket://127.0.0.1:${printer.port}`)
}, 60_000)
afterAll(async () => {
  if (before === undefined) delete process.env['CUPS_SERVER']
  else process.env['CUPS_SERVER'] = before
  await cups.stop()
  await printer.stop()
})

const problem = (printing: Promise<unknown>) =>
  printing.then(
    () => 'printed',
    (error: unknown) => {
      if (!isPrintFailure(error)) throw error
      return error.problem
    },
  )
const waiting = async () => (await run('lpstat', ['-h', cups.server, '-o'])).stdout.trim()

describe('a queue of the machine', () => {
  test('its queues are listed', async () => {
    expect(await listQueues(none)).toEqual(expect.arrayContaining(['PDF', 'RAW', 'THERMIQUE']))
  })

  test('whoever adds a printer is told them by name', async () => {
    const office = await makeRealOffice()
    try {
      const { queues } = await done<{ queues: readonly string[] }>(
        office.host,
        'admin',
        'queries/printers.found',
      )
      expect(queues).toEqual(expect.arrayContaining(['PDF', 'RAW', 'THERMIQUE']))
    } finally {
      await office.stop()
    }
  })

  test('raw bytes arrive as they left, through the queue, at a network printer', async () => {
    await cupsRawPrinter('THERMIQUE', raw).print(request, none)
    const decoded = decodeEscpos(printer.finished().at(-1) ?? new Uint8Array())
    expect(plainText(decoded)).toContain('Votre demande a été déposée le 3 mars 2026 à 10 h 21.')
    expect(decoded.qr).toEqual([documentPaper(someFacts()).document.code])
    expect(await waiting()).toBe('')
  })

  test('a queue that does not exist is said', async () => {
    expect(await problem(cupsRawPrinter('ABSENTE', raw).print(request, none))).toBe('unknownQueue')
  })

  test.each(['-d autre', 'une file', 'a/b', ''])('the name « %s » is no queue', async (name) => {
    expect(await problem(cupsRawPrinter(name, raw).print(request, none))).toBe('badAddress')
  })

  test('a paused queue is said and its job taken back; resumed, it prints once', async () => {
    await run('cupsdisable', ['-h', cups.server, 'THERMIQUE'])
    const already = printer.finished().length
    expect(
      await problem(cupsRawPrinter('THERMIQUE', raw, { paused: 600, poll: 100 }).print(request, none)),
    ).toBe('paused')
    expect(await waiting()).toBe('')
    await run('cupsenable', ['-h', cups.server, 'THERMIQUE'])
    await cupsRawPrinter('THERMIQUE', raw).print(request, none)
    expect(printer.finished()).toHaveLength(already + 1)
  })

  test('a queue paused for a moment only prints when resumed, once', async () => {
    await run('cupsdisable', ['-h', cups.server, 'THERMIQUE'])
    const already = printer.finished().length
    const printing = cupsRawPrinter('THERMIQUE', raw, { paused: 20_000, poll: 100 }).print(request, none)
    await wait(700)
    await run('cupsenable', ['-h', cups.server, 'THERMIQUE'])
    await printing
    expect(printer.finished()).toHaveLength(already + 1)
  })

  test('a printer that is off behind its queue is said, and the job is taken back', async () => {
    await printer.off()
    expect(
      await problem(cupsRawPrinter('THERMIQUE', raw, { job: 1_500, poll: 100 }).print(request, none)),
    ).toBe('unreachable')
    expect(await waiting()).toBe('')
    await printer.on()
  })

  test.each([
    ['media-empty-error', 'paperOut'],
    ['cover-open-error', 'coverOpen'],
    ['media-jam-error', 'deviceError'],
    ['offline-report', 'offline'],
  ])(
    'a printer that says « %s » is said so within seconds, and its job is taken back',
    async (reason, said) => {
      const queue = `TROUBLE-${reason}`
      await cups.addRawQueue(queue, `trouble:/${reason}`)
      expect(await problem(cupsRawPrinter(queue, raw, { paused: 600, poll: 100 }).print(request, none))).toBe(
        said,
      )
      expect(await waiting()).toBe('')
    },
  )

  test('an empty tray, where another may have paper, is named when the job does not move', async () => {
    await cups.addRawQueue('BAC', 'trouble:/media-empty-warning')
    const patience = { job: 1_500, poll: 100 }
    expect(await problem(cupsRawPrinter('BAC', raw, patience).print(request, none))).toBe('paperOut')
  })

  test('a job that CUPS gave up is not printed', async () => {
    await cups.addRawQueue('ABANDONS', 'trouble:/fails', 'abort-job')
    expect(await problem(cupsRawPrinter('ABANDONS', raw).print(request, none))).toBe('abandoned')
  })

  test('a job that was cancelled at the printer, or in CUPS by someone, is not printed', async () => {
    await cups.addRawQueue('ANNULE', 'trouble:/cancels')
    expect(await problem(cupsRawPrinter('ANNULE', raw).print(request, none))).toBe('cancelledThere')
    await cups.addRawQueue('ATTEND', 'trouble:/media-low-report')
    const printing = problem(cupsRawPrinter('ATTEND', raw, { poll: 100 }).print(request, none))
    await expect.poll(waiting).toContain('ATTEND')
    await run('cancel', ['-h', cups.server, '-a', 'ATTEND'])
    expect(await printing).toBe('cancelledThere')
  })

  test('a queue that is removed while it holds a paper is said at once', async () => {
    await cups.addRawQueue('RETIREE', 'trouble:/media-low-report')
    const printing = problem(cupsRawPrinter('RETIREE', raw, { poll: 100 }).print(request, none))
    await expect.poll(waiting).toContain('RETIREE')
    await run('lpadmin', ['-h', cups.server, '-x', 'RETIREE'])
    expect(await printing).toBe('unknownQueue')
  })

  test('a queue that refuses jobs is said', async () => {
    await run('cupsreject', ['-h', cups.server, 'THERMIQUE'])
    try {
      expect(await problem(cupsRawPrinter('THERMIQUE', raw).print(request, none))).toBe('paused')
    } finally {
      await run('cupsaccept', ['-h', cups.server, 'THERMIQUE'])
    }
  })

  test('nothing has begun of a paper that a paused queue never gave to its printer', async () => {
    await run('cupsdisable', ['-h', cups.server, 'THERMIQUE'])
    try {
      const failure = await cupsRawPrinter('THERMIQUE', raw, { paused: 600, poll: 100 })
        .print(request, none)
        .catch((error: unknown) => error)
      expect(failure).toMatchObject({ problem: 'paused', begun: false })
    } finally {
      await run('cupsenable', ['-h', cups.server, 'THERMIQUE'])
    }
  })

  test('something may have come out of a queue that was not paused when it had the paper', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-lp-'))
    const path = process.env['PATH']
    const program = (name: string, lines: readonly string[]) =>
      writeFile(join(folder, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700 })
    const asked = join(folder, 'asked')
    await program('lp', ['while read -r _; do :; done', 'echo "request id is STOPPE-1 (0 file(s))"'])
    // The backend fails between two looks: the queue stops, and its job waits there as one that it never had.
    await program('lpstat', [
      `if [ -e ${asked} ]; then state='disabled since today -'; else state='is idle.  enabled since today'; fi`,
      `: > ${asked}`,
      `printf 'STOPPE-1  anonymous  1024  today\\n\\tAlerts: none\\nprinter STOPPE %s\\n\\tAlerts: none\\n' "$state"`,
    ])
    await program('cancel', ['exit 0'])
    process.env['PATH'] = folder
    try {
      const failure = await cupsRawPrinter('STOPPE', raw, { paused: 100, poll: 50 })
        .print(request, none)
        .catch((error: unknown) => error)
      expect(failure).toMatchObject({ problem: 'paused', begun: true })
    } finally {
      process.env['PATH'] = path
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('a job that CUPS took may have come out, be it that nothing can be asked of it afterwards', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-lp-'))
    const path = process.env['PATH']
    await writeFile(
      join(folder, 'lp'),
      '#!/bin/sh\nwhile read -r _; do :; done\necho "request id is THERMIQUE-999 (0 file(s))"\n',
      { mode: 0o700 },
    )
    process.env['PATH'] = folder
    try {
      const failure = await cupsRawPrinter('THERMIQUE', raw, { job: 300, poll: 50 })
        .print(request, none)
        .catch((error: unknown) => error)
      expect(failure).toMatchObject({ problem: 'noSpooler', begun: true })
    } finally {
      process.env['PATH'] = path
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('a service that does not answer is said', async () => {
    process.env['CUPS_SERVER'] = '127.0.0.1:9'
    try {
      expect(await problem(cupsRawPrinter('THERMIQUE', raw).print(request, none))).toBe('noSpooler')
      expect(await listQueues(none)).toEqual([])
    } finally {
      process.env['CUPS_SERVER'] = cups.server
    }
  })
})

describe('PDF', () => {
  let browser: PaperBrowser
  beforeAll(async () => {
    browser = await openPaperBrowser()
  })
  afterAll(() => browser.close())
  /** As a host's own browser, which starts for each paper, draws it (pdfPictures.test.ts). */
  const drawn: Render = (html) => browser.print(html)

  test('an A4 document goes through the queue at its exact size, with its text', async () => {
    await cupsPdfPrinter('PDF', { paper: 'a4' }, headlessRender()).print(request, none)
    const job = (await cups.printed()).at(-1)
    expect(job?.options).toContain('media=A4')
    const { info, text } = await readPdf(job?.bytes ?? new Uint8Array())
    expect(sizeOf(info)).toEqual([210, 297])
    expect(text).toContain('Récépissé de dépôt')
    expect(text).toContain('3 mars 2026, 10 h 21')
  })

  test('a receipt of 80 mm is a page as long as its text', async () => {
    const ticket: PrintRequest = { jobId: 'a', paper: ticketPaper, title: 'A42', reprint: false }
    await chromiumPrinter('PDF', { paper: 'thermal80' }, headlessChromium()).print(ticket, none)
    const job = (await cups.printed()).at(-1)
    expect(job?.options).toMatch(/media=Custom\.80x\d+mm/)
    const { info, text } = await readPdf(job?.bytes ?? new Uint8Array())
    expect(info).toMatch(/Pages:\s+1\n/)
    const height = Number(/media=Custom\.80x(\d+)mm/.exec(job?.options ?? '')?.[1])
    expect(sizeOf(info)).toEqual([80, height])
    expect(text).toContain('Ce ticket est lié à votre demande.')
  })

  test('a ticket on an A4 printer is on A4', async () => {
    const ticket: PrintRequest = { jobId: 'a', paper: ticketPaper, title: 'A42', reprint: false }
    await cupsPdfPrinter('PDF', { paper: 'a4' }, drawn).print(ticket, none)
    const { info, text } = await readPdf((await cups.printed()).at(-1)?.bytes ?? new Uint8Array())
    expect(sizeOf(info)).toEqual([210, 297])
    expect(info).toMatch(/Pages:\s+1\n/)
    expect(text).toContain('A 42')
  })

  test('is tagged, has a language and a title, and thirty pieces hold on one page marked SPÉCIMEN', async () => {
    const long: PrintRequest = { jobId: 'a', paper: documentPaper(longFacts()), title: 'RD', reprint: false }
    await cupsPdfPrinter('PDF', { paper: 'a4' }, drawn).print(long, none)
    const { info, structure, pages } = await readPdf((await cups.printed()).at(-1)?.bytes ?? new Uint8Array())
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Récépissé de dépôt N°/)
    expect(structure).toMatch(/H1[\s\S]*H2[\s\S]*Table[\s\S]*TH/)
    expect(pages).toHaveLength(1)
    for (const page of pages) expect(page).toContain('SPÉCIMEN')
    expect(pages.join().match(/Pièce\s+\d+/g)).toHaveLength(30)
  })

  test('the morning sheet is tagged; its lines go over several sheets, numbered, each under the columns’ names', async () => {
    const morning: PrintRequest = { jobId: 'a', paper: sheetPaper, title: 'Feuille', reprint: false }
    await cupsPdfPrinter('PDF', { paper: 'a4' }, drawn).print(morning, none)
    const { info, structure, pages } = await readPdf((await cups.printed()).at(-1)?.bytes ?? new Uint8Array())
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(sizeOf(info)).toEqual([210, 297])
    expect(structure).toMatch(/H1[\s\S]*H2[\s\S]*Table[\s\S]*TH/)
    const [first, ...blank] = pages
    expect(first).toContain('Titres d’identité')
    expect(first).toContain('A 47')
    expect(blank.length).toBeGreaterThan(1)
    for (const page of blank) expect(page).toMatch(/Ticket\s+Service\s+Arrivée\s+Appel\s+Fin\s+Suite/)
    const numbers = blank.flatMap((page) => [...page.matchAll(/^ *(\d+) *$/gm)].map(([, n]) => Number(n)))
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
  })

  test('an appointment is one page on A4 and one strip of 80 mm, its hour and code on both', async () => {
    const given: PrintRequest = { jobId: 'a', paper: appointmentPaper, title: 'Rendez-vous', reprint: false }
    for (const on of ['a4', 'thermal80'] as const) {
      await cupsPdfPrinter('PDF', { paper: on }, drawn).print(given, none)
      const { info, text } = await readPdf((await cups.printed()).at(-1)?.bytes ?? new Uint8Array())
      expect(info).toMatch(/Pages:\s+1\n/)
      expect(text).toContain('10 h 30')
      expect(text).toContain('K7M4P')
    }
  })
})

/** Width and height in whole millimetres; CUPS rounds to points. */
const sizeOf = (info: string): readonly number[] =>
  (/Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [])
    .slice(1)
    .map((points) => Math.round((Number(points) * 25.4) / 72))

/** What poppler says of a PDF. */
async function readPdf(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-pdf-'))
  try {
    const file = join(folder, 'paper.pdf')
    const out = join(folder, 'paper.txt')
    await writeFile(file, bytes)
    const { stdout: info } = await run('pdfinfo', [file])
    const { stdout: structure } = await run('pdfinfo', ['-struct', file])
    await run('pdftotext', ['-layout', file, out])
    const raw = await readFile(out, 'utf8')
    const pages = raw
      .replace(/[\u00a0\u202f]/g, ' ')
      .split('\f')
      .filter((page) => page.trim() !== '')
    return { info, structure, text: pages.join('\n'), pages }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pdfFolder, rawFolder } from '../../../electron/printing/folder.ts'
import { isPrintFailure, type PrintRequest } from '../../../electron/printing/printer.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import { windowsPrinter } from '../../../electron/printing/windows.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { documentPaper, someFacts } from '../../fixtures/papers.ts'
import { noPicture, printerAt } from '../../fixtures/printQueue.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-papers-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const none = new AbortController().signal
const raw = rawPaper(printerAt('accueil', ''), noPicture)
const request: PrintRequest = {
  jobId: '0198c1f2-3333-7abc-8def-00000000c0de',
  paper: documentPaper(someFacts()),
  title: 'RD-2026-1',
  reprint: false,
}
const failure = (printing: Promise<unknown>) =>
  printing.then(
    () => 'printed',
    (error: unknown) => {
      if (!isPrintFailure(error)) throw error
      return { problem: error.problem, begun: error.begun }
    },
  )

describe('papers in a folder', () => {
  test('are one file each, of the receipt printer’s bytes', async () => {
    await rawFolder(folder, raw).print(request, none)
    expect(await readdir(folder)).toEqual(['RD-2026-1 0000c0de.bin'])
    const decoded = decodeEscpos(await readFile(join(folder, 'RD-2026-1 0000c0de.bin')))
    expect(plainText(decoded)).toContain('Récépissé de dépôt')
  })

  test('are PDF of the paper’s size, drawn by the browser', async () => {
    const drawn = new TextEncoder().encode('%PDF-1.7 as drawn')
    let asked = ''
    await pdfFolder(folder, { paper: 'thermal58' }, (_html, { widthMm, heightMm }) => {
      asked = `${widthMm} by ${heightMm > 100 ? 'as long as the text' : heightMm}`
      return Promise.resolve(drawn)
    }).print(request, none)
    expect(asked).toBe('58 by as long as the text')
    expect(await readFile(join(folder, 'RD-2026-1 0000c0de.pdf'))).toEqual(Buffer.from(drawn))
  })

  test('done twice for one job are one file: the last, which says that it is a reprint', async () => {
    const port = rawFolder(folder, raw)
    await port.print(request, none)
    await port.print({ ...request, reprint: true }, none)
    const names = await readdir(folder)
    expect(names).toHaveLength(1)
    expect(plainText(decodeEscpos(await readFile(join(folder, names[0] ?? ''))))).toContain('Réimpression')
  })

  test('keep to the folder, whatever the paper is called, and two jobs of one title are two files', async () => {
    const port = rawFolder(folder, raw)
    await port.print({ ...request, title: '../../etc/passwd' }, none)
    await port.print(
      { ...request, title: '../../etc/passwd', jobId: '0198c1f2-3333-7abc-8def-00000000beef' },
      none,
    )
    await port.print({ ...request, title: '…' }, none)
    expect((await readdir(folder)).toSorted()).toEqual([
      'etc-passwd 0000beef.bin',
      'etc-passwd 0000c0de.bin',
      'papier 0000c0de.bin',
    ])
  })

  test.each(['papiers', '', '/nulle/part'])('« %s » is no folder: said, nothing begun', async (address) => {
    expect(await failure(rawFolder(address, raw).print(request, none))).toEqual({
      problem: 'noFolder',
      begun: false,
    })
  })
})

/** What stands for Windows PowerShell here: it keeps what it was given, and ends as it is told. */
async function fakePowerShell(ending: string): Promise<string> {
  const program = join(folder, 'powershell')
  await writeFile(
    program,
    `#!/bin/sh
printf '%s\\n' "$@" > '${folder}/arguments'
printf '%s\\n' "$GUICHET_PRINTER" "$GUICHET_TITLE" "$GUICHET_PATIENCE" > '${folder}/names'
printf '%s' "$GUICHET_FILE" > '${folder}/path'
cp "$GUICHET_FILE" '${folder}/bytes'
${ending}
`,
  )
  await chmod(program, 0o700)
  return program
}

describe('a printer of Windows', () => {
  test('is given the very bytes, its name and the title by the environment, and a script that no shell reads', async () => {
    const program = await fakePowerShell('exit 0')
    const name = 'EPSON TM-T20III "Accueil"; Remove-Item C:\\ $(calc)'
    await windowsPrinter(name, raw, { job: 1234 }, program).print({ ...request, title: 'RD\n2026' }, none)
    const bytes = await readFile(join(folder, 'bytes'))
    expect(bytes).toEqual(Buffer.from(await raw(request, none)))
    expect((await readFile(join(folder, 'names'), 'utf8')).trimEnd().split('\n')).toEqual([
      name,
      'RD 2026',
      '1234',
    ])
    const [profile, interactive, option, encoded, ...rest] = (
      await readFile(join(folder, 'arguments'), 'utf8')
    )
      .trimEnd()
      .split('\n')
    expect([profile, interactive, option, rest]).toEqual([
      '-NoProfile',
      '-NonInteractive',
      '-EncodedCommand',
      [],
    ])
    const script = Buffer.from(encoded ?? '', 'base64').toString('utf16le')
    for (const part of [
      'winspool.drv',
      '"RAW"',
      '$env:GUICHET_PRINTER',
      '$env:GUICHET_FILE',
      'Remove-PrintJob',
    ])
      expect(script).toContain(part)
    // Nothing that was typed is in it, nor on the command line.
    expect(script).not.toContain('TM-T20III')
    // What was someone's is not left behind.
    await expect(readFile(await readFile(join(folder, 'path'), 'utf8'))).rejects.toThrow()
  })

  test.each([
    [2, { problem: 'unknownQueue', begun: false }],
    [3, { problem: 'noSpooler', begun: false }],
    [4, { problem: 'paused', begun: true }],
    [5, { problem: 'paperOut', begun: true }],
    [6, { problem: 'coverOpen', begun: true }],
    [7, { problem: 'offline', begun: true }],
    [8, { problem: 'stuck', begun: true }],
    [1, { problem: 'noSpooler', begun: true }],
  ])('that ends with %d is said', async (code, said) => {
    const program = await fakePowerShell(`echo trouble >&2; exit ${code}`)
    expect(await failure(windowsPrinter('EPSON', raw, {}, program).print(request, none))).toEqual(said)
  })

  test('that never ends is given up: some of it may be out', async () => {
    const program = await fakePowerShell('exec sleep 30')
    expect(
      await failure(windowsPrinter('EPSON', raw, { script: 300 }, program).print(request, none)),
    ).toEqual({
      problem: 'stuck',
      begun: true,
    })
  })

  test('where there is no PowerShell is said', async () => {
    const print = windowsPrinter('EPSON', raw, {}, join(folder, 'absent')).print(request, none)
    expect(await failure(print)).toEqual({ problem: 'noSpooler', begun: false })
  })
})

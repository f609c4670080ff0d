import { open, rename, rm, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { Render } from './cups.ts'
import { printFailure, type PrinterPort, type PrintRequest } from './printer.ts'
import type { RawPaper } from './raw.ts'
import { sheetHtml } from './sheet.ts'
import { normalForm } from '../../shared/contract/letters.ts'

/** Bytes of a receipt printer, one file a paper: for a program that takes them from there. */
export const rawFolder = (folder: string, paper: RawPaper): PrinterPort => ({
  async print(request, signal) {
    await put(folder, request, 'bin', await paper(request, signal))
    return undefined
  },
})

/** Papers as PDF of their exact size, one file a paper. */
export const pdfFolder = (
  folder: string,
  { paper, label }: Pick<Printer, 'paper' | 'label'>,
  render: Render,
): PrinterPort => ({
  async print(request, signal) {
    const { html, size } = sheetHtml(request, paper, label)
    await put(folder, request, 'pdf', await render(html, size, signal))
    return undefined
  },
})

/** « RD-2026-12 4c1d2f3a.pdf »: what it is, then the job's own end, so that a job done twice is one file. */
const nameOf = ({ title, jobId }: PrintRequest, ending: string): string => {
  const slug = normalForm('NFC', title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${slug === '' ? 'papier' : slug} ${jobId.slice(-8)}.${ending}`
}

/** The file is there whole, on the disk, or not at all. */
async function put(folder: string, request: PrintRequest, ending: string, bytes: Uint8Array): Promise<void> {
  if (!isAbsolute(folder)) throw printFailure('noFolder', false)
  const file = join(folder, nameOf(request, ending))
  const part = `${file}.${process.pid}.part`
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('not a folder')
    // What is printed is someone's: only who runs the office may read it.
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw printFailure('noFolder', false, error)
  }
}

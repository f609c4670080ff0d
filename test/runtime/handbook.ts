import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { headlessChromium } from '../../electron/printing/headless.ts'
import { paperFontCss } from '../../electron/printing/fonts.ts'
import { handbookHtml, handbookPictures } from '../../shared/documents/handbook.ts'
import { root } from './places.ts'

// `npm run handbook`: the handbook with its pictures as a tagged PDF, by the system's Chromium, without a screen.

/** The pictures inside the page itself. */
const picturesInside = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      handbookPictures.map(async (file) => {
        const bytes = await readFile(join(root, file))
        return [file, `data:image/png;base64,${bytes.toString('base64')}`] as const
      }),
    ),
  )

/** The whole handbook as a PDF's bytes. @throws PrintFailure where no Chromium of this machine can draw it */
export const handbookPdf = async (): Promise<Uint8Array> =>
  headlessChromium().pdf(
    handbookHtml(paperFontCss(), await picturesInside()),
    { widthMm: 210, heightMm: 297 },
    AbortSignal.timeout(60_000),
  )

if (import.meta.main) {
  const folder = join(root, 'out', 'handbook')
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'manuel.pdf')
  await writeFile(file, await handbookPdf())
  process.stdout.write(`${file}\n`)
}

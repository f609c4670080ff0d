import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import bundleHost from '../runtime/hostBundle.ts'
import { root } from '../runtime/places.ts'
import { say } from '../runtime/say.ts'
import { runMain, sentence, Trouble } from '../runtime/trouble.ts'
import { measured, type Row } from './measure.ts'
import { parts } from './parts.ts'
import { goalsOf, tableOf } from './table.ts'

/** `npm run bench`: every figure beside its bare alternative. `-- --only NAME`, `-- --quick`. */
async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
  })
  const strange = values.only?.find((name) => !parts.some((part) => part.name === name))
  if (strange !== undefined)
    throw new Trouble(`il n’y a pas de mesure « ${strange} » (${parts.map(({ name }) => name).join(', ')}).`)
  // The hosts that are measured are those of the sources as they stand.
  await bundleHost()
  const began = new Date()
  const done: { name: string; title: string; rows: readonly Row[]; trouble?: string }[] = []
  for (const part of parts) {
    if (values.only && !values.only.includes(part.name)) continue
    say(`${part.title}…`)
    const folder = await mkdtemp(join(tmpdir(), `guichet-bench-${part.name}-`))
    const { name, title } = part
    try {
      done.push({ name, title, rows: measured(await part.run({ quick: values.quick, folder, say })) })
    } catch (problem) {
      if (process.env['GUICHET_TRACE'] && problem instanceof Error) say(problem.stack ?? '')
      done.push({ name, title, rows: [], trouble: sentence(problem) })
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  }
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model ?? '',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    node: process.version,
  }
  say(`\n${tableOf(done)}`)
  say(goalsOf(done))
  say('\nDurées : p50 / p95 / p99, médianes des tours. « nu » : l’alternative nue, dans le même tour.')
  if (values.quick) say('Essai rapide : ces chiffres ne prouvent rien.')
  const file = join(root, 'out', 'bench', `${began.toISOString().replaceAll(':', '-').slice(0, 19)}.json`)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(
    file,
    `${JSON.stringify({ at: began.toISOString(), quick: values.quick, machine, parts: done }, null, 2)}\n`,
  )
  say(`Écrit dans ${relative(process.cwd(), file)}`)
  return done.some(({ trouble }) => trouble) ? 1 : 0
}

await runMain(bench)

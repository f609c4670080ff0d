import { copyFile, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { backupsIn } from '../../db/backup/before.ts'
import { leftOpen } from '../../db/backup/leftOpen.ts'
import { journalFile } from '../../db/open.ts'
import { workerProgram } from '../../electron/host/backup/program.ts'
import { backUpInThread } from '../../electron/host/backup/thread.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import { officeKey } from '../fixtures/papers.ts'
import { mustRun } from '../runtime/command.ts'
import { bundleFolder, root } from '../runtime/places.ts'
import { alone, beside, median, type Part, type Row } from './measure.ts'
import { writeYears } from './years.ts'

/**
 * Ten years of an office in one archive, and back in an empty folder, each by its command; and in the archive of an hour, as its
 * host makes it, where the former hour's has been verified and nothing has changed since.
 */
export const keeping: Part = {
  name: 'backup',
  title: 'Dix ans d’un office sauvegardés, puis rétablis',
  run: async ({ quick, folder, say }) => {
    const events = quick ? 50_000 : 1_000_000
    const office = join(folder, 'office')
    await mkdir(office)
    await writeYears(office, events)
    const size = (await stat(journalFile(office))).size / 2 ** 20
    say(`Journal écrit : ${events} événements, ${Math.round(size)} Mio.`)
    const archive = join(folder, 'archive.guichet')
    const back = join(folder, 'retour')
    const copy = join(folder, 'copie.sqlite')
    const rounds = quick ? 1 : 3
    const took = {
      backup: [] as number[],
      hourly: [] as number[],
      restore: [] as number[],
      bare: [] as number[],
    }
    let at = Date.now()
    const inHost = async (chain: 'end' | 'whole') => {
      const out = backupsIn(office)
      at += 3_600_000
      const order = { folder: office, out, why: 'hourly', chain, at: at as Instant, outside: null } as const
      const made = await backUpInThread(order, key, { program, file: leftOpen(journalFile(office)) })
      if ('problem' in made) throw new Error(made.cause)
    }
    await inHost('whole')
    for (let round = 0; round < rounds; round++) {
      await Promise.all([archive, back, copy].map((path) => rm(path, { recursive: true, force: true })))
      took.bare.push(await seconds(() => copied(journalFile(office), copy)))
      took.hourly.push(await seconds(() => inHost('end')))
      took.backup.push(await seconds(() => guichet('backup', office, archive)))
      took.restore.push(
        await seconds(() => guichet('restore', archive, back, '--unsigned', '--without-ledger')),
      )
    }
    const row = (what: string, ours: readonly number[], note: string): Row => ({
      ...alone(what, 's', median(ours), null, note),
      bare: median(took.bare),
      ratio: ratioOf(ours),
    })
    const ratioOf = (ours: readonly number[]) => median(ours.map((value, at) => value / took.bare[at]!))
    return [
      row(
        'sauvegarder dix ans, tout relu',
        took.backup,
        `Copie, chaîne entière vérifiée, archive comprimée (${Math.round((await stat(archive)).size / 2 ** 20)} Mio) puis relue. Nu : le fichier de ${Math.round(size)} Mio copié tel quel, jusqu’au disque.`,
      ),
      beside(
        row(
          'sauvegarder dix ans, rien à relire',
          took.hourly,
          'La copie de chaque heure : ce qui n’a pas changé depuis la précédente, vérifiée, n’est ni comprimé ni décomprimé de nouveau.',
        ),
        median(took.bare),
        ratioOf(took.hourly),
        5,
      ),
      row(
        'rétablir dix ans',
        took.restore,
        'Archive ouverte, base et chaîne entière vérifiées avant qu’un dossier ne paraisse.',
      ),
    ]
  },
}

/** The thread's program, assembled as a host has it. */
const program = workerProgram(pathToFileURL(join(bundleFolder, 'programs', 'host.cjs')).href)

/** The key with which `writeYears` has the office created. */
const key = officeKey(7)

const guichet = (...args: readonly string[]) =>
  mustRun(process.execPath, [join(root, 'electron', 'host', 'cli.ts'), ...args], {
    what: `guichet ${args[0]}`,
    limit: 600_000,
    env: { GUICHET_SQLITE_BINDING: undefined },
  })

async function copied(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = await open(to, 'r+')
  await file.sync()
  await file.close()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

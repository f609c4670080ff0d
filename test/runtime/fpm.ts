import { createHash } from 'node:crypto'
import {
  chmod,
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  utimes,
  lutimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { mustRun } from './command.ts'
import { runMain } from './trouble.ts'

// The few options of `fpm` that electron-builder uses for a Debian package, around dpkg-deb: fpm itself is in no registry.
// Twice the same input gives the same bytes: dates are SOURCE_DATE_EPOCH's, owners root's, permissions what they should be.

type Asked = {
  readonly options: ReadonlyMap<string, readonly string[]>
  /** From where, to where. */
  readonly files: readonly (readonly [string, string])[]
}

const flags: ReadonlySet<string> = new Set(['--force', '--debug'])

/** Options with their values, then `source=destination`. */
export function readArguments(args: readonly string[]): Asked {
  const options = new Map<string, string[]>()
  const files: [string, string][] = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    const [name = '', inline] = arg.split(/=(.*)/s)
    if (flags.has(arg)) continue
    if (!arg.startsWith('-')) {
      if (inline === undefined) throw new Error(`fpm: « ${arg} » is no source=destination`)
      files.push([name, inline])
      continue
    }
    options.set(name, [...(options.get(name) ?? []), inline ?? args[++at] ?? ''])
  }
  return { options, files }
}

const scripts = [
  ['--after-install', 'postinst'],
  ['--before-remove', 'prerm'],
  ['--after-remove', 'postrm'],
] as const

/** Directories and programs for all to read and enter, files for all to read; only root writes. */
async function normalise(path: string, date: Date): Promise<void> {
  const found = await lstat(path)
  if (found.isSymbolicLink()) return lutimes(path, date, date)
  if (found.isDirectory()) {
    for (const name of await readdir(path)) await normalise(join(path, name), date)
    await chmod(path, 0o755)
  } else await chmod(path, found.mode & 0o111 ? 0o755 : 0o644)
  await utimes(path, date, date)
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}

async function makeDeb({ options, files }: Asked): Promise<void> {
  const one = (name: string): string => options.get(name)?.[0] ?? ''
  const date = new Date(Number(process.env['SOURCE_DATE_EPOCH'] ?? 0) * 1000)
  const tree = await mkdtemp(join(tmpdir(), 'guichet-deb-'))
  try {
    for (const [from, to] of files) {
      await mkdir(dirname(join(tree, to)), { recursive: true })
      const whole = { recursive: true, verbatimSymlinks: true } as const
      if (from.endsWith('/')) await cp(from, join(tree, to), whole)
      else await copyFile(from, join(tree, to))
    }
    const inside = await filesOf(tree)
    const sizes = await Promise.all(inside.map(async (file) => (await lstat(join(tree, file))).size))
    const sums = await Promise.all(
      inside.map(async (file) => {
        const sum = createHash('md5').update(await readFile(join(tree, file)))
        return `${sum.digest('hex')}  ${file}`
      }),
    )
    const meta = join(tree, 'DEBIAN')
    await mkdir(meta)
    const [synopsis = '', ...description] = one('--description').split('\n')
    const control = [
      `Package: ${one('--name')}`,
      `Version: ${one('--version')}`,
      `Architecture: ${one('--architecture')}`,
      `Maintainer: ${one('--maintainer')}`,
      `Installed-Size: ${Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024)}`,
      `Depends: ${(options.get('-d') ?? []).join(', ')}`,
      `Recommends: ${(options.get('--deb-recommends') ?? []).join(', ')}`,
      `Section: ${one('--category')}`,
      `Priority: ${one('--deb-priority')}`,
      `Homepage: ${one('--url')}`,
      `Description: ${synopsis}`,
      ...description.map((line) => ` ${line.trim()}`),
    ]
    await writeFile(join(meta, 'control'), `${control.join('\n')}\n`)
    await writeFile(join(meta, 'md5sums'), `${sums.join('\n')}\n`)
    for (const [option, name] of scripts) {
      const script = one(option)
      if (script === '') continue
      await copyFile(script, join(meta, name))
      await chmod(join(meta, name), 0o755)
    }
    await normalise(tree, date)
    const compression = one('--deb-compression') || 'xz'
    // `zst` is for trying: seconds instead of a minute.
    const how = compression === 'zst' ? ['-Zzstd', '-z1'] : [`-Z${compression}`]
    await mustRun('dpkg-deb', ['--root-owner-group', ...how, '--build', tree, one('--package')], {
      env: { SOURCE_DATE_EPOCH: String(date.getTime() / 1000) },
      what: 'La construction du paquet Debian',
    })
  } finally {
    await rm(tree, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  await runMain(async () => {
    await makeDeb(readArguments(process.argv.slice(2)))
    return 0
  })
}

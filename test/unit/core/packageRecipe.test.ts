import { existsSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../runtime/places.ts'

// What packages are made by. That what is made follows it, and opens an office, is tried in electron/package.spec.ts.

const recipe = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as {
  readonly files: readonly string[]
  readonly asarUnpack: readonly string[]
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly extraResources: readonly { readonly from: string; readonly to: string }[]
  readonly linux: { readonly extraFiles: readonly { readonly from: string; readonly to: string }[] }
  readonly deb: Readonly<Record<'afterInstall' | 'afterRemove', string>> & { readonly fpm: readonly string[] }
}

test('the fuses that each package burns leave no Node by its name, no inspector, no code but the archive', () => {
  expect(recipe.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  })
})

/** Whether a package of that system has this file: the last pattern that speaks of it decides. */
const isPacked = (file: string, system = { platform: 'linux', arch: 'x64' }): boolean =>
  recipe.files.reduce((packed, pattern) => {
    const out = pattern.startsWith('!')
    const wanted = pattern
      .replace('!', '')
      .replace('${platform}', system.platform)
      .replace('${arch}', system.arch)
    return matchesGlob(file, wanted) ? !out : packed
  }, false)

test('a package holds what is built, its version, and the SQLite of its own system alone', () => {
  const sqlite = (name: string) => `node_modules/better-sqlite3/prebuilds/${name}.node`
  const needed = [
    'package.json',
    'out/main/main.cjs',
    'out/main/host.cjs',
    'out/main/main.code',
    'out/main/programs/one.cjs',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/one.js',
    'node_modules/better-sqlite3/package.json',
    sqlite('linux-x64'),
  ]
  expect(needed.filter((file) => !isPacked(file))).toEqual([])
  const others = [
    sqlite('darwin-arm64'),
    sqlite('win32-x64'),
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/vite/package.json',
    'electron/main.ts',
    'out/test/host/host.js',
    'out/notices/tiers.html',
  ]
  expect(others.filter((file) => isPacked(file))).toEqual([])
  for (const [platform, arch] of [
    ['linux', 'arm64'],
    ['win32', 'x64'],
    ['darwin', 'arm64'],
  ] as const) {
    const own = sqlite(`${platform}-${arch}`)
    expect(existsSync(join(root, own)), own).toBe(true)
    expect(isPacked(own, { platform, arch }), own).toBe(true)
  }
  // A library of the system's is opened as a file, which nothing in the archive is.
  expect(recipe.asarUnpack.some((pattern) => matchesGlob(sqlite('linux-x64'), pattern))).toBe(true)
})

test('what a package takes beside the program is among the sources, and lists what it holds of others', () => {
  const { linux, deb, extraResources } = recipe
  const taken = [
    ...linux.extraFiles.map(({ from }) => from),
    ...deb.fpm.map((option) => option.replace(/^--[a-z-]+=/, '').replace(/=.*/, '')),
    deb.afterInstall,
    deb.afterRemove,
  ]
  expect(taken).toEqual(
    expect.arrayContaining(['docs/deploy/linux/guichet.sh', 'docs/deploy/linux/guichet.service']),
  )
  expect(taken.filter((file) => !existsSync(join(root, file)))).toEqual([])
  expect(extraResources).toContainEqual({ from: 'out/notices', to: 'notices' })
})

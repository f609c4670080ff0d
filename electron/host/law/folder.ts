import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { List } from 'immutable'
import { parse } from 'yaml'
import type { Published } from '../../../shared/domain/law/state.ts'
import { type Catalogue, RuleSet, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { Draft } from '../../../shared/procedures/fiches/draft.ts'
import { lintPackage, withPackage } from '../../../shared/procedures/installed.ts'
import { keepPackage, packageEnding, rulesIn } from './made.ts'
import type { z } from 'zod'
import type { OfficeKey } from '../core/officeKey.ts'
import { openPackage, type PackageManifest, signPackage } from '../../../shared/procedures/package.ts'
import { written } from '../../../shared/procedures/problems.ts'
import { emptyRuleFolder, type HeldPackage, type RuleFolder } from '../../../shared/procedures/ruleFolder.ts'
import type { Log } from '../core/log.ts'
import { within } from '../core/within.ts'
import { parsedByPublicodes } from './compiling.ts'

export const draftEnding = '.brouillon.yaml'
/** Keys that the office trusts beside its own, one in hexadecimal a line. */
export const trustedKeys = (dir: string): string => join(rulesIn(dir), 'editeurs.txt')

/** Longer is no package of rules, nor a draft, in bytes. */
const longest = 16 * 1024 * 1024

/** In milliseconds: the whole catalogue is read in a second, a draft in a tenth of one. YAML may ask for years. */
const longestReading = { package: 10_000, draft: 2_000 }

const faults = {
  notPackage: 'ce fichier n’est pas un paquet de règles',
  signature: 'la signature ne correspond pas au contenu : le fichier a été changé depuis',
} as const

/** The text of a file of rules, or why it has none. */
export function rulesText(file: string): string | { readonly why: string } {
  try {
    const found = statSync(file)
    // A pipe would be waited for, and a device never ends.
    if (!found.isFile()) return { why: 'ce n’est pas un fichier' }
    if (found.size > longest)
      return { why: 'ce fichier est trop gros pour un paquet de règles ou un brouillon' }
    return readFileSync(file, 'utf8')
  } catch {
    return { why: 'ce fichier ne peut pas être lu' }
  }
}

/** A package file as it is found: held, or why not. Whose keys are trusted is the office's to say. */
export function readPackage(
  text: string,
  trusted: ReadonlySet<string>,
  catalogue: Catalogue = shippedCatalogue(),
): HeldPackage | { readonly why: string } {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return { why: 'ce fichier n’est pas du JSON' }
  }
  const opened = openPackage(content)
  if ('fault' in opened) return { why: faults[opened.fault] }
  const { package: held, hash } = opened
  const lint = lintPackage(catalogue, held)
  const problems =
    lint.length > 0
      ? lint
      : held.set.procedures.flatMap((rules) =>
          parsedByPublicodes(`${Object.keys(rules)[0] ?? 'règles'}`, rules),
        )
  return { hash, package: held, trusted: trusted.has(held.publicKey), problems: problems.map(written) }
}

/** The office's keys: its own, and those that it accepted; and why these can't be read, where they can't. */
export function keysOf(
  dir: string,
  own: string,
): { readonly keys: ReadonlySet<string>; readonly why: string | null } {
  const file = trustedKeys(dir)
  const text = existsSync(file) ? rulesText(file) : ''
  if (typeof text !== 'string') return { keys: new Set([own]), why: text.why }
  const accepted = text.split('\n').map((line) => line.trim())
  return { keys: new Set([own, ...accepted.filter((line) => /^[0-9a-f]{64}$/.test(line))]), why: null }
}

/** The files of a folder that end so, or why it has none. */
function namesIn(folder: string, ending: string): readonly string[] | { readonly why: string } {
  if (!existsSync(folder)) return []
  try {
    if (!statSync(folder).isDirectory()) return { why: 'ce n’est pas un dossier' }
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .toSorted()
  } catch {
    return { why: 'ce dossier ne peut pas être lu' }
  }
}

function readFolder(dir: string, own: string, log: Log, times: typeof longestReading): RuleFolder {
  const folder = rulesIn(dir)
  if (!existsSync(folder)) return emptyRuleFolder
  const { keys, why: untrusted } = keysOf(dir, own)
  const packages: HeldPackage[] = []
  const unreadable: { file: string; why: string }[] = []
  const drafts = new Map<string, Draft>()
  const named = (path: string, ending: string): readonly string[] => {
    const names = namesIn(path, ending)
    if (!('why' in names)) return names
    unreadable.push({ file: basename(path), why: names.why })
    return []
  }
  if (untrusted !== null) unreadable.push({ file: basename(trustedKeys(dir)), why: untrusted })
  for (const file of named(folder, packageEnding)) {
    const text = rulesText(join(folder, file))
    const read = typeof text === 'string' ? inTime(times.package, () => readPackage(text, keys)) : text
    if ('why' in read) unreadable.push({ file, why: read.why })
    else if (packages.every(({ hash }) => hash !== read.hash)) packages.push(read)
  }
  const under = join(folder, 'brouillons')
  for (const file of named(under, draftEnding)) {
    const text = rulesText(join(under, file))
    const read = typeof text === 'string' ? inTime(times.draft, () => Draft.safeParse(parsed(text))) : text
    if ('why' in read) unreadable.push({ file: `brouillons/${file}`, why: read.why })
    else if (read.success) drafts.set(file.slice(0, -draftEnding.length).toLowerCase(), read.data)
    else unreadable.push({ file: `brouillons/${file}`, why: 'ce fichier n’est pas un brouillon de fiche' })
  }
  for (const { file, why } of unreadable) log.info('rules', { file, why })
  return { packages, unreadable, drafts }
}

/** What is read in time, or why not. */
function inTime<T>(milliseconds: number, read: () => T): T | { readonly why: string } {
  const outcome = within(milliseconds, read)
  return outcome === 'late' ? { why: 'sa lecture demandait trop de temps' } : outcome.done
}

const parsed = (text: string): unknown => {
  try {
    return parse(text) as unknown
  } catch {
    return undefined
  }
}

const wrongShape = ({ path, message }: z.core.$ZodIssue): string =>
  `« ${path.slice(1).join(' › ')} » : ${message}`

/** The rules that an office works by, and what lies in its folder. */
export type Rules = {
  readonly folder: () => RuleFolder
  /** Shipped rules, then the packages that the office published, in order. One that is no longer there changes nothing. */
  readonly catalogue: (published: List<Published>) => Catalogue
  /** Signs a package of these rules with the office's key and keeps it, unless something is wrong in them. */
  readonly make: (
    manifest: PackageManifest,
    set: { readonly [K in keyof RuleSet]: unknown },
  ) => { hash: string | null; problems: string[] }
}

/**
 * Follows the office's folder of rules: what is put there is seen without a restart.
 * @param times for tests: other times to read a file in
 */
export function startRules(dir: string, key: OfficeKey, log: Log, times = longestReading): Rules {
  const own = Buffer.from(key.publicKey, 'base64url').toString('hex')
  let held: { readonly stamp: string; readonly folder: RuleFolder } | null = null
  let cached: { readonly key: string; readonly catalogue: Catalogue } | null = null
  const stampOf = () =>
    [rulesIn(dir), join(rulesIn(dir), 'brouillons'), trustedKeys(dir)]
      .map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0))
      .join(' ')
  const folder = (): RuleFolder => {
    const stamp = stampOf()
    if (held?.stamp !== stamp) held = { stamp, folder: readFolder(dir, own, log, times) }
    return held.folder
  }
  return {
    folder,
    make: (manifest, rules) => {
      const set = RuleSet.safeParse(rules)
      if (!set.success) return { hash: null, problems: set.error.issues.map(wrongShape) }
      const signed = signPackage({ manifest, set: set.data, publicKey: own }, key.sign)
      const read = readPackage(JSON.stringify(signed), new Set([own]))
      if ('why' in read) return { hash: null, problems: [read.why] }
      if (read.problems.length > 0) return { hash: null, problems: [...read.problems] }
      return { hash: keepPackage(dir, signed).hash, problems: [] }
    },
    catalogue: (published) => {
      const shipped = shippedCatalogue()
      if (published.isEmpty()) return shipped
      const { packages } = folder()
      const there = published.toArray().flatMap(({ hash }) => packages.find((one) => one.hash === hash) ?? [])
      const key = there.map(({ hash }) => hash).join(' ')
      if (cached?.key !== key) {
        if (there.length < published.size) log.info('rules', { missing: published.size - there.length })
        const catalogue = there.reduce((sofar, one) => withPackage(sofar, one.package), shipped)
        cached = { key, catalogue }
      }
      return cached.catalogue
    },
  }
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { PackageManifest, signPackage } from '../../../shared/procedures/package.ts'
import { written } from '../../../shared/procedures/problems.ts'
import type { HeldPackage } from '../../../shared/procedures/ruleFolder.ts'
import { officeKey, publicKeyIn } from '../office/key.ts'
import { forAll, isTaken, stored } from '../documents/outFile.ts'
import { compileRules } from '../law/compiling.ts'
import { keysOf, readPackage, rulesText, trustedKeys } from '../law/folder.ts'
import { keepPackage, rulesIn } from '../law/made.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const refuse = (text: string, code: 1 | 2 = 1): number => {
  process.stderr.write(`${text}\n`)
  return code
}

const usage = `Usage : guichet rules verify FICHIER [--data DOSSIER]
        guichet rules install FICHIER --data DOSSIER [--accepter-la-cle]
        guichet rules pack DOSSIER_DE_REGLES --data DOSSIER --nom NOM --version N --emetteur NOM --revue AAAA-MM-JJ [--notes TEXTE] [--sortie FICHIER [--replace]]`

type Arguments = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

function argumentsIn(args: readonly string[]): Arguments | undefined {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: text,
        nom: text,
        version: text,
        emetteur: text,
        revue: text,
        notes: text,
        sortie: text,
        replace: { type: 'boolean' },
        'accepter-la-cle': { type: 'boolean' },
      },
    })
  } catch {
    return undefined
  }
}

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

/** The office's own key, in hexadecimal; a folder without one has none, and none is made for a reading. */
const ownKey = (dir: string): string => Buffer.from(publicKeyIn(dir) ?? '', 'base64url').toString('hex')

function opened(file: string, dir: string | undefined): HeldPackage | { readonly why: string } {
  const keys = dir === undefined ? new Set<string>() : keysOf(dir, ownKey(dir)).keys
  const text = rulesText(file)
  return typeof text === 'string' ? readPackage(text, keys) : text
}

/** What a package says of itself, and all that is wrong in it. */
function described({ hash, package: held, problems }: HeldPackage): readonly string[] {
  const { name, version, issuer, issuedOn, reviewBy } = held.manifest
  return [
    `${name}, version ${version}, de ${issuer}, du ${issuedOn}, à relire avant le ${reviewBy}.`,
    `Empreinte : ${hash}`,
    `Clé du signataire : ${held.publicKey}`,
    `Démarches : ${held.set.procedures.flatMap((rules) => Object.keys(rules)[0] ?? []).join(', ') || 'aucune'}.`,
    ...problems,
  ]
}

/** `rules verify`: whether a package is whole, sound and signed, and by a key that the office trusts. Changes nothing. */
export async function verifyRules(args: readonly string[]): Promise<number> {
  const input = argumentsIn(args)
  const [file, ...others] = input?.positionals ?? []
  if (input === undefined || file === undefined || others.length > 0) return refuse(usage, 2)
  const data = textOf(input.values['data'])
  const read = opened(resolve(file), data === undefined ? undefined : resolve(data))
  if ('why' in read) return refuse(`« ${file} » : ${read.why}.`)
  for (const line of described(read)) say(line)
  if (read.problems.length > 0) return refuse('Ce paquet a des erreurs : il ne peut pas servir.')
  if (data !== undefined && !read.trusted)
    return refuse('La signature est bonne, mais l’office ne connaît pas cette clé.')
  say(
    data === undefined
      ? 'Le paquet est entier, sa signature est bonne. Avec --data, il est dit si l’office connaît la clé.'
      : 'Le paquet est entier et signé par une clé que l’office connaît.',
  )
  return 0
}

/**
 * `rules install`: puts a package in an office's folder, where it waits to be tried and published. The rules in use
 * stay until then; a package with a mistake, or of an unknown key, is not taken.
 */
export async function installRules(args: readonly string[]): Promise<number> {
  const input = argumentsIn(args)
  const [file, ...others] = input?.positionals ?? []
  const data = textOf(input?.values['data'])
  if (input === undefined || file === undefined || others.length > 0 || data === undefined)
    return refuse(usage, 2)
  const dir = resolve(data)
  if (!existsSync(dir)) return refuse(`Le dossier « ${data} » n’existe pas.`)
  const read = opened(resolve(file), dir)
  if ('why' in read) return refuse(`« ${file} » : ${read.why}. Rien n’est installé.`)
  for (const line of described(read)) say(line)
  if (read.problems.length > 0)
    return refuse('Ce paquet a des erreurs : il n’est pas installé. Les règles d’avant restent en vigueur.')
  if (!read.trusted) {
    if (input.values['accepter-la-cle'] !== true)
      return refuse(
        'L’office ne connaît pas la clé de ce paquet : il n’est pas installé. Vérifiez-la auprès de son émetteur, puis recommencez avec --accepter-la-cle.',
      )
    const { why } = keysOf(dir, '')
    if (why !== null)
      return refuse(`« ${trustedKeys(dir)} » : ${why}. Rien n’est installé : corrigez-le, puis recommencez.`)
    mkdirSync(rulesIn(dir), { recursive: true, mode: 0o700 })
    writeFileSync(trustedKeys(dir), `${read.package.publicKey}\n`, { flag: 'a', mode: 0o600 })
  }
  const kept = keepPackage(dir, read.package)
  say(`Installé : ${kept.file}. Il reste à l’essayer et à le publier, dans l’administration.`)
  return 0
}

/** Under which option each part of a manifest is given. */
const optionOf: Readonly<Record<string, string>> = {
  name: '--nom NOM',
  version: '--version N (« 1 », « 1.2 »)',
  issuer: '--emetteur NOM',
  reviewBy: '--revue AAAA-MM-JJ',
  notes: '--notes TEXTE',
}

/** `rules pack`: makes a signed package of a folder of rules (`rules/`, `sources/`, `consignes/`), with the office's key. */
export async function packRules(args: readonly string[]): Promise<number> {
  const input = argumentsIn(args)
  const [folder, ...others] = input?.positionals ?? []
  const value = (name: string) => textOf(input?.values[name])
  const data = value('data')
  const now = new Date().toISOString().slice(0, 10)
  const manifest = PackageManifest.safeParse({
    name: value('nom'),
    version: value('version'),
    issuer: value('emetteur'),
    issuedOn: now,
    reviewBy: value('revue'),
    notes: value('notes') ?? '',
  })
  if (folder === undefined || others.length > 0 || data === undefined) return refuse(usage, 2)
  if (!manifest.success) {
    const wrong = new Set(
      manifest.error.issues.map(({ path }) => optionOf[String(path[0])] ?? String(path[0])),
    )
    return refuse(`À donner ou à corriger : ${[...wrong].join(', ')}.\n\n${usage}`, 2)
  }
  if (manifest.data.reviewBy < now)
    return refuse(
      `La date de relecture (${manifest.data.reviewBy}) est passée : le paquet serait à vérifier dès sa publication.`,
    )
  const dir = resolve(data)
  if (!existsSync(`${dir}/office.key`)) return refuse(`« ${data} » n’est pas le dossier d’un office.`)
  if (!existsSync(resolve(folder))) return refuse(`Le dossier « ${folder} » n’existe pas.`)
  const out = value('sortie')
  const replace = input?.values['replace'] === true
  // Said before the rules are compiled, which takes seconds.
  if (out !== undefined && isTaken([out], replace)) return 1
  const { set, problems } = await compileRules(
    resolve(folder),
    shippedCatalogue().procedures[0]?.articles ?? {},
  )
  if (set === null) {
    for (const problem of problems) process.stderr.write(`${written(problem)}\n`)
    return refuse('Ces règles ont des erreurs : aucun paquet n’est fait.')
  }
  const key = officeKey(dir)
  const signed = signPackage(
    {
      manifest: manifest.data,
      set,
      publicKey: Buffer.from(key.publicKey, 'base64url').toString('hex'),
    },
    key.sign,
  )
  if (out === undefined) {
    const kept = keepPackage(dir, signed)
    say(`Fait et installé : ${kept.file}. Il reste à l’essayer et à le publier, dans l’administration.`)
  } else {
    const isStored = await stored(out, `${JSON.stringify(signed)}\n`, replace, forAll)
    if (!isStored) return 1
    say(`Fait : ${out}`)
  }
  return 0
}

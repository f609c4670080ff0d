import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  manifestName,
  notesName,
  UpdateManifest,
  type PackageKind,
} from '../../electron/system/updates/manifest.ts'
import { say } from './say.ts'
import { runMain, Trouble } from './trouble.ts'

// Announces an update: who makes the packages signs, on a machine of theirs, what stations may install.

const usage = `Usage : npm run announce -- --key FICHIER --version N --from N [--back] [--notes FICHIER] PAQUET…

  --key FICHIER   la clé privée Ed25519 (PEM) ; faite si elle n’existe pas, et sa clé publique est dite
  --version N     la version annoncée, 0.2.0
  --from N        la plus ancienne version qui peut la recevoir d’un seul coup
  --notes FICHIER ce que la version apporte, en quelques lignes ; l’administration le montre avant l’installation
  --back          une version plus ancienne, à laquelle revenir : de la version de --from, et d’aucune autre`

const kinds: readonly (readonly [RegExp, PackageKind])[] = [
  [/\.AppImage$/, 'AppImage'],
  [/\.exe$/, 'nsis'],
  [/mac.*\.zip$/, 'mac'],
]

/** What is published of these packages. @throws Trouble for a file that no station could install */
export async function announce(
  key: KeyObject,
  of: { readonly version: string; readonly from: string; readonly back: boolean },
  packages: readonly string[],
): Promise<string> {
  const files = await Promise.all(
    packages.map(async (path) => {
      const name = basename(path)
      const kind = kinds.find(([pattern]) => pattern.test(name))?.[1]
      if (!kind) throw new Trouble(`« ${name} » n’est pas un paquet qui se remplace lui-même.`)
      const hash = createHash('sha512')
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
      const arch = name.includes('arm64') ? ('arm64' as const) : ('x64' as const)
      return { name, kind, arch, size: statSync(path).size, sha512: hash.digest('base64') }
    }),
  )
  const manifest = JSON.stringify(UpdateManifest.parse({ ...of, files }))
  return signed(key, manifest)
}

/** What is published of a text: itself, and its signature. */
function signed(key: KeyObject, manifest: string): string {
  const signature = sign(null, Buffer.from(manifest), key).toString('base64')
  return `${JSON.stringify({ manifest, signature }, null, 2)}\n`
}

/** What a version brings, published beside. */
export const announceNotes = (key: KeyObject, version: string, notes: string): string =>
  signed(key, JSON.stringify({ version, notes }))

/** The key's public half as the configuration wants it. */
export const publicHalf = (key: KeyObject): string => {
  const { x } = key.export({ format: 'jwk' })
  return Buffer.from(x ?? '', 'base64url').toString('base64')
}

function keyOf(file: string): KeyObject {
  if (!existsSync(file)) {
    const made = generateKeyPairSync('ed25519').privateKey
    writeFileSync(file, made.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    say(`Clé faite : ${file}. Gardez-la hors du réseau.`)
  }
  return createPrivateKey(readFileSync(file))
}

if (import.meta.main) {
  await runMain(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        version: { type: 'string' },
        from: { type: 'string' },
        back: { type: 'boolean', default: false },
        notes: { type: 'string' },
      },
    })
    const { key: file, version, from, back } = values
    const [first] = positionals
    if (!file || !version || !from || !first) throw new Trouble(usage)
    const key = keyOf(file)
    const out = join(dirname(first), manifestName)
    writeFileSync(out, await announce(key, { version, from, back }, positionals))
    if (values.notes !== undefined)
      writeFileSync(
        join(dirname(first), notesName),
        announceNotes(key, version, readFileSync(values.notes, 'utf8').trim()),
      )
    say(`Annoncé : ${out}\nClé publique, pour la configuration des postes : ${publicHalf(key)}`)
    return 0
  })
}

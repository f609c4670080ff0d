import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../../shared/documents/html.ts'
import { installed, root } from './places.ts'
import { runMain, Trouble } from './trouble.ts'

// What is shipped of others: a page of their licences, and the same for machines (CycloneDX). Both are made from what
// the build took in, and from what the package carries beside it.

export type Component = {
  readonly name: string
  readonly version: string
  /** An SPDX expression. */
  readonly license: string
  /** The text of its licence, as it came. */
  readonly text: string
  readonly homepage: string | null
}

/** Beside the bundles: the runtime, the native addon, and what a worker of the pages has in a bundle of its own. */
const besides: readonly string[] = ['electron', 'better-sqlite3', 'zxing-wasm']

/** Whose own files stay under it, unchanged here: their source is said to whoever receives them (MPL-2.0, 3.2). */
const sourceSaid = 'MPL-2.0'

/** What may be distributed with a public software under EUPL-1.2, with its notice, and where its source is. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  sourceSaid,
])

/** Whether one of the choices of an SPDX expression is allowed, wholly. */
export const isAllowed = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((license) => allowed.has(license.trim())))

type Manifest = {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type: string }
  readonly homepage?: string
}

function componentOf(folder: string): Component {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const license = typeof manifest.license === 'object' ? manifest.license.type : (manifest.license ?? '')
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice|ofl)/i.test(name))
  const texts = names.toSorted().map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return {
    name: manifest.name,
    version: manifest.version,
    license,
    text: texts.join('\n\n'),
    homepage: manifest.homepage ?? null,
  }
}

/**
 * What is shipped of others, in order of name.
 * @throws Trouble when the build did not say what it took in
 */
export function shippedComponents(out = join(root, 'out')): readonly Component[] {
  const lists = ['main', 'preload', 'renderer'].map((name) => join(out, 'bundled', `${name}.json`))
  const missing = lists.find((file) => !existsSync(file))
  if (missing !== undefined) throw new Trouble(`« ${missing} » manque : lancez npm run build.`)
  const folders = lists.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as readonly string[])
  const all = [...new Set([...folders, ...besides.map((name) => installed(name))])].map(componentOf)
  const known = new Map(all.map((component) => [`${component.name}@${component.version}`, component]))
  return [...known.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Those whose licence is none of the allowed ones. */
export const refusedLicences = (components: readonly Component[]): readonly string[] =>
  components
    .filter(({ license }) => !isAllowed(license))
    .map(({ name, version, license }) => `${name} ${version} : ${license || 'sans licence'}`)

const purl = ({ name, version }: Component): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** The bill of materials, CycloneDX 1.6: the same components give the same document. */
export function billOfMaterials(components: readonly Component[], version: string, at: Date): object {
  const digest = createHash('sha256').update(components.map(purl).join('\n')).digest('hex')
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  const application = 'guichet'
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: {
      timestamp: at.toISOString(),
      component: { 'bom-ref': application, type: 'application', name: application, version },
    },
    components: components.map((component) => ({
      'bom-ref': purl(component),
      type: component.name === 'electron' ? 'framework' : 'library',
      name: component.name,
      version: component.version,
      purl: purl(component),
      licenses: [
        / (?:OR|AND) /.test(component.license)
          ? { expression: component.license }
          : { license: { id: component.license } },
      ],
      ...(component.homepage !== null && {
        externalReferences: [{ type: 'website', url: component.homepage }],
      }),
    })),
    dependencies: [{ ref: application, dependsOn: components.map(purl) }],
  }
}

const css =
  'body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 sans-serif}pre{white-space:pre-wrap;font-size:13px}'

/** The page of licences, for whoever opens it. */
export function noticesPage(components: readonly Component[]): string {
  const source = ({ name, version, license }: Component) =>
    license.includes(sourceSaid)
      ? `<p>Son code source00a0: https://www.npmjs.com/package/${escapeHtml(name)}/v/${escapeHtml(version)}</p>`
      : ''
  const one = (component: Component) => {
    const { name, version, license, text } = component
    return `<details><summary>${escapeHtml(`${name} ${version}`)} (${escapeHtml(license)})</summary>${source(component)}<pre lang="en">${escapeHtml(text || license)}</pre></details>`
  }
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Logiciels tiers de Guichet</title><style>${css}</style></head>
<body><h1>Logiciels tiers de Guichet</h1>
<p>Guichet contient les logiciels suivants, chacun sous sa licence. Celles de Chromium, qui est dans Electron, sont dans LICENSES.chromium.html, à côté du programme. SQLite est dans le domaine public.</p>
${components.map(one).join('\n')}
</body></html>
`
}

/**
 * Writes the page and the bill of materials beside the build.
 * @param at the date of the document, the commit's
 * @throws Trouble when a licence is none of the allowed ones
 */
export function writeNotices(at: Date, out = join(root, 'out')): void {
  const components = shippedComponents(out)
  const refused = refusedLicences(components)
  if (refused.length > 0)
    throw new Trouble(
      `Ces licences ne permettent pas de distribuer Guichet avec ces paquets :\n${refused.join('\n')}`,
    )
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  mkdirSync(join(out, 'notices'), { recursive: true })
  writeFileSync(join(out, 'notices', 'tiers.html'), noticesPage(components))
  writeFileSync(
    join(out, 'notices', 'guichet.cdx.json'),
    `${JSON.stringify(billOfMaterials(components, version, at), null, 2)}\n`,
  )
}

/** `node test/runtime/notices.ts`: writes them for the build that is there. */
if (import.meta.main) {
  await runMain(async () => {
    const epoch = Number(process.env['SOURCE_DATE_EPOCH'] ?? 0)
    writeNotices(new Date(epoch * 1000))
    return 0
  })
}

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageOf } from '../../runtime/bundled.ts'
import {
  billOfMaterials,
  isAllowed,
  noticesPage,
  refusedLicences,
  type Component,
} from '../../runtime/notices.ts'
import { findings, flawsSaid, requireNoFlaw } from '../../runtime/audit.ts'

const component = (name: string, license: string): Component => ({
  name,
  version: '1.2.3',
  license,
  text: `Licence de ${name} <tous>`,
  homepage: null,
})

test('a module belongs to the innermost package that holds it, ours to none', () => {
  const at = (...path: readonly string[]) => join('/app', ...path)
  expect(packageOf(at('node_modules', 'pg', 'lib', 'index.js'))).toBe(at('node_modules', 'pg'))
  expect(packageOf(at('node_modules', '@noble', 'curves', 'ed25519.js'))).toBe(
    at('node_modules', '@noble', 'curves'),
  )
  expect(packageOf(at('node_modules', 'a', 'node_modules', 'b', 'b.js'))).toBe(
    at('node_modules', 'a', 'node_modules', 'b'),
  )
  expect(packageOf(at('electron', 'main.ts'))).toBeNull()
})

test('a licence that obliges to more than its notice stops the packaging, and is named', () => {
  for (const license of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND BSD-3-Clause'])
    expect(isAllowed(license), license).toBe(true)
  for (const license of ['GPL-3.0', 'MIT AND GPL-3.0', '', 'SEE LICENSE IN x'])
    expect(isAllowed(license), license).toBe(false)
  expect(refusedLicences([component('bon', 'MIT'), component('autre', 'AGPL-3.0')])).toEqual([
    'autre 1.2.3 : AGPL-3.0',
  ])
})

test('the bill of materials names each component once, is CycloneDX, and is the same for the same build', () => {
  const components = [component('@noble/curves', 'MIT'), component('x', '(MIT OR Apache-2.0)')]
  const at = new Date(0)
  const bill = billOfMaterials(components, '0.1.0', at)
  expect(bill).toEqual(billOfMaterials(components, '0.1.0', at))
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: expect.stringMatching(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    components: [
      { purl: 'pkg:npm/%40noble/curves@1.2.3', licenses: [{ license: { id: 'MIT' } }] },
      { purl: 'pkg:npm/x@1.2.3', licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
    ],
    dependencies: [{ ref: 'guichet', dependsOn: ['pkg:npm/%40noble/curves@1.2.3', 'pkg:npm/x@1.2.3'] }],
  })
  expect(billOfMaterials(components.slice(1), '0.1.0', at)).not.toMatchObject({
    serialNumber: (bill as { readonly serialNumber: string }).serialNumber,
  })
})

test('where the source is of what stays under the MPL is said to whoever receives it', () => {
  expect(isAllowed('MPL-2.0')).toBe(true)
  const address = 'https://www.npmjs.com/package/x/v/1.2.3'
  expect(noticesPage([component('x', 'MPL-2.0')])).toContain(address)
  expect(noticesPage([component('x', 'MIT')])).not.toContain(address)
})

test('the page of licences shows each text as text', () => {
  expect(noticesPage([component('x', 'MIT')])).toContain('Licence de x &lt;tous&gt;')
})

test('what a registry knows of flaws is told; one that does not answer is told too, and is no clean bill', () => {
  const flaws = {
    vulnerabilities: { tar: { severity: 'high', range: '<7' }, pg: { severity: 'low', range: '*' } },
  }
  expect(findings(JSON.stringify(flaws))).toEqual({
    known: true,
    grave: ['tar (high) : <7'],
    minor: ['pg (low) : *'],
  })
  expect(findings(JSON.stringify({ vulnerabilities: {} }))).toEqual({ known: true, grave: [], minor: [] })
  expect(findings(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }))).toEqual({
    known: false,
  })
  expect(findings('')).toEqual({ known: false })
})

test('a flaw whose severity is none that is known is grave: nothing is shipped with it', () => {
  const flaws = {
    vulnerabilities: { ws: { severity: null, range: '*' }, zod: { severity: 'urgent', range: '*' } },
  }
  const found = findings(JSON.stringify(flaws))
  expect(found).toEqual({ known: true, grave: ['ws (gravité inconnue) : *', 'zod (urgent) : *'], minor: [] })
  expect(() => requireNoFlaw(found, false, () => {})).toThrow(/faille grave/)
})

test('a flaw of which no version is told says that it is so', () => {
  const flaws = { vulnerabilities: { tar: { severity: 'high', range: '' } } }
  expect(findings(JSON.stringify(flaws))).toMatchObject({ grave: ['tar (high) : versions non dites'] })
})

test('packaging says what is known of flaws, that there is none, or that nobody could say', () => {
  const known = (grave: readonly string[], minor: readonly string[]) =>
    ({ known: true, grave, minor }) as const
  expect(flawsSaid({ known: false })).toEqual([expect.stringContaining('elles ne sont pas vérifiées')])
  expect(flawsSaid(known([], []))).toEqual([expect.stringContaining('aucune')])
  expect(flawsSaid(known(['tar (high) : <7'], ['pg (low) : *']))).toEqual([
    '✗ faille : tar (high) : <7',
    'faille mineure : pg (low) : *',
  ])
})

test('a grave flaw stops what is to be shipped, and is said of a trial', () => {
  const said: string[] = []
  const grave = { known: true, grave: ['tar (high) : <7'], minor: [] } as const
  expect(() => requireNoFlaw(grave, false, (line) => said.push(line))).toThrow(/faille grave/)
  requireNoFlaw(grave, true, (line) => said.push(line))
  requireNoFlaw({ known: false }, false, (line) => said.push(line))
  expect(said).toEqual([
    '✗ faille : tar (high) : <7',
    '✗ faille : tar (high) : <7',
    expect.stringContaining('elles ne sont pas vérifiées'),
  ])
})

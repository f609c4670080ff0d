import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readCertificate } from '../../../shared/identity/twoDDoc/certificate.ts'
import { readTwoDDoc } from '../../../shared/identity/twoDDoc/read.ts'
import type { Trust } from '../../../shared/identity/twoDDoc/trust.ts'
import { installed, root } from '../../runtime/places.ts'
import { today } from '../../fixtures/twoDDocCodes.ts'

// The reference codes of ANTS's specification, signed by its published test key. They are not ours to copy.

const folder = join(root, '..', 'shared', 'data', '2ddoc')
const there = existsSync(folder)
if (!there)
  console.log('Spécimens 2D-Doc absents (../shared/data/2ddoc) : les codes de référence ne sont pas relus.')

type Sample = {
  readonly raw: string
  readonly documentType: string
  readonly label: string
  readonly header?: {
    readonly emission: string | null
    readonly signature: string
    readonly country: string | null
  }
  readonly fields?: Readonly<Record<string, string>>
}
type Samples = {
  readonly samples: readonly Sample[]
  readonly negative: readonly { readonly why: string; readonly raw: string }[]
  readonly signedHere: readonly { readonly why: string; readonly raw: string }[]
}

const { samples, negative, signedHere } = there
  ? (JSON.parse(readFileSync(join(folder, 'ants-specimens.json'), 'utf8')) as Samples)
  : { samples: [], negative: [], signedHere: [] }

function trust(): Trust {
  const file = readFileSync(join(folder, 'ants-test-cert-FR00-0001.pem'))
  const certificate = readCertificate(new X509Certificate(file).raw)
  if (certificate === undefined) throw new Error('the published certificate could not be read')
  return { certificates: { 'FR00-0001': certificate }, revoked: [] }
}
const read = (raw: string) => readTwoDDoc(raw, { trust: trust(), at: today })

/** « 30112019 (ce qui correspond à…) » was written as 30112019; « <vide> » as nothing. */
const written = (said: string) =>
  said
    .replace(/ \(.*$/s, '')
    .replace('<vide>', '')
    .trim()

describe('reference codes of the specification', () => {
  test
    .skipIf(!there)
    .each(samples.map((sample) => [`${sample.documentType} ${sample.label}`, sample] as const))(
    '%s: its signature is good, its data and dates are those it was made of, and it is a specimen',
    (_, { raw, documentType, header, fields }) => {
      const reading = read(raw)
      expect(reading).toMatchObject({ verdict: 'specimen', finding: 'specimen', type: documentType })
      expect(reading.typeName).not.toBeNull()
      for (const [id, said] of Object.entries(fields ?? {}))
        expect(reading.fields[id]?.trim(), id).toBe(written(said))
      if (header === undefined) return
      expect(reading).toMatchObject({ issuedOn: header.emission, signedOn: header.signature })
    },
  )

  test.skipIf(!there)('the specification gives twenty-four sample codes', () => {
    expect(samples).toHaveLength(24)
  })

  test.skipIf(!there).each(negative.map(({ why, raw }) => [why, raw] as const))(
    'a code with %s is forged',
    (_, raw) => {
      expect(read(raw).verdict).toBe('forged')
    },
  )

  test.skipIf(!there)('one without a required datum is refused before its signature is looked at', () => {
    expect(signedHere.map(({ raw }) => read(raw).finding)).toEqual([
      'specimen',
      'specimen',
      'missing',
      'specimen',
      'specimen',
    ])
  })

  test.skipIf(!there)('none of them is authentic, with or without the published certificate', () => {
    for (const { raw } of [...samples, ...signedHere]) {
      expect(read(raw).verdict).not.toBe('authentic')
      const without = readTwoDDoc(raw, { trust: { certificates: {}, revoked: [] }, at: today })
      expect(['specimen', 'malformed']).toContain(without.verdict)
    }
  })
})

describe('photographed codes', () => {
  test
    .skipIf(!there)
    .each(['barcode_c40_v2.png', 'barcode_c40_v3.png', 'barcode_c40_v4.png', 'barcode_c40_mrz_v3.png'])(
    '%s: read from the picture, its signature is good, and a changed character makes it false',
    async (name) => {
      const wasm = readFileSync(installed('zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm'))
      prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
      const [code] = await readBarcodes(new Uint8Array(readFileSync(join(folder, name))), {
        formats: ['DataMatrix'],
        textMode: 'Plain',
      })
      const text = Buffer.from(code?.bytes ?? []).toString('latin1')
      expect(read(text)).toMatchObject({ verdict: 'specimen', finding: 'specimen' })
      const letter = /[A-Z](?=[A-Z]{3})/.exec(text.slice(30))
      const at = 30 + (letter?.index ?? 0)
      expect(read(text.slice(0, at) + (text[at] === 'Q' ? 'X' : 'Q') + text.slice(at + 1)).finding).toBe(
        'signature',
      )
    },
  )
})

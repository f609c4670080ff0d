import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { guichet } from '../../fixtures/insideCommand.ts'
import { authorityDer, certificateDer, otherSecret, pem } from '../../fixtures/twoDDocAuthority.ts'
import { listSigner, signedList } from '../../fixtures/twoDDocLists.ts'
import { bill, gs, signedCode } from '../../fixtures/twoDDocCodes.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-2ddoc-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
for (const [name, curve] of [
  ['FR09-G001', 'P-256'],
  ['FR09-G384', 'P-384'],
  ['FR09-G521', 'P-521'],
  ['FR00-0001', 'P-256'],
] as const)
  writeFileSync(join(folder, `${name}.pem`), pem(certificateDer({ curve })))

/** Bytes in, one line out. */
const run = (args: readonly string[], input: string | Buffer = '') =>
  guichet(['2ddoc', ...args], typeof input === 'string' ? Buffer.from(input, 'latin1') : input)

async function read(code: string | Buffer, ...more: readonly string[]): Promise<Record<string, unknown>> {
  const { code: left, out, err } = await run(['--certificates', folder, '--at', '2026-03-03', ...more], code)
  expect(err).toBe('')
  expect(left).toBe(0)
  expect(out.endsWith('\n')).toBe(true)
  expect(out.trimEnd()).not.toContain('\n')
  return JSON.parse(out) as Record<string, unknown>
}

describe('one code, one line', () => {
  test('a code of a certificate that is given: verdict, kind, data and a sentence', async () => {
    expect(await read(`${signedCode()}\n`)).toMatchObject({
      verdict: 'authentic',
      type: '01',
      fields: { 10: 'MME/MARTIN/MAELYS', 22: '3 RUE DU GENERAL ROUX', 24: '77590', 26: 'FR' },
      sentence: 'Code authentique : l’émetteur a signé ces données, et rien n’y a été changé.',
    })
  })

  test.each([
    ['P-384', 'G384'],
    ['P-521', 'G521'],
  ] as const)('a code signed on %s is read too', async (curve, certificate) => {
    expect(await read(signedCode({ curve, certificate }))).toMatchObject({ verdict: 'authentic' })
  })

  test.each([
    ['altered', signedCode().replace('ROUX', 'ROUZ'), 'forged'],
    ['signed by another key', signedCode({ secret: otherSecret }), 'forged'],
    ['of a certificate that is not there', signedCode({ certificate: 'G002' }), 'unverifiable'],
    ['of the test authority', `]d2${signedCode({ authority: 'FR00', certificate: '0001' })}\r\n`, 'specimen'],
    ['of a card that is over', signedCode({ type: 'A2', message: `AHABC${gs}AI30062020` }), 'expired'],
    ['without what it must hold', signedCode({ message: bill.slice(0, 11) }), 'malformed'],
    ['that is a sentence', 'Bonjour', 'malformed'],
    ['that is nothing', '', 'malformed'],
  ])('a code %s is said to be %s', async (_, code, verdict) => {
    const said = await read(code)
    expect(said).toMatchObject({ verdict })
    expect(said['sentence']).toMatch(/\.$/)
  })

  test('a code is read with its separators copied as pictures in UTF-8', async () => {
    const shown = signedCode().replaceAll(gs, '\u241d').replaceAll('\u001f', '\u241f')
    expect(await read(Buffer.from(shown, 'utf8'))).toMatchObject({ verdict: 'authentic' })
  })

  test('three hundred thousand bytes of anything are no code, and are said to be none', async () => {
    const junk = Buffer.alloc(300_000, 'DC04FR09G001\u001d\u00ff\n')
    expect(await read(junk)).toMatchObject({ verdict: 'malformed', type: null, fields: {} })
  })

  test('the day of the question is the one that it names', async () => {
    const card = signedCode({ type: 'A2', message: `AHABC${gs}AI03032026` })
    expect(await read(card)).toMatchObject({ verdict: 'authentic' })
    expect(await read(card, '--at', '2026-03-04')).toMatchObject({ verdict: 'expired' })
    // Half past midnight in France.
    expect(await read(card, '--at', '2026-03-03T23:30:00Z')).toMatchObject({ verdict: 'expired' })
  })

  test('without certificates nothing is authentic, and it says why', async () => {
    const { code, out } = await run(['--at', '2026-03-03'], signedCode())
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'unverifiable',
      sentence: 'Structure valide, signature non vérifiable : le certificat FR09-G001 n’est pas connu ici.',
    })
  })
})

describe('a command that is not understood', () => {
  test.each([
    ['a folder that is not there', ['--certificates', join(folder, 'absent')], 'n’existe pas'],
    ['a date that can’t be', ['--at', '2026-02-30'], 'n’est pas une date'],
    ['an option without its value', ['--certificates'], 'valeur manque'],
    ['an unknown option', ['--strict'], 'option est inconnue'],
    ['a word too many', ['code.txt'], 'n’était pas attendu'],
    ['a list without a file', ['list'], 'Une liste de confiance'],
    ['a list that is not there', ['list', join(folder, 'absent.xml')], 'ne peut pas être lu'],
  ])('%s is answered by a French sentence, and 2', async (_, args, sentence) => {
    const { code, out, err } = await run(args, signedCode())
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(sentence)
    expect(err).toContain('Usage : guichet 2ddoc')
  })
})

describe('a trusted list', () => {
  const xml = join(folder, 'recue.xml')
  const signer = listSigner('CACHET')
  const place = mkdtempSync(join(folder, 'place-'))
  writeFileSync(xml, signedList(signer, { id: 'FR09', der: authorityDer() }))

  test('is verified, and placed once its signer is named by its fingerprint', async () => {
    const shown = await run(['list', xml])
    expect(shown.code).toBe(0)
    const said = JSON.parse(shown.out) as { signer: { fingerprint: string }; authorities: string[] }
    expect(said).toMatchObject({ number: '1', authorities: ['FR09'] })

    const unnamed = await run(['list', xml, '--certificates', place])
    expect(unnamed.code).toBe(1)
    expect(unnamed.err).toContain(said.signer.fingerprint)

    const placed = await run(['list', xml, '--certificates', place, '--signer', said.signer.fingerprint])
    expect(placed.code).toBe(0)
    expect(existsSync(join(place, 'liste.xml'))).toBe(true)
  })

  test('that is none is refused by a sentence', async () => {
    writeFileSync(join(folder, 'faux.xml'), '<liste/>')
    const { code, err } = await run(['list', join(folder, 'faux.xml')])
    expect(code).toBe(1)
    expect(err).toBe('La liste de confiance doit porter une signature, et une seule.\n')
  })
})

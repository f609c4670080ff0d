import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guichet } from '../../fixtures/insideCommand.ts'
import { cliProgram } from '../../runtime/places.ts'
import { issuedFrom, issueSome } from '../../fixtures/issuedOffice.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { officeKey } from '../../fixtures/papers.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done } from '../../fixtures/startHost.ts'

let folder: string
let dir: string
let host: HostInside
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-documents-'))
  dir = join(folder, 'office')
  host = await startInside(dir, { at: issuedFrom })
  await issueSome(host)
  expect((await run(['key', dir, '--out', key()])).code).toBe(0)
}, 60_000)
afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

const key = () => join(folder, 'office.pem')
const file = (name: string) => join(folder, name)

/** The command, while the host runs. */
const run = (args: readonly string[], input = '') => guichet(['document', ...args], input)

const shown = async (number: string): Promise<Record<string, unknown>> => {
  const { out, code } = await run(['show', dir, number])
  expect(code).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}
const codeOf = async (number: string): Promise<string> => String((await shown(number))['code'])

describe('document list', () => {
  test('says each document on one line of JSON, the first issued first', async () => {
    const { out, code } = await run(['list', dir])
    expect(code).toBe(0)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ number }) => number)).toEqual([
      'RD-2026-1',
      'RD-2026-2',
      'RD-2026-3',
      'AP-2026-1',
      'AP-2026-2',
    ])
    expect(lines[0]).toMatchObject({ kind: 'recepisse', copies: 0, erased: false })
    // 3 March 2026, within the hour: milliseconds, UTC.
    for (const { at } of lines)
      expect(Math.abs(Number(at) - Date.UTC(2026, 2, 3, 9, 42))).toBeLessThan(3_600_000)
  })

  test('that the disk has no room for does not leave 0', async () => {
    const full = openSync('/dev/full', 'w')
    const listing = spawn(process.execPath, [cliProgram, 'document', 'list', dir], {
      stdio: ['ignore', full, 'ignore'],
    })
    const [status] = (await once(listing, 'close')) as [number | null]
    closeSync(full)
    expect(status).toBe(1)
  })

  test('« --help » says what each field is', async () => {
    const { out, code } = await run(['list', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('millisecondes UTC')
  })
})

describe('document show', () => {
  test('gives the document with its code, its seal and its facts', async () => {
    expect(await shown('RD-2026-2')).toMatchObject({
      kind: 'recepisse',
      number: 'RD-2026-2',
      code: expect.stringMatching(/^SPECIMEN1\|RD-2026-2\|/),
      seal: { number: 'RD-2026-2' },
      facts: { label: 'Carte nationale d’identité', saidLabel: 'Carte d’identité, Œuvre & fils' },
    })
  })

  test('a number that nobody gave is said, and leaves 1', async () => {
    const { err, out, code } = await run(['show', dir, 'RD-2026-99'])
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toBe('Aucun document ne porte le numéro « RD-2026-99 » dans ce dossier.\n')
  })

  test.each([
    ['that is not there', () => file('nowhere')],
    ['that is a file', () => key()],
    ['without an office', () => folder],
  ])('a folder %s is said, and leaves 1', async (_, given) => {
    const { err, code } = await run(['show', given(), 'RD-2026-1'])
    expect(code).toBe(1)
    expect(err).toMatch(/^[\p{Lu}«].*\.\n$/u)
  })
})

describe('document render', () => {
  test('text and ESC/POS say the same document, and the code of each is authentic', async () => {
    expect((await run(['render', dir, 'RD-2026-2', '--format', 'text', '--out', file('r.txt')])).code).toBe(0)
    expect((await run(['render', dir, 'RD-2026-2', '--format', 'escpos', '--out', file('r.bin')])).code).toBe(
      0,
    )
    const text = readFileSync(file('r.txt'), 'utf8')
    const bytes = decodeEscpos(readFileSync(file('r.bin')))
    expect(bytes.unknown).toEqual([])
    // The procedure by its name; what the agent typed, as theirs.
    for (const said of [
      'Carte nationale d’identité',
      'Objet de la demande, selon l’agent, sans obligation pour vous',
      'RD-2026-2',
      'Carte d’identité, Œuvre & fils, formulaire',
      'Samira Belkacem',
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(said)
      expect(plainText(bytes)).toContain(said)
    }
    expect(bytes.qr).toEqual([await codeOf('RD-2026-2')])
    expect(text.split('\n')).toContain(await codeOf('RD-2026-2'))
  })

  test('JSON is the whole document, which can be verified as it stands', async () => {
    expect((await run(['render', dir, 'AP-2026-2', '--format', 'json', '--out', file('ap.json')])).code).toBe(
      0,
    )
    expect((await run(['verify', '--key', key(), '--file', file('ap.json')])).code).toBe(0)
    const text = readFileSync(file('ap.json'), 'utf8')
    writeFileSync(file('forged.json'), text.replace('Acte de naissance', 'Acte de mariage'))
    const { out, code } = await run(['verify', '--key', key(), '--file', file('forged.json')])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ is: 'altered' })
  })

  test.each([
    ['no format', ['--out', 'x']],
    ['a format that is none', ['--format', 'docx', '--out', 'x']],
    ['no file', ['--format', 'text']],
    ['a variant of something else than A4', ['--format', 'text', '--variant', 'large', '--out', 'x']],
    ['a variant that is none', ['--format', 'a4', '--variant', 'bold', '--out', 'x']],
    ['an option that is none', ['--format', 'text', '--out', 'x', '--loud']],
  ])('%s is answered by the usage in French, and 2', async (_, more) => {
    const { err, code } = await run(['render', dir, 'RD-2026-1', ...more])
    expect(code).toBe(2)
    expect(err).toMatch(/^Usage : /)
  })

  test('A4 bears the office’s picture as it is now', async () => {
    const images = async (name: string) => {
      expect((await run(['render', dir, 'RD-2026-1', '--format', 'a4', '--out', file(name)])).code).toBe(0)
      return spawnSync('pdfimages', ['-list', file(name)], { encoding: 'utf8' })
        .stdout.trim()
        .split('\n')
        .slice(2)
    }
    const bare = (await images('bare.pdf')).length
    const pixels = Uint8Array.from({ length: 32 * 32 * 3 }, (_, at) => at % 251)
    const png = Buffer.from(encode({ width: 32, height: 32, data: pixels, channels: 3, depth: 8 }))
    const logo = `data:image/png;base64,${png.toString('base64')}`
    await done(host, 'admin', 'commands/paper.set', { logo })
    expect((await images('pictured.pdf')).length).toBeGreaterThan(bare)
  }, 60_000)

  test('a file that can’t be written is said', async () => {
    const { err, code } = await run([
      'render',
      dir,
      'RD-2026-1',
      '--format',
      'text',
      '--out',
      file('no/where'),
    ])
    expect(code).toBe(1)
    expect(err).toContain('ne peut pas être écrit')
  })
})

describe('a document whose facts were changed in the folder', () => {
  /** A copy of the folder, changed by hand. */
  const changed = async (name: string, sql: string): Promise<string> => {
    const copy = file(name)
    cpSync(dir, copy, { recursive: true })
    const { connect } = await import('../../../db/connect.ts')
    const db = connect(join(copy, 'guichet.sqlite'), { readonly: false, timeout: 1000 })
    db.exec(sql)
    db.close()
    return copy
  }

  test.each([
    [
      'by one word',
      "update personal set value = replace(value, 'Œuvre', 'Œuvres') where kind = 'document'",
      'RD-2026-2',
    ],
    [
      'for those of another',
      `update personal set value = (select value from personal where kind = 'document' and value like '%"RD-2026-2"%')
       where kind = 'document' and value like '%"RD-2026-1"%'`,
      'RD-2026-1',
    ],
  ])('%s is neither shown nor sealed again as if it were authentic', async (how, sql, number) => {
    const copy = await changed(how, sql)
    const out = file(`${number}.forged`)
    for (const args of [
      ['show', copy, number],
      ['render', copy, number, '--format', 'text', '--out', out],
      ['render', copy, number, '--format', 'a4', '--out', out],
    ]) {
      const { out: said, err, code } = await run(args)
      expect({ said, code }, args.join(' ')).toEqual({ said: '', code: 1 })
      expect(err).toContain(`Le document ${number} ne tient pas`)
    }
    expect(existsSync(out)).toBe(false)
    expect((await run(['show', copy, 'RD-2026-3'])).code).toBe(0)
  })
})

describe('document verify', () => {
  const verify = async (args: readonly string[], input = '') => {
    const { out, code } = await run(['verify', ...args], input)
    return { code, said: out === '' ? null : (JSON.parse(out) as Record<string, unknown>) }
  }

  test('a code on the standard input, with the end of line that readers add, is authentic', async () => {
    const { code, said } = await verify(['--key', key()], `${await codeOf('RD-2026-1')}\r\n`)
    expect(code).toBe(0)
    expect(said).toMatchObject({
      is: 'authentic',
      number: 'RD-2026-1',
      school: true,
      sentence: expect.stringContaining('authentique'),
    })
  })

  test('a code that was changed is altered, whatever its place', async () => {
    const code = await codeOf('RD-2026-1')
    const subject = code.slice(0, code.lastIndexOf('|'))
    for (const forged of [code.replace('RD-2026-1', 'RD-2026-4'), code.replace(subject, `${subject}x`)])
      expect(await verify(['--key', key()], forged)).toMatchObject({ code: 1, said: { is: 'altered' } })
  })

  test('a code of another office is foreign, and a text that is no code is said to be none', async () => {
    writeFileSync(file('other.key'), `${officeKey(9).publicKey}\n`)
    expect(await verify(['--key', file('other.key')], await codeOf('RD-2026-1'))).toMatchObject({
      code: 1,
      said: { is: 'otherOffice' },
    })
    expect(await verify(['--key', key()], 'bonjour')).toMatchObject({ code: 1, said: { is: 'malformed' } })
    expect(await verify(['--key', key()], '')).toMatchObject({ code: 1, said: { is: 'malformed' } })
  })

  test('the code can be given as a word, and the key as itself or as its office’s folder', async () => {
    const code = await codeOf('AP-2026-1')
    expect((await verify([code, '--data', dir])).code).toBe(0)
    expect((await verify([code, '--key', officeKey(9).publicKey])).said).toMatchObject({ is: 'otherOffice' })
  })

  test('a key that is none, no key, two keys: 2', async () => {
    const code = await codeOf('AP-2026-1')
    for (const args of [['--key', 'clé'], [], ['--key', key(), '--data', dir]])
      expect((await run(['verify', code, ...args])).code).toBe(2)
  })

  test('a file that is no PDF, or is not there, is said', async () => {
    writeFileSync(file('photo.png'), Buffer.from('\x89PNG\r\n'))
    expect(await verify(['--key', key(), '--file', file('photo.png')])).toMatchObject({
      code: 1,
      said: { is: 'notPdf', sentence: 'Ce fichier n’est pas un PDF.' },
    })
    expect((await run(['verify', '--key', key(), '--file', file('none.pdf')])).code).toBe(1)
  })
})

describe('document key', () => {
  test('is the public key that other software reads, and nothing of the secret', () => {
    const pem = readFileSync(key(), 'utf8')
    expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=]+\n-----END PUBLIC KEY-----\n$/)
    const secret = (JSON.parse(readFileSync(join(dir, 'office.key'), 'utf8')) as { ed25519: string }).ed25519
    expect(pem).not.toContain(Buffer.from(secret, 'hex').toString('base64').slice(0, 20))
  })
})

describe('document journal verify', () => {
  test('holds while the host runs, signatures included', async () => {
    const { out, code } = await run(['journal', 'verify', dir, '--signatures'])
    expect(code).toBe(0)
    expect(out).toBe(
      'Documents vérifiés : 5, sans trou, chacun lié au précédent et conforme au journal ; 5 signatures vérifiées.\n',
    )
  })

  test('a copy whose event was changed by one letter names the document', async () => {
    const copy = file('copied')
    cpSync(dir, copy, { recursive: true })
    // The copy’s log is not needed: what is asked is one committed file.
    const { connect } = await import('../../../db/connect.ts')
    const db = connect(join(copy, 'guichet.sqlite'), { readonly: false, timeout: 1000 })
    db.exec('drop trigger events_no_update')
    db.exec(
      `update events set body = replace(body, 'RD-2026-2"', 'RD-2026-7"') where body like '%"RD-2026-2"%'`,
    )
    db.close()
    const { out, code } = await run(['journal', 'verify', copy])
    expect(code).toBe(1)
    expect(out).toMatch(/^Le document RD-2026-7 ne tient pas : Événement \d+ : .*\.\n$/)
    unlinkSync(join(copy, 'guichet.sqlite'))
  })
})

test.each([
  ['nothing', []],
  ['a command that is none', ['print', '.']],
  ['a word too many', ['list', '.', 'x']],
])('%s is answered by the usage, and 2', async (_, args) => {
  const { err, code } = await run(args)
  expect(code).toBe(2)
  expect(err).toMatch(/^Usage : /)
})

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { outputOf } from '../../../electron/host/documents/outFile.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { done } from '../../fixtures/startHost.ts'
import { cliProgram, root } from '../../runtime/places.ts'

// What the commands write: a file that is there may be the only copy of what it holds.

let office: RealOffice
/** The code of somebody who waits, and the number of a receipt that was issued. */
let code: string
let number: string
beforeAll(async () => {
  office = await startRealOffice()
  const act = <T>(name: string, input: object = {}, who = 'agent1') =>
    done<T>(office.host, who, `commands/${name}`, input)
  await act('counter.open', { counterId: '1' })
  await act('ticket.callNext')
  await act('ticket.start')
  await act('sheet.update', { procedureId: 'cni' })
  const closed = await act<{ documents: { number: string }[] }>('visit.close', { outcome: 'filed' })
  number = closed.documents[0]!.number
  for (const part of ['rules/autre', 'sources'])
    await cp(join(root, 'shared/procedures', part), join(rules(), part), { recursive: true })
  code = (await act<{ code: string }>('ticket.take', { serviceId: 'titres' }, 'kiosk')).code
})
afterAll(() => office.stop())
const place = (name: string) => join(office.folder, name)
const kept = 'the only copy of something else\n'

/** Of one procedure: all of them take seconds to compile. */
const rules = () => join(office.folder, 'rules-of-one')
const aboutRules = '--nom Ville --version 1 --emetteur Juriste --revue 2099-12-31'.split(' ')

type Writer = readonly [args: (out: string) => readonly string[], written?: string, bearsNames?: false]

/** Each command that writes a file somewhere, the file that it writes, and whether that file bears names. */
const writers: Readonly<Record<string, Writer>> = {
  'backup, in a file': [(out) => ['backup', office.dir, out]],
  'consultations export': [(out) => ['consultations', 'export', office.dir, '--out', out]],
  'consultations export, its description': [
    (out) => ['consultations', 'export', office.dir, '--out', out],
    '.txt',
  ],
  'till export': [(out) => ['till', 'export', office.dir, '--out', out]],
  'till export, its description': [(out) => ['till', 'export', office.dir, '--out', out], '.txt'],
  'document key': [(out) => ['document', 'key', office.dir, '--out', out], '', false],
  'document page': [(out) => ['document', 'page', office.dir, '--out', out], '', false],
  'document render': [(out) => ['document', 'render', office.dir, number, '--format', 'text', '--out', out]],
  'person export': [(out) => ['person', 'export', office.dir, '--ticket', code, '--out', out]],
  'rules pack': [
    (out) => ['rules', 'pack', rules(), '--data', office.dir, ...aboutRules, '--sortie', out],
    '',
    false,
  ],
  statistics: [
    (out) => ['statistics', office.dir, '--from', '2026-03-02', '--to', '2026-03-06', '--out', out],
    '/datapackage.json',
    false,
  ],
}

describe.for(Object.entries(writers))('%s', ([name, [args, written = '', bearsNames = true]]) => {
  test('a file that is there is kept, and said, unless --replace is given; one that bears names is its owner’s alone', async () => {
    const out = place(
      `${name.replaceAll(/\W/g, '-')}-${await readdir(office.folder).then(({ length }) => length)}`,
    )
    // As it is written where nothing is.
    expect(await guichet(args(out))).toMatchObject({ code: 0, err: '' })
    const file = `${out}${written}`
    const first = await readFile(file)
    await writeFile(file, kept)
    // Its description alone is there.
    if (written === '.txt') await rm(out)
    const refused = await guichet(args(out))
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain(`« ${file} » existe déjà : rien n’a été écrit.`)
    expect(await readFile(file, 'utf8')).toBe(kept)
    expect(await guichet([...args(out), '--replace'])).toMatchObject({ code: 0, err: '' })
    const second = await readFile(file)
    expect(second.subarray(0, 4)).toEqual(first.subarray(0, 4))
    expect((await stat(file)).mode & 0o777).toBe(bearsNames ? 0o600 : 0o666 & ~process.umask())
  })
})

test('a place where no file can be is said in a sentence, and nothing is thrown', async () => {
  const taken = place('une-note')
  await writeFile(taken, kept)
  for (const out of [join(taken, 'cle.pem'), place('x'.repeat(300))])
    expect(await guichet(['document', 'key', office.dir, '--out', out])).toEqual({
      code: 1,
      out: '',
      err: `Le fichier « ${out} » ne peut pas être écrit.\n`,
    })
})

test.each(['document key', 'backup'])(
  '%s: a link to a file stays, and leads to what is new; one that leads nowhere is kept, or replaced',
  async (name) => {
    const args = writers[name === 'backup' ? 'backup, in a file' : name]![0]
    const [to, link, nowhere] = ['cible', 'lien', 'nulle-part'].map((each) =>
      place(`${each}-${name.replace(' ', '-')}`),
    ) as [string, string, string]
    await writeFile(to, kept)
    await symlink(to, link)
    expect((await guichet(args(link))).err).toContain('existe déjà')
    expect(await guichet([...args(link), '--replace'])).toMatchObject({ code: 0, err: '' })
    expect((await lstat(link)).isSymbolicLink()).toBe(true)
    expect(await readFile(to, 'utf8')).not.toBe(kept)
    await symlink(place('absent'), nowhere)
    expect((await guichet(args(nowhere))).err).toContain('existe déjà')
    expect(await guichet([...args(nowhere), '--replace'])).toMatchObject({ code: 0, err: '' })
    expect((await lstat(nowhere)).isFile()).toBe(true)
  },
)

const memory = '/dev/shm'
const isOtherDisk = async () => (await stat(memory)).dev !== (await stat(office.folder)).dev

test('a backup goes where a link leads, be it on another disk, and leaves no other archive', async (context) => {
  if (!existsSync(memory) || !(await isOtherDisk())) return context.skip()
  const far = await mkdtemp(join(memory, 'guichet-'))
  onTestFinished(() => rm(far, { recursive: true }))
  const near = await mkdtemp(place('liens-'))
  const [to, link] = [join(far, 'cible'), join(near, 'lien')]
  await writeFile(to, kept)
  await symlink(to, link)
  expect(await guichet(['backup', office.dir, link, '--replace'])).toMatchObject({ code: 0, err: '' })
  expect((await lstat(link)).isSymbolicLink()).toBe(true)
  expect(await readFile(to, 'utf8')).not.toBe(kept)
  expect([await readdir(near), await readdir(far)]).toEqual([['lien'], ['cible']])
})

test('a backup is not put in the place of a pipe or a device, be it asked', async () => {
  const pipe = place('un-tube')
  await promisify(execFile)('mkfifo', [pipe])
  for (const more of [[], ['--replace']]) {
    const { code, err } = await guichet(['backup', office.dir, pipe, ...more])
    expect([code, err]).toEqual([1, expect.stringContaining('n’est ni un fichier ni un dossier')])
  }
  expect((await lstat(pipe)).isFIFO()).toBe(true)
})

test('what is no ordinary file, as a pipe or the standard output, is written without being asked', async () => {
  const { code, err } = await guichet(['document', 'key', office.dir, '--out', '/dev/null'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('%s is the standard output', (out) => {
  expect(outputOf(out)).toBe(process.stdout)
})

test('the standard output is written without being asked and with nothing more, be it a pipe or sent to a file', async () => {
  const out = '/dev/stdout'
  const [file, asked] = [await mkdtemp(place('sorties-')), await mkdtemp(place('sorties-'))].map((folder) =>
    join(folder, 'cle.pem'),
  ) as [string, string]
  expect(await guichet(['document', 'key', office.dir, '--out', asked])).toMatchObject({ code: 0 })
  const key = await readFile(asked, 'utf8')
  const run = (how: string) =>
    promisify(execFile)('sh', ['-c', how, process.execPath, cliProgram, office.dir, out, file])
  const command = '"$0" "$1" document key "$2" --out "$3"'
  expect(await run(`${command} | cat`)).toEqual({ stdout: key, stderr: '' })
  expect(await run(`echo avant > "$4"; ${command} >> "$4"`)).toEqual({ stdout: '', stderr: '' })
  expect(await readFile(file, 'utf8')).toBe(`avant\n${key}`)
  const { stderr } = await run(`"$0" "$1" backup "$2" "$3" > "$4" || true`)
  expect(stderr).toContain('n’est ni un fichier ni un dossier')
})

test.each(['consultations', 'till'])(
  '%s export, to its own output, writes its sheet there and no file beside it',
  async (name) => {
    const out = '/dev/stdout'
    onTestFinished(() => rm(`${out}.txt`, { force: true }))
    const sheet = place(`${name}-sheet.csv`)
    expect(await guichet([name, 'export', office.dir, '--out', sheet])).toMatchObject({ code: 0 })
    const answered = await guichet([name, 'export', office.dir, '--out', out])
    expect(answered.code).toBe(0)
    // Each export of the consultations is a consultation itself.
    const [header] = (await readFile(sheet, 'utf8')).split('\r\n')
    expect(answered.out.split('\r\n')[0]).toBe(header)
    expect(answered.out).not.toContain('"file"')
    const [title] = (await readFile(`${sheet}.txt`, 'utf8')).split('\n')
    expect(answered.err.split('\n')[0]).toBe(title)
    expect(existsSync(`${out}.txt`)).toBe(false)
  },
)

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { machineConfiguration, over } from '../../../electron/system/config/machine.ts'
import { stations } from '../../../shared/contract/stations.ts'
import { parsePolicy, policyPlaces, readPolicy } from '../../../electron/system/config/policy.ts'
import { configurationFile, parseConfiguration } from '../../../electron/system/config/read.ts'
import { root } from '../../runtime/places.ts'
import { hostEnvironment } from '../../../electron/system/place.ts'

const key = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqo='.padStart(44, 'A').slice(-44)

const whole = {
  data: '/srv/guichet',
  station: 'kiosk',
  host: { port: 8710, journal: 'postgres://hote@base/guichet?sslmode=verify-full' },
  syslog: 'journaux.mairie.local:514',
  update: { from: 'https://maj.mairie.local/guichet', key, between: '20:00-06:00' },
}

test('a configuration says everything that an installation may, or nothing', () => {
  expect(parseConfiguration('f', JSON.stringify(whole))).toEqual({ configuration: whole })
  expect(parseConfiguration('f', '{}')).toEqual({ configuration: {} })
})

test.each([
  ['{\n  "data": "/srv/guichet"\n  "station": "kiosk"\n}', 3, 'ce n’est pas du JSON'],
  ['{\n  "data": "/srv', 2, 'ce n’est pas du JSON'],
  ['"guichet"', 1, 'un objet entre accolades y est attendu.'],
  ['{\n\n  "stations": "kiosk"\n}', 3, '« stations » n’est pas un réglage.'],
  ['{\n  "data": "office"\n}', 2, '« data » attend un chemin de dossier complet'],
  ['{ "station":\n  "caisse" }', 2, '« station » attend l’un de ces postes : counter, reception'],
  ['{ "host": {\n  "port": 80\n} }', 2, '« host.port » attend un port, de 1024 à 65535.'],
  ['{ "host": {\n  "porte": 8710\n} }', 2, '« host.porte » n’est pas un réglage.'],
  ['{\n"host": 8710\n}', 2, '« host » attend un objet : { "port": 8710'],
  ['{\n"update": { "from": "http://maj/" }\n}', 2, 'une adresse https://'],
  ['{\n"update": { "from": "/maj" }\n}', 2, '« update.key » attend la clé publique'],
  ['{\n"syslog": "journaux"\n}', 2, '« syslog » attend une adresse et un port'],
  ['{ "data": "/a",\n  "data": "/b" }', 2, 'ce n’est pas du JSON'],
])('%j is refused at its line, in a sentence that says what to write', (text, line, why) => {
  const read = parseConfiguration('guichet.json', text)
  expect(read).toEqual({ problem: expect.stringContaining(`« guichet.json », ligne ${line}, ne peut pas`) })
  expect(read).toEqual({ problem: expect.stringContaining(why) })
  expect(read).toEqual({ problem: expect.stringContaining('Rien n’a été ouvert ni changé.') })
})

test('a group policy says the same as the file, as `reg query` writes it, and wins over it', () => {
  const output = `\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Guichet\r\n    Station    REG_SZ    display\r\n    HostPort    REG_DWORD    0x2206\r\n\r\n`
  const policy = parsePolicy(output)
  expect(policy).toEqual({ configuration: { station: 'display', host: { port: 8710 } } })
  const file = { data: '/srv/guichet', station: 'kiosk', host: { port: 9000, office: 'x' } } as const
  if ('problem' in policy) throw new Error(policy.problem)
  expect(over(file, policy.configuration)).toEqual({
    data: '/srv/guichet',
    station: 'display',
    host: { port: 8710, office: 'x' },
  })
  expect(parsePolicy('    Postes    REG_SZ    x\r\n')).toEqual({
    problem: expect.stringContaining(
      'Policies\\Guichet » ne peut pas être suivie : « Postes » n’est pas un réglage.',
    ),
  })
})

test('a machine without a configuration has none; one that cannot be read is said', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  expect(machineConfiguration(join(folder, 'none.json'))).toEqual({ configuration: {} })
  expect(machineConfiguration(folder)).toEqual({
    problem: expect.stringContaining('elle ne peut pas être lue (EISDIR)'),
  })
  writeFileSync(join(folder, 'g.json'), `\uFEFF${JSON.stringify(whole)}`)
  expect(machineConfiguration(join(folder, 'g.json'))).toEqual({
    configuration: whole,
    updateSetBy: join(folder, 'g.json'),
  })
  expect(configurationFile('linux', {})).toBe('/etc/guichet/guichet.json')
})

test('what the deployment files give as an example can be followed, and the policy’s template has each setting once', () => {
  const deploy = join(root, 'docs', 'deploy')
  const text = readFileSync(join(deploy, 'configuration.md'), 'utf8')
  const examples = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, example = '']) => example)
  expect(examples).toHaveLength(1)
  for (const example of [...examples, readFileSync(join(deploy, 'linux', 'guichet.json'), 'utf8')])
    expect(parseConfiguration('example', example)).toHaveProperty('configuration.data')
  const template = readFileSync(join(deploy, 'windows', 'guichet.admx'), 'utf8')
  const values = [...template.matchAll(/valueName="(\w+)"/g)].map(([, value = '']) => value)
  expect(values.toSorted()).toEqual(Object.keys(policyPlaces).toSorted())
  const offered = [...template.matchAll(/<string>(\w+)<\/string>/g)].map(([, value = '']) => value)
  expect(offered).toEqual([...stations])
})

test('the training site has nothing of a real office’s database or port', () => {
  const place = { folder: '/srv/guichet', school: false, at: null }
  const environment = (school: boolean) =>
    hostEnvironment({ ...place, school }, '/pages', 0, { host: whole.host })
  expect(environment(false)).toMatchObject({ GUICHET_PORT: '8710', GUICHET_JOURNAL: whole.host.journal })
  expect(Object.keys(environment(true))).not.toContain('GUICHET_JOURNAL')
  expect(Object.keys(environment(true))).not.toContain('GUICHET_PORT')
})

test('the registry is asked by Windows’ own program, wherever the application was started from; no policy is not a policy that can’t be read', () => {
  const asked: string[] = []
  const windows = (answer: () => string) =>
    readPolicy('win32', { SystemRoot: 'D:\\Windows' }, (program) => {
      asked.push(program)
      return answer()
    })
  const failing = (error: object) => () => {
    throw Object.assign(new Error('reg'), error)
  }
  expect(windows(() => '    Data    REG_SZ    x\r\n')).toHaveProperty('problem')
  expect(windows(failing({ status: 1 }))).toEqual({ configuration: {} })
  expect(windows(failing({ status: null, code: 'EACCES' }))).toHaveProperty('problem')
  expect(new Set(asked)).toEqual(new Set(['D:\\Windows\\System32\\reg.exe']))
  expect(readPolicy('linux', {}, failing({}))).toEqual({ configuration: {} })
})

test('what says where updates are looked for is told, and a policy imposes them by 1 or forbids them by 0', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'guichet.json')
  const update = { from: '/srv/maj', key: `${'a'.repeat(43)}=`, between: '20:00-06:00' }
  writeFileSync(file, JSON.stringify({ update }))
  expect(machineConfiguration(file)).toEqual({ configuration: { update }, updateSetBy: file })
  const policy = (on: string) =>
    [
      '    UpdateFrom    REG_SZ    /srv/maj',
      `    UpdateKey    REG_SZ    ${update.key}`,
      '    UpdateBetween    REG_SZ    20:00-06:00',
      `    UpdateOn    REG_DWORD    ${on}`,
    ].join('\r\n')
  expect(parsePolicy(policy('0x1'))).toEqual({ configuration: { update: { ...update, on: true } } })
  expect(parsePolicy(policy('0x0'))).toEqual({ configuration: { update: { ...update, on: false } } })
  expect(parsePolicy(policy('0x2'))).toHaveProperty('problem')
})

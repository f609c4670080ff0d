import { expect, test } from 'vitest'
import {
  closedDaySaid,
  followingSaid,
  mattersOf,
  type MattersSeen,
} from '../../../renderer/administration/matters.ts'
import type { AgentId, Instant, PrinterId } from '../../../shared/contract/ids.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { bareModel, noBackups } from '../../fixtures/bareModel.ts'

// The administration's first page shows what asks for an act, and nothing else.

const { settings } = schoolOffice
const one = { agentId: 'a1' as AgentId, name: null, services: [] }
const usual: MattersSeen = {
  settings,
  agents: [one, { ...one, agentId: 'a2' as AgentId }],
  office: undefined,
  printing: undefined,
  backups: undefined,
  people: undefined,
  stations: undefined,
  standby: undefined,
  paper: undefined,
  doctor: undefined,
  today: '2026-03-03',
  soon: '2026-04-03',
}
const office = { school: false, day: null } as unknown as NonNullable<MattersSeen['office']>
const backups = { ...noBackups, off: null, zone: 'Europe/Paris' } satisfies MattersSeen['backups']
const at = Date.parse('2026-03-03T09:00:00Z') as Instant

test('a view that has not come says nothing: neither a failure nor something to set', () => {
  const { broken, toSet } = mattersOf({ ...usual, office })
  expect(broken).toEqual([])
  expect(toSet.map(({ id }) => id)).not.toContain('outside')
})

test('a backup that failed, a copy that failed and one that nobody asked for are three matters, of which the last is to be set', () => {
  const outside = { folder: '/media/disque', recipient: 'age1', last: null, problem: 'Le disque est absent.' }
  const failed = mattersOf({
    ...usual,
    office,
    backups: { ...backups, problem: 'Le disque est plein.', outside },
  })
  expect(failed.broken.map(({ id, help }) => [id, help])).toEqual([
    ['backup', 'Le disque est plein.'],
    ['outside', 'Le disque est absent.'],
  ])
  const without = mattersOf({ ...usual, office, backups })
  expect(without.broken).toEqual([])
  expect(without.toSet.map(({ id }) => id)).toContain('outside')
})

test('a test that came out is one thing done more, and as many in all; one that was cancelled is none', () => {
  const printerId = 'p1' as PrinterId
  const real = { ...settings.printers[0]!, printerId, name: 'Accueil', transport: 'tcp' as const }
  const alone = { ...usual, settings: { ...settings, printers: [real] } }
  const of = (jobs: readonly { readonly printerId: PrinterId; readonly state: string }[]) =>
    mattersOf({ ...alone, printing: { zone: 'Europe/Paris', printers: [], jobs: jobs as never, total: 0 } })
  const [before, after] = [of([]), of([{ printerId, state: 'printed' }])]
  expect(before.toSet.map(({ title }) => title)).toContain(
    `Imprimante « ${real.name} »\u00a0: aucun des derniers papiers n’en est sorti`,
  )
  const [silent] = before.toSet.filter(({ id }) => id === `silent-${printerId}`)
  expect(silent!.act.does).toBe('test')
  expect(before.done).not.toContain('papier sorti de « Accueil »')
  expect(after.done).toEqual([...before.done, 'papier sorti de « Accueil »'])
  expect(after.toSet).toHaveLength(before.toSet.length - 1)
  expect(of([{ printerId, state: 'cancelled' }])).toEqual(before)
  // A paper is on its way out: a test asked here would send that one again.
  for (const state of ['waiting', 'printing', 'retrying']) {
    const { toSet, done } = of([{ printerId, state }])
    expect(toSet).toEqual(after.toSet)
    expect(done).toEqual(before.done)
  }
})

test('a printer that fails is one matter, whose act sends its oldest paper again', () => {
  const printerId = 'p1' as PrinterId
  const real = { ...settings.printers[0]!, printerId, name: 'Accueil', transport: 'tcp' as const }
  const failing = { printerId, name: 'Accueil', screen: false, problem: 'Plus de papier.', since: at }
  const printing = {
    zone: 'Europe/Paris',
    printers: [{ ...failing, nearEnd: false, waiting: 0 }],
    jobs: [],
    total: 0,
  }
  const { broken, toSet } = mattersOf({ ...usual, settings: { ...settings, printers: [real] }, printing })
  const own = [...broken, ...toSet].filter(({ id }) => id.endsWith(printerId))
  expect(own.map(({ id, act }) => [id, act.does])).toEqual([['printer-p1', 'retry']])
})

test('a machine that follows says so beside the day, from its first call on, and nothing where it calls in vain', () => {
  const said = (more: object) =>
    followingSaid({ follows: true, replica: null, reached: false, trying: false, ...more })
  expect(said({ trying: true })).toBe('Cet ordinateur appelle l’hôte qu’il suit.')
  expect(said({ reached: true })).toBe('Cet ordinateur suit l’hôte : il montre tout et ne change rien.')
  expect([said({}), said({ follows: false, trying: true }), followingSaid(undefined)]).toEqual([
    null,
    null,
    null,
  ])
})

test('a missing printer is said once, with the act that answers it; a printer out of paper is tried again from here', () => {
  const screen = settings.printers.filter(({ transport }) => transport === 'preview')
  const none = mattersOf({ ...usual, settings: { ...settings, printers: screen } })
  const said = [...none.broken, ...none.toSet].filter(({ section }) => section === 'printers')
  expect(said.map(({ id, act }) => [id, act.does])).toEqual([['printer', 'go']])

  const printerId = 'p1' as PrinterId
  const printer = {
    printerId,
    name: 'Accueil',
    screen: false,
    problem: 'Plus de papier.',
    since: at,
    nearEnd: false,
    waiting: 2,
  }
  const printing = { zone: 'Europe/Paris', printers: [printer], jobs: [], total: 0 }
  const { broken } = mattersOf({ ...usual, printing })
  expect(broken.map(({ title, act }) => [title, act])).toEqual([
    ['Plus de papier.', { does: 'retry', label: expect.any(String), printerId, name: 'Accueil' }],
  ])
})

test('an office alone in its first hour is told its other agents, their codes, its display unless it is a screen of this machine, and its copy; none of it in training', () => {
  const people = { protected: true, access: { lockAfterMinutes: 10, badgeAlone: false }, people: [] }
  const stations = {
    zone: 'Europe/Paris',
    stations: [],
    total: 0,
    ownDisplay: false,
    door: {},
    pairing: null,
    lastPairing: null,
  }
  const first = {
    ...usual,
    agents: [one],
    people,
    backups,
    stations: stations as unknown as MattersSeen['stations'],
  }
  const told = mattersOf({ ...first, office })
  expect(told.toSet.map(({ id }) => id)).toEqual(expect.arrayContaining(['agents', 'display', 'outside']))
  expect(told.done).toContain('codes')
  const here = mattersOf({ ...first, office, stations: { ...first.stations!, ownDisplay: true } })
  expect(here.toSet.map(({ id }) => id)).not.toContain('display')
  expect(here.done).toContain('affichage')
  const school = mattersOf({ ...first, office: { ...office, school: true } })
  for (const id of ['agents', 'display', 'outside'])
    expect(school.toSet.map((each) => each.id)).not.toContain(id)
})

test('what the examination of the folder finds is a matter with what mends it, and nothing is said twice', () => {
  const found = (level: 'wrong' | 'warning', code: string, sentence: string) => ({ level, code, sentence })
  const doctor = {
    at,
    findings: [
      found(
        'wrong',
        'rights',
        'D’autres comptes ont des droits sur : office.key. Relancez l’hôte, qui les retire.',
      ),
      found('wrong', 'certificate', 'Le certificat s’est arrêté. Remplacez ses fichiers.'),
      found('warning', 'space', 'Il ne reste que 2 Go : libérez de la place.'),
      found('warning', 'backup', 'La dernière sauvegarde est de lundi.'),
    ],
  }
  const { broken, toSet } = mattersOf({ ...usual, office, doctor })
  expect(broken.map(({ id, section, act }) => [id, section, act.does])).toEqual([
    ['doctor-rights', 'backup', 'examine'],
    ['doctor-certificate', 'network', 'go'],
  ])
  expect(broken[1]).toMatchObject({
    title: 'Le certificat s’est arrêté.',
    help: 'Remplacez ses fichiers.',
  })
  const ids = toSet.map(({ id }) => id)
  expect(ids).toContain('doctor-space')
  expect(ids).not.toContain('doctor-backup')
})

test('a second computer whose host is silent says so, with the way to the relay; one that follows well says nothing', () => {
  const standby = {
    ...bareModel.following,
    follows: true,
    reached: true,
    heardAt: at,
    zone: 'Europe/Paris',
    epoch: 0,
  }
  expect(mattersOf({ ...usual, standby }).broken).toEqual([])
  const [matter, ...others] = mattersOf({ ...usual, standby: { ...standby, reached: false } }).broken
  expect(others).toEqual([])
  expect(matter).toMatchObject({ section: 'network', act: { does: 'go' } })
  expect(matter!.title).toMatch(/^L’hôte ne répond plus depuis 10.h.00/)
  const [cut] = mattersOf({ ...usual, standby: { ...standby, reached: false, cutOff: true } }).broken
  expect(cut!.title).toContain('il a changé le jeton')
  expect(cut!.help).toContain('Arrêtez Guichet ici')
  // Just started, it has not yet called its host at each address: nothing is known to be wrong.
  const started = { ...standby, reached: false, heardAt: null }
  expect(mattersOf({ ...usual, standby: { ...started, trying: true } }).broken).toEqual([])
  expect(mattersOf({ ...usual, standby: started }).broken).toHaveLength(1)
})

test('a machine that follows the host is not said to be ready, nor to open the day', () => {
  const [alone, following] = [false, true].map((follows) => closedDaySaid('Mairie', follows))
  expect(alone!.title).toContain('c’est prêt')
  expect(following).toEqual({
    title: 'La journée n’est pas ouverte.',
    help: 'Elle s’ouvre sur l’hôte que cet ordinateur suit.',
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { callNames as names, calls, type CallName, type Output } from '../../../shared/contract/index.ts'
import { roles, type Role } from '../../../shared/contract/define.ts'
import { rights } from '../../../shared/contract/people/calls.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// Who may ask what, as the contract declares it: printed for a person to read, then tried call by call on a real host whose
// stations ask who is there.

const may = (name: CallName, role: Role) => calls[name].roles.includes(role)
const isOpen = (name: CallName) => calls[name].anyone === true
const ofPeople = (role: Role) => (rights as readonly string[]).includes(role)
const pathOf = (name: CallName) =>
  calls[name].kind === 'command' ? (`commands/${name}` as const) : (`queries/${name}` as const)

const titles: Readonly<Record<Role, string>> = {
  kiosk: 'borne',
  display: 'affichage',
  agent: 'agent',
  supervisor: 'superviseur',
  admin: 'responsable',
  integration: 'logiciel',
}
const kinds = { command: 'acte', view: 'vue', read: 'lecture' } as const

/** The contract's roles as a table, in Markdown. */
function table(): string {
  const rows = [
    ['appel', 'sorte', ...roles.map((role) => titles[role]), 'sans personne'],
    ...names.toSorted().map((name) => {
      const { kind } = calls[name]
      return [
        `\`${name}\``,
        kinds[kind],
        ...roles.map((role) => (may(name, role) ? 'oui' : '')),
        isOpen(name) ? 'oui' : '',
      ]
    }),
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [
    '# Qui peut demander quoi',
    '',
    'Écrit depuis le contrat par `test/office/people/rights.test.ts`. « agent », « superviseur », « responsable » sont à la fois le',
    'rôle du poste et le droit de la personne qui s’y trouve : il faut les deux. « sans personne » : même quand personne ne s’est',
    'présenté au poste, ou qu’il est verrouillé. Un appel sans aucun « oui » est celui de l’hôte seul.',
    '',
    line(rows[0]!),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.slice(1).map(line),
    '',
  ].join('\n')
}

test('the table of rights is the one that was read and agreed', async () => {
  await expect(table()).toMatchFileSnapshot('../../fixtures/rights.md')
})

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir)
  const agentId = 'agent1'
  await done(host, 'admin', 'commands/secret.first', { agentId, secret: 'un cerisier sous la neige' })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const codeOf = async (holder: string, name: CallName) =>
  (await post(host, holder, pathOf(name), {})).error?.code
const holders: Readonly<Record<Role, string>> = {
  kiosk: 'kiosk',
  display: 'display',
  agent: 'agent2',
  supervisor: 'supervisor',
  admin: 'admin',
  integration: 'integration',
}

test('where nobody is, each call of the contract is refused for the role or for want of someone, and the public’s stations go on', async () => {
  await done(host, 'admin', 'commands/session.close')
  for (const name of names)
    for (const role of roles) {
      const code = await codeOf(holders[role], name)
      const expected = !may(name, role)
        ? 'forbiddenRole'
        : ofPeople(role) && !isOpen(name)
          ? 'signInNeeded'
          : null
      if (expected) expect(code, `${name} for ${role}`).toBe(expected)
      else expect(['forbiddenRole', 'signInNeeded'], `${name} for ${role}`).not.toContain(code)
    }
})

test('a person has at a station what it is for and what they may, and no more as soon as a right is taken away', async () => {
  const secret = 'deux pruniers au bord de l’eau'
  const everything = ['agent', 'supervisor', 'admin']
  const signIn = (holder: string, agentId: string, phrase: string) =>
    done(host, holder, 'commands/session.open', { agentId, secret: phrase })
  const asManager = async (name: `commands/${string}`, input: unknown) => {
    await signIn('admin', 'agent1', 'un cerisier sous la neige')
    return done<Output<'agent.invite'>>(host, 'admin', name, input)
  }
  await asManager('commands/agent.setRights', { agentId: 'agent2', rights: everything })
  const { code } = await asManager('commands/agent.invite', { agentId: 'agent2' })
  await done(host, 'agent2', 'commands/secret.choose', { agentId: 'agent2', code, secret })
  await signIn('supervisor', 'agent2', secret)
  // Someone who may everything: no call of a station's role is refused for want of a right.
  for (const role of ['agent', 'supervisor', 'admin'] as const)
    for (const name of names.filter((one) => may(one, role) && calls[one].kind !== 'command'))
      expect(['forbiddenRole', 'rightLacking', 'signInNeeded'], `${name} for ${role}`).not.toContain(
        await codeOf(holders[role], name),
      )
  await asManager('commands/agent.setRights', { agentId: 'agent2', rights: ['agent'] })
  for (const name of names.filter((one) => may(one, 'supervisor') && !isOpen(one)))
    expect(await codeOf('supervisor', name), name).toBe('rightLacking')
  expect(await codeOf('agent2', 'counter.view')).toBeUndefined()
})

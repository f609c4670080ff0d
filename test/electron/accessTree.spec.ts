import { join } from 'node:path'
import { run } from '../runtime/command.ts'
import { root } from '../runtime/places.ts'
import { prepareSession } from './accessSession.ts'
import { expect, test } from './launch.ts'

// What the system's screen reader (Orca, by AT-SPI) is given of the real application, read back as it reads it.

type Node = {
  readonly depth: number
  readonly role: string
  readonly name: string
  readonly states: readonly string[]
  readonly lang: string
}

/** What has a name, or nobody who doesn't see can act on it. */
const acted = new Set([
  'button',
  'push button',
  'toggle button',
  'check box',
  'entry',
  'radio button',
  'combo box',
  'link',
])

test('a screen reader finds the application, its page, a name on all that can be acted on, and follows the focus', async ({
  launch,
  folder,
}) => {
  const session = await prepareSession(folder, null)
  const application = await launch({
    args: ['--school', '--station', 'kiosk'],
    switches: ['--force-renderer-accessibility'],
    through: session.script,
    env: session.env,
  })
  const page = await application.firstWindow()
  const { address, end } = session.begun()
  application.process().once('exit', end)
  await expect(page.getByRole('heading', { name: 'L’accueil est fermé', level: 1 })).toBeVisible()
  const tree = async (): Promise<readonly Node[]> => {
    const { code, text } = await run('/usr/bin/python3', [join(root, 'test', 'electron', 'accessTree.py')], {
      env: { ...session.env, DBUS_SESSION_BUS_ADDRESS: address },
    })
    expect(code, `${text} (paquets at-spi2-core, python3-gi et gir1.2-atspi-2.0)`).toBe(0)
    return text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Node)
  }
  const named = (nodes: readonly Node[], role: RegExp, name: RegExp) =>
    nodes.filter((node) => role.test(node.role) && name.test(node.name))

  await expect.poll(async () => named(await tree(), /^document web$/, /Guichet|Borne/)).not.toEqual([])
  await expect.poll(async () => named(await tree(), /heading/, /^L’accueil est fermé$/)).toHaveLength(1)
  const closed = await tree()
  expect(closed.filter(({ role, name }) => acted.has(role) && name.trim() === '')).toEqual([])
  await page.getByRole('button', { name: 'Lire et atteindre' }).press('Enter')
  await page.getByRole('button', { name: 'Contraste fort' }).press('Enter')
  await expect
    .poll(async () => named(await tree(), /button/, /^Contraste fort$/).map(({ states }) => states))
    .toEqual([expect.arrayContaining(['focused', 'pressed'])])
})

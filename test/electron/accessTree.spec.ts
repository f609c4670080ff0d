import { readFileSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../runtime/command.ts'
import { root } from '../runtime/places.ts'
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

/** Ends the process whose number a file holds, if it is still there. */
function end(file: string): void {
  try {
    process.kill(Number(readFileSync(file, 'utf8').trim()), 'SIGTERM')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

test('a screen reader finds the application, its page, a name on all that can be acted on, and follows the focus', async ({
  launch,
  folder,
}) => {
  const home = join(folder, 'run')
  await mkdir(home, { mode: 0o700 })
  const bus = join(folder, 'bus')
  const session = join(folder, 'session.sh')
  await writeFile(
    session,
    // Both are told by their numbers and hold nothing of this process: what outlives the application would keep the
    // test's own end waiting.
    `#!/bin/sh
exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&-
DBUS_SESSION_BUS_ADDRESS=$(dbus-daemon --session --fork --print-address=1 --print-pid=9 9>"$BUS.pid")
export DBUS_SESSION_BUS_ADDRESS
printf %s "$DBUS_SESSION_BUS_ADDRESS" >"$BUS"
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 >/dev/null 2>&1 </dev/null 9>&- &
echo $! >"$BUS.launcher"
exec "$APPLICATION" "$@"
`,
  )
  await chmod(session, 0o700)
  const application = await launch({
    args: ['--school', '--station', 'kiosk'],
    switches: ['--force-renderer-accessibility'],
    through: session,
    env: { XDG_RUNTIME_DIR: home, BUS: bus, ACCESSIBILITY_ENABLED: '1' },
  })
  const page = await application.firstWindow()
  application.once('close', () => {
    for (const file of [`${bus}.launcher`, `${bus}.pid`]) end(file)
  })
  await expect(page.getByRole('heading', { name: 'L’accueil est fermé', level: 1 })).toBeVisible()
  const address = await readFile(bus, 'utf8')
  const tree = async (): Promise<readonly Node[]> => {
    const { code, text } = await run('/usr/bin/python3', [join(root, 'test', 'electron', 'accessTree.py')], {
      env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: home },
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

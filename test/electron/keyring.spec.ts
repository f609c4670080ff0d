import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { find } from '../runtime/command.ts'
import { expect, test } from './launch.ts'

// A real Secret Service (GNOME's) on a session bus of the test's own: the key is wrapped by what an agent's machine has.

test('the office’s key is protected by the system’s keyring, and opened again at the next start', async ({
  launch,
  folder,
}) => {
  for (const program of ['dbus-run-session', 'gnome-keyring-daemon'])
    expect(find(program), `${program} (paquets dbus-daemon et gnome-keyring)`).toBeTruthy()
  const [run, home] = [join(folder, 'run'), join(folder, 'home')]
  for (const each of [run, home]) await mkdir(each, { mode: 0o700 })
  // The keyring is a new user's, opened with a password as a login opens it; then the application takes its place.
  const session = join(folder, 'session.sh')
  await writeFile(
    session,
    `#!/bin/sh
exec dbus-run-session -- sh -c 'printf essai | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$0" "$@"' "$APPLICATION" "$@"
`,
  )
  await chmod(session, 0o700)
  const start = () =>
    launch({
      args: ['--school', '--station', 'administration'],
      switches: ['--password-store=gnome-libsecret'],
      through: session,
      env: { XDG_RUNTIME_DIR: run, XDG_DATA_HOME: home },
    })
  const key = join(folder, 'formation', 'office.key')

  const first = await start()
  const page = await first.firstWindow()
  await page.getByRole('button', { name: 'Office', exact: true }).press('Enter')
  const shown = page.getByText('La clé qui signe est')
  await expect(shown).toHaveText('La clé qui signe est dans un fichier que seul le compte de Guichet lit.')
  const plain = JSON.parse(await readFile(key, 'utf8')) as { readonly ed25519: string }
  await page.getByRole('button', { name: 'Protéger la clé…' }).press('Enter')
  await page.getByRole('button', { name: 'Continuer' }).press('Enter')
  await expect(page.locator('code').filter({ hasText: /^AGE-SECRET-KEY-1/ })).toBeVisible()
  await expect(shown).toContainText('protégée par le système de cette machine (trousseau de GNOME)')
  expect(await readFile(key, 'utf8')).not.toContain(plain.ed25519)
  await page.getByRole('button', { name: 'Je l’ai gardée' }).press('Enter')
  await expect(page.getByText(/AGE-SECRET-KEY/)).toHaveCount(0)
  await first.close()

  const again = await start()
  const next = await again.firstWindow()
  await next.getByRole('button', { name: 'Office', exact: true }).press('Enter')
  await expect(next.getByText('protégée par le système de cette machine')).toBeVisible()
  await again.close()
})

import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { manifestName, notesName } from '../../electron/system/updates/manifest.ts'
import { byNight } from '../e2e/fixture.ts'
import { openEye } from '../e2e/look.ts'
import { announce, announceNotes, publicHalf } from '../runtime/announce.ts'
import { expect, test } from './launch.ts'

// « Mises à jour » of the administration, on an application that believes it is an AppImage, and a shared folder.

const { look: see, wrong } = openEye()

const maker = generateKeyPairSync('ed25519').privateKey

/** None of these hours is the present one. */
const notNow = () => {
  const hour = (new Date().getHours() + 3) % 23
  const [from, to] = [hour, hour + 1].map((one) => String(one).padStart(2, '0'))
  return `${from}:00-${to}:00`
}

/** A machine whose configuration looks for updates in a shared folder. */
async function machine(on?: boolean) {
  const shared = await mkdtemp(join(tmpdir(), 'guichet-shared-'))
  const config = join(shared, 'guichet.json')
  const update = { from: shared, key: publicHalf(maker), between: notNow(), ...(on !== undefined && { on }) }
  await writeFile(config, JSON.stringify({ update }))
  const next = join(shared, `guichet_0.2.0_${process.arch}.AppImage`)
  await writeFile(next, 'le programme suivant')
  const publish = async (by = maker) => {
    const told = { version: '0.2.0', from: '0.1.0', back: false }
    await writeFile(join(shared, manifestName), await announce(by, told, [next]))
    await writeFile(join(shared, notesName), announceNotes(by, '0.2.0', 'La borne parle plus fort.'))
  }
  const args = ['--school', '--station', 'administration', '--config', config]
  return { shared, publish, launched: { args, env: { APPIMAGE: next } } }
}

const open = async (page: Page) => {
  await page.getByRole('button', { name: 'Mises à jour', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Mises à jour', level: 1 })).toBeVisible()
}

test('a manager sees what is installed, where updates are looked for, what waits with what it brings, and what was refused', async ({
  launch,
}) => {
  const { shared, publish, launched } = await machine()
  const application = await launch(launched)
  const page = await application.firstWindow()
  await open(page)
  const part = (name: string) => page.getByRole('region', { name })
  await expect(part('Version installée')).toContainText('Guichet 0.1.0, sur cet ordinateur depuis le')
  await expect(part('Version installée')).toContainText('Version d’essai')
  const search = part('Recherche des mises à jour')
  await expect(search).toContainText(shared)
  await expect(search).toContainText('guichet.json')

  const look = search.getByRole('button', { name: 'Chercher maintenant' })
  await publish(generateKeyPairSync('ed25519').privateKey)
  await look.press('Enter')
  await expect(part('Ce qui n’a pas été installé')).toContainText('n’est pas signée par la clé attendue')
  await see(page, 'updates-refused')
  await publish()
  await look.press('Enter')
  const waiting = part('En attente')
  await expect(waiting).toContainText('Version 0.2.0')
  await expect(waiting).toContainText('La borne parle plus fort.')
  await expect(waiting.getByRole('button', { name: 'Installer à la fermeture' })).toBeVisible()
  await see(page, 'updates-waiting', { closely: true })

  await search.getByRole('checkbox', { name: /^Chercher les mises à jour/ }).press('Space')
  await expect(search).toContainText('Arrêtées par l’administration')
  await expect(look).toBeHidden()
  await expect(waiting).toBeHidden()
  await see(page, 'updates-stopped')
  expect(wrong()).toEqual([])
  await rm(shared, { recursive: true })
})

test(
  'what the configuration imposes is said, and is nobody’s to change here',
  { tag: byNight },
  async ({ launch }) => {
    const { shared, launched } = await machine(true)
    const application = await launch(launched)
    const page = await application.firstWindow()
    await open(page)
    await expect(page.getByText('Les mises à jour sont cherchées : la configuration l’impose.')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /^Chercher les mises à jour/ })).toHaveCount(0)
    await see(page, 'updates-imposed')
    expect(wrong()).toEqual([])
    await rm(shared, { recursive: true })
  },
)

test(
  'the version that was left is named, and comes back on a person’s word alone',
  { tag: byNight },
  async ({ launch, folder }) => {
    const { shared, publish, launched } = await machine()
    await writeFile(join(folder, 'update-left.json'), JSON.stringify({ version: '0.2.0' }))
    await publish()
    const application = await launch(launched)
    const page = await application.firstWindow()
    await open(page)
    const installed = page.getByRole('region', { name: 'Version installée' })
    await expect(installed).toContainText('La version 0.2.0 a été quittée')
    await page.getByRole('button', { name: 'Chercher maintenant' }).press('Enter')
    const back = installed.getByRole('button', { name: 'Reprendre la version 0.2.0' })
    await expect(back).toBeVisible()
    await see(page, 'updates-left')
    await back.press('Enter')
    await expect(page.getByRole('region', { name: 'En attente' })).toContainText('Version 0.2.0')
    await expect(back).toBeHidden()
    expect(wrong()).toEqual([])
    await rm(shared, { recursive: true })
  },
)

test(
  'where nothing is configured, the page says who writes it and where',
  { tag: byNight },
  async ({ launch }) => {
    const application = await launch({ args: ['--school', '--station', 'administration'] })
    const page = await application.firstWindow()
    await open(page)
    await expect(page.getByText('Aucun lieu de mises à jour n’est réglé')).toBeVisible()
    await see(page, 'updates-none')
    expect(wrong()).toEqual([])
  },
)

import { expect, test, type Page } from '@playwright/test'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBackup } from '../../db/backup/write.ts'
import { openAsIs } from '../../db/open.ts'
import { restoreBackup } from '../../electron/host/backup/restore.ts'
import { signerIn } from '../../electron/host/office/key.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import { done, newFolder, removeFolder, startHost } from '../fixtures/startHost.ts'
import { openBrowser } from '../fixtures/browser.ts'
import { broken } from '../fixtures/axe.ts'

// A training office is not backed up: this one is real, of its own folder.

let dir: string
let page: Page
let close: () => Promise<void>
test.beforeEach(async () => {
  dir = await newFolder()
  const host = await startHost(join(dir, 'office'), { school: false })
  const tokens = JSON.parse(await readFile(join(dir, 'office', 'tokens.json'), 'utf8')) as Record<
    string,
    string
  >
  await done({ url: host.url, tokens }, 'admin', 'commands/office.create', {
    ...schoolOffice,
    school: false,
  })
  const browser = await openBrowser()
  page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  await page.goto(`${host.url}/#station=administration&token=${tokens['admin']}`)
  close = async () => {
    await browser.close()
    await host.stop()
    await removeFolder(dir)
  }
})
test.afterEach(() => close())

test('a manager who restored the office reads that nothing is taken, then goes on after the numbers of the papers', async () => {
  const from = join(dir, 'office')
  const tokens = JSON.parse(await readFile(join(from, 'tokens.json'), 'utf8')) as Record<string, string>
  await page.goto('about:blank')
  const { file } = await backedUp(from)
  const to = join(dir, 'restored')
  await restoreBackup(file, to, undefined)
  const host = await startHost(to, { school: false })
  try {
    await page.goto(`${host.url}/#station=administration&token=${tokens['admin']}`)
    await page
      .getByRole('navigation')
      .getByRole('button', { name: 'Sauvegardes', exact: true })
      .press('Enter')
    await expect(page.getByText('L’office vient d’une sauvegarde')).toBeVisible()
    await expect(page.getByRole('alert').getByText('aucun numéro n’est donné')).toBeVisible()
    expect(await broken(page)).toEqual([])
    const papers = page.getByRole('textbox', { name: 'Derniers numéros que montrent les papiers' })
    await papers.fill('douze')
    await papers.press('Enter')
    await expect(page.getByText('n’est ni un ticket')).toBeVisible()
    await papers.fill('A12')
    await papers.press('Enter')
    await expect(page.getByText('L’office vient d’une sauvegarde')).toBeHidden()
    await done({ url: host.url, tokens }, 'supervisor', 'commands/day.open')
    const { number } = await done<{ number: string }>(
      { url: host.url, tokens },
      'kiosk',
      'commands/ticket.take',
      { serviceId: 'titres' },
    )
    expect(number).toBe('A13')
  } finally {
    await host.stop()
  }
})

/** A backup of an office that works, as the command line makes one. */
async function backedUp(folder: string) {
  const source = await openAsIs(folder)
  try {
    return await writeBackup({
      folder,
      source,
      out: join(dir, 'copies'),
      why: 'asked',
      chain: 'whole',
      at: Date.now() as Instant,
      signer: signerIn(folder),
    })
  } finally {
    source.close()
  }
}

test('a manager backs the office up, then has copies go elsewhere under a key that only the paper bears', async () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await test.step('an office that has none yet says so, and makes one by the keyboard alone', async () => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: 'Sauvegardes', exact: true })
      .press('Enter')
    await expect(page.getByText('Aucune sauvegarde pour l’instant')).toBeVisible()
    expect(await broken(page)).toEqual([])
    await button('Sauvegarder maintenant').press('Enter')
    await expect(page.getByText('Sauvegarde faite et vérifiée')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Sauvegardes de cet ordinateur' })).toContainText(
      'Pages et chaîne entière',
    )
  })

  const usb = join(dir, 'usb')
  await mkdir(usb)
  await test.step('the recovery key is shown once, and kept only when its paper was read again', async () => {
    await button('Faire la clé de secours…').press('Enter')
    await expect(page.getByText('Écrivez le dossier.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Dossier, vu de cet ordinateur' }).fill(usb)
    await page.keyboard.press('Enter')
    await expect(button('Imprimer')).toBeFocused()
    const identity = (await page.locator('code').textContent()) ?? ''
    expect(identity).toMatch(/^AGE-SECRET-KEY-1/)
    expect(await broken(page)).toEqual([])
    const typed = page.getByRole('textbox', { name: 'Les six derniers caractères' })
    await typed.fill('ABCDEF')
    await typed.press('Enter')
    await expect(page.getByText('Ce ne sont pas les derniers caractères')).toBeVisible()
    await typed.fill(identity.slice(-6).toLowerCase())
    await typed.press('Enter')
    await expect(page.getByText(`Les copies vont dans « ${usb} ».`)).toBeVisible()
    await button('Sauvegarder maintenant').press('Enter')
    await expect(page.getByText(/La dernière est du/)).toBeVisible()
    expect((await readdir(usb)).filter((name) => name.endsWith('.age'))).toHaveLength(1)
    const settings = await readFile(join(dir, 'office', 'sauvegardes.json'), 'utf8')
    expect(settings).not.toContain('SECRET')
    expect(await broken(page)).toEqual([])
  })

  await test.step('copies elsewhere stop when it is asked', async () => {
    await button('Ne plus copier ailleurs').press('Enter')
    await expect(page.getByText('Guichet ne copie plus les sauvegardes ailleurs.')).toBeVisible()
  })
})

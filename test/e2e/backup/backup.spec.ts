import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeBackup } from '../../../db/backup/write.ts'
import { openAsIs } from '../../../db/open.ts'
import { restoreBackup } from '../../../electron/host/backup/restore.ts'
import { signerIn } from '../../../electron/host/office/key.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { makeRealOffice } from '../../fixtures/realOffice.ts'
import { done } from '../../fixtures/startHost.ts'
import { expect, test as base } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'

// A training office is not backed up: this one is real, of its own folder.

const test = base.extend({
  office: async ({ port }, use) => {
    const { host, dir, stop } = await makeRealOffice({ port })
    await use({ ...host, dataDir: dir, stop })
    await stop()
  },
})

test.use({ station: 'administration' })

test('a manager who restored the office reads that nothing is taken, then goes on after the numbers of the papers', async ({
  office: { dataDir, tokens },
  page,
}) => {
  await page.goto('about:blank')
  const { file } = await backedUp(dataDir)
  const to = join(dirname(dataDir), 'restored')
  await restoreBackup(file, to, undefined, { withoutLedger: true })
  const host = await startInside(to, { school: false })
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
      out: join(dirname(folder), 'copies'),
      why: 'asked',
      chain: 'whole',
      at: Date.now() as Instant,
      signer: signerIn(folder),
    })
  } finally {
    source.close()
  }
}

test('a manager backs the office up, then has copies go elsewhere under a key that only the paper bears', async ({
  office: { dataDir },
  page,
}) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await test.step('who went to a setting before the day was read there opens no day by Enter', async () => {
    // As soon as the setting is there: the page asks its host for the day meanwhile.
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        const setting = [...document.querySelectorAll('nav button')].find(
          ({ textContent }) => textContent === 'Sauvegardes',
        )
        if (!(setting instanceof HTMLElement)) return
        seen.disconnect()
        setting.focus()
      })
      seen.observe(document, { childList: true, subtree: true })
    })
    await page.reload()
    await expect(button('Ouvrir la journée')).toBeVisible()
    await expect(button('Sauvegardes')).toBeFocused()
  })
  await test.step('an office that has none yet says so, and makes one by the keyboard alone', async () => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: 'Sauvegardes', exact: true })
      .press('Enter')
    await expect(page.getByText('Aucune sauvegarde pour l’instant')).toBeVisible()
    expect(await broken(page)).toEqual([])
    await button('Sauvegarder maintenant').press('Enter')
    // A backup gives way to the counters: beside a whole run it waits for a processor.
    await expect(page.getByText('Sauvegarde faite et vérifiée')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('table', { name: 'Sauvegardes de cet ordinateur' })).toContainText(
      'Pages et chaîne entière',
    )
  })

  const usb = join(dirname(dataDir), 'usb')
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
    const settings = await readFile(join(dataDir, 'sauvegardes.json'), 'utf8')
    expect(settings).not.toContain('SECRET')
    expect(await broken(page)).toEqual([])
  })

  await test.step('copies elsewhere stop when it is asked', async () => {
    await button('Ne plus copier ailleurs').press('Enter')
    await expect(page.getByText('Guichet ne copie plus les sauvegardes ailleurs.')).toBeVisible()
  })
})

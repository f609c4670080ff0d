import type { Locator, Page } from '@playwright/test'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import { enter, passphrase } from '../e2e/realOffice.ts'
import { expect, test } from './launch.ts'

const { printer } = settings

/** A hand on the keyboard, whose presses are counted. */
function keysOf(page: Page) {
  let count = 0
  const press = async (key: string) => {
    count++
    await page.keyboard.press(key)
  }
  return {
    count: () => count,
    spent: (presses: number) => void (count += presses),
    press,
    type: async (text: string) => {
      count += text.length
      await page.keyboard.type(text)
    },
    tabTo: async (target: Locator) => {
      for (let stops = 0; stops < 30; stops++) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await press('Tab')
      }
      await expect(target).toBeFocused()
    },
  }
}

// The first run of a real office in the application, to its counter: the machine's windows ask who is there.

test('the welcome makes the first manager, and the counter that it opens asks who is there', async ({
  launch,
}) => {
  const application = await launch()
  const page = await application.firstWindow()
  const keys = keysOf(page)
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  // The first start makes the office's key and its database.
  await expect(field('Nom de l’office')).toBeFocused({ timeout: 30_000 })
  const began = Date.now()
  // « Mairie de » is there; the town follows the name.
  await keys.type('Fontaine-le-Port')
  for (const [name, text] of [
    ['Adresse', '1 place de la Mairie'],
    ['Code postal', '77590'],
    ['Téléphone', '01 60 00 00 00'],
    ['Prénom', 'Nadia'],
    ['Nom', 'Ferrand'],
  ] as const) {
    await keys.tabTo(field(name))
    await keys.type(text)
  }
  // A printer of the network, which nobody has plugged in yet.
  const kind = (name: string) => page.getByRole('radio', { name })
  await keys.tabTo(kind(printer.kinds.screen))
  for (let moves = 0; moves < 6 && !(await kind(printer.kinds.tcp).isChecked()); moves++)
    await keys.press('ArrowRight')
  for (const [name, text] of [
    [printer.addresses.tcp, '127.0.0.1:9'],
    ['Votre phrase de passe', passphrase],
  ] as const) {
    await keys.tabTo(field(name))
    await keys.type(text)
  }
  // Shown, it is read instead of typed twice.
  await keys.tabTo(page.getByRole('checkbox', { name: 'Montrer ce qui est tapé' }))
  await keys.press('Space')
  await expect(field('Votre phrase de passe')).toHaveValue(passphrase)
  await expect(field('Encore une fois, le même texte')).toBeHidden()
  await keys.press('Enter')
  // One page of next steps: the day, then what remains to be set, the printer's test page among it.
  await expect(page).toHaveURL(/#station=administration$/)
  await expect(page.getByRole('button', { name: 'Ouvrir la journée' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByText('Journée ouverte depuis')).toBeVisible()
  await keys.tabTo(page.getByRole('button', { name: 'Imprimer un essai' }))
  await keys.press('Enter')
  await expect(page.getByText('L’essai est envoyé')).toBeVisible()
  const [counter] = await Promise.all([
    // The printer's test page is drawn meanwhile in a window of its own.
    application.waitForEvent('window', (opened) =>
      opened.waitForURL(/#station=counter$/, { waitUntil: 'commit' }).then(
        () => true,
        () => false,
      ),
    ),
    page
      .getByRole('button', { name: 'Ouvrir le guichet' })
      .press('Enter')
      .then(() => keys.spent(1)),
  ])
  await expect(counter).toHaveURL(/#station=counter$/)
  const seconds = Math.round((Date.now() - began) / 1000)
  process.stdout.write(`    premier démarrage : ${keys.count()} touches, ${seconds} s (au clavier seul)\n`)
  const present = counter.getByRole('region', { name: 'Qui est à ce poste' })
  // All the windows of this machine are one seat: who just chose their passphrase is here already.
  await expect(present).toContainText('Nadia Ferrand')

  await counter.keyboard.press('Shift+F12')
  await expect(counter.getByRole('heading', { name: 'Poste verrouillé' })).toBeVisible()
  await expect(present).toBeHidden()
  await enter(counter, 'Phrase de passe', passphrase)
  await expect(present).toBeVisible()
  await counter.getByRole('button', { name: 'Sortir' }).press('Enter')
  await expect(counter.getByRole('heading', { name: 'Qui êtes-vous' })).toBeVisible()
  await counter.keyboard.press('1')
  await enter(counter, 'Phrase de passe', passphrase)
  await expect(present).toContainText('Nadia Ferrand')
})

import { administration, openNetwork, pairStation } from '../../fixtures/lanHost.ts'
import { expect, test } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press, tabTo } from '../keyboard.ts'
import { choose } from './kioskPeople.ts'
import { everyWay, openEye } from '../look.ts'
import { act } from '../reception.ts'

// After the ticket, at the kiosk: to be told when one's turn is near, and to follow it on one's own telephone.

test('whoever agrees types where to be told, is told once what it is for, and finds their ticket on the office’s network', async ({
  office,
  windows,
}) => {
  // By night every picture is taken.
  test.setTimeout(300_000)
  const { look, wrong } = openEye()
  const admin = await administration(office)
  await openNetwork(admin)
  await pairStation(admin)
  const { door } = await admin.ask('stations.view', {})
  admin.connection.close()
  const notices = { means: ['sms', 'email'], ahead: 0 }
  await act(office, 'admin', 'software.set', { privateAddresses: false, notices })
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })

  const kiosk = await windows.open('kiosk')
  const question = (name: string | RegExp) => kiosk.getByRole('heading', { name, level: 1 })
  await expect(question('Quelle est votre démarche')).toBeFocused()
  await press(kiosk, 'Digit1', 'Digit1')
  await choose(kiosk, /^Prendre (mon|le) ticket/)
  await expect(kiosk.getByRole('status').filter({ hasText: 'A 2' })).toBeVisible()
  await expect(kiosk.getByText(`${door.addresses[0]}/suivi`)).toBeVisible()
  await expect(kiosk.locator('img[src^="data:image/svg+xml"]')).toBeVisible()
  await look(kiosk, 'kiosk-followed')

  await choose(kiosk, 'M’avertir quand mon tour approche')
  await expect(question('Comment vous avertir')).toBeFocused()
  if (everyWay) await look(kiosk, 'kiosk-notice-means')
  await choose(kiosk, 'Par un SMS')
  await expect(question('Quel est votre numéro de téléphone')).toBeVisible()
  await expect(kiosk.getByText('effacé à la fin de votre passage')).toBeVisible()
  await kiosk.keyboard.type('12345678')
  if (everyWay) await look(kiosk, 'kiosk-notice-phone')
  await press(kiosk, 'Enter')
  await expect(kiosk.getByRole('alert')).toHaveText('Ce numéro ou cette adresse n’est pas complet. Corrigez.')
  await press(kiosk, 'Escape')
  await choose(kiosk, 'Par un courriel')
  await expect(question('Quelle est votre adresse électronique')).toBeVisible()
  await kiosk.keyboard.type('Awa.Diallo@exemple')
  await look(kiosk, 'kiosk-notice-email')
  const agree = kiosk.getByRole('button', { name: 'J’accepte, avertissez-moi' })
  await expect(agree).toBeDisabled()
  await kiosk.keyboard.type('.fr')
  await tabTo(agree, 60)
  await press(kiosk, 'Enter')
  await expect(kiosk.getByText('Vous serez averti quand votre tour approche')).toBeVisible()
  await expect(kiosk.getByRole('button', { name: 'M’avertir' })).toBeHidden()
  await look(kiosk, 'kiosk-noticed')
  const journal = await journalOf(office.dataDir)
  expect(journal.filter(({ type }) => type === 'noticeAsked').map(({ data }) => data['means'])).toEqual([
    'email',
  ])
  expect(JSON.stringify(journal), 'what is typed is no fact').not.toContain('diallo')

  // From right to left, by night: accessKiosk and kioskMatrix see the kiosk so by day.
  if (everyWay) {
    await press(kiosk, 'Escape')
    await kiosk.getByRole('button', { name: 'العربية' }).press('Enter')
    await press(kiosk, 'Digit1', 'Digit1')
    await tabTo(
      kiosk
        .getByRole('button', { name: /^أخذ/ })
        .or(kiosk.getByRole('button', { name: /تذكرت/ }))
        .first(),
      60,
    )
    await press(kiosk, 'Enter')
    await choose(kiosk, 'أعلموني عند اقتراب دوري')
    await choose(kiosk, 'برسالة نصية')
    await look(kiosk, 'kiosk-notice-phone-ar')
  }
  expect(wrong()).toEqual([])
})

test('a kiosk that the office does not know sends the public to an agent in five languages, and says what is to be mended', async ({
  shell,
  office,
  windows,
}) => {
  // The application makes its own kiosk's token: an unknown one comes by an address.
  if (shell === 'electron') return
  const { look, wrong } = openEye()
  const page = await windows.context.newPage()
  await page.goto(`${office.url}/#station=kiosk&token=inconnu`)
  await expect(page.getByRole('heading', { name: 'Ce poste n’est pas accepté' })).toBeVisible()
  for (const lang of ['fr', 'en', 'es', 'ar', 'uk'])
    await expect(page.locator(`li[lang="${lang}"]`)).toBeVisible()
  await expect(page.locator('li[lang="ar"]')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('Ouvrez-le avec l’adresse que donne l’ordinateur de l’office')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible()
  await look(page, 'kiosk-unknown')
  expect(wrong()).toEqual([])
})

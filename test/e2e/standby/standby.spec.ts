import { administration, openNetwork } from '../../fixtures/lanHost.ts'
import { addressOf } from '../../fixtures/office.ts'
import { newFolder, removeFolder, startHost } from '../../fixtures/startHost.ts'
import { followOptions } from '../../fixtures/twoHosts.ts'
import { byNight, expect, test } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'administration' })

test('on the second computer’s page, the host’s silence is said, and one key asked twice takes the relay', async ({
  windows,
}) => {
  test.setTimeout(90_000)
  const folders = [await newFolder(), await newFolder()] as const
  const first = await startHost(folders[0])
  const second = await startHost(folders[1], {
    school: false,
    more: followOptions(first.url, first.follower()),
  })
  const office = { url: second.url, tokens: second.tokens, dataDir: second.dir, stop: async () => {} }
  try {
    const page = await windows.context.newPage()
    await page.goto(addressOf(office, 'administration'))
    await button(page, 'Postes et réseau').press('Enter')
    await expect(heading(page, 'Le second ordinateur')).toBeVisible()
    await expect(
      page.getByText('Cet ordinateur suit l’hôte : il montre tout et ne change rien.'),
    ).toBeVisible()

    // While the first is alive the key is refused, and says why.
    await button(page, 'Prendre le relais').press('Enter')
    await expect(
      page.getByText('Faites-le si le premier ordinateur est arrêté', { exact: false }),
    ).toBeVisible()
    expect(await broken(page)).toEqual([])
    await button(page, 'Prendre le relais').press('Enter')
    await expect(page.getByText('Le premier hôte répond encore', { exact: false })).toBeVisible()

    await first.kill()
    await expect(page.getByText(/^L’hôte ne répond plus depuis/)).toBeVisible({ timeout: 20_000 })
    // The first page does not say at once that its host is silent and that it follows it.
    await page.goto('about:blank')
    await page.goto(addressOf(office, 'administration'))
    await expect(page.getByText(/^L’hôte ne répond plus depuis/).first()).toBeVisible()
    await expect(page.getByText('Cet ordinateur suit l’hôte', { exact: false })).toHaveCount(0)
    await button(page, 'Postes et réseau').press('Enter')
    await button(page, 'Prendre le relais').press('Enter')
    await button(page, 'Prendre le relais').press('Enter')
    await expect(page.getByText('Aucun autre ordinateur ne suit cet hôte', { exact: false })).toBeVisible()
    await act(office, 'supervisor', 'day.open')

    // The token of a computer that was lost is changed by one key asked twice: the one before opens nothing.
    await button(page, 'Changer le jeton du second ordinateur').press('Enter')
    await expect(page.getByText('est coupé aussitôt', { exact: false })).toBeVisible()
    expect(await broken(page)).toEqual([])
    await button(page, 'Changer le jeton du second ordinateur').press('Enter')
    await expect(page.getByText('Le jeton est changé.', { exact: false })).toBeVisible()
    await expect(page.getByText('arrêtez ensuite Guichet', { exact: false })).toBeVisible()
    const shown = await page
      .locator('code')
      .filter({ hasText: /^[\w-]{43}/ })
      .innerText()
    const open = async (token: string) =>
      (
        await fetch(`${second.url}/following/hash`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: '{"seq":1}',
        })
      ).status
    expect([await open(first.follower()), await open(shown.split('.')[0]!)]).toEqual([401, 200])
  } finally {
    await Promise.all([first.kill(), second.kill()])
    await Promise.all(folders.map(removeFolder))
  }
})

test(
  'a command that was copied is said to be, and not the one of another system',
  { tag: byNight },
  async ({ windows }) => {
    const host = await startHost(await newFolder())
    const office = { url: host.url, tokens: host.tokens, dataDir: host.dir, stop: async () => {} }
    try {
      const admin = await administration(host)
      await openNetwork(admin)
      admin.connection.close()
      const page = await windows.context.newPage()
      await page.goto(addressOf(office, 'administration'))
      await button(page, 'Postes et réseau').press('Enter')
      await button(page, 'Relier un second ordinateur').press('Enter')
      await button(page, 'Copier la commande').press('Enter')
      const said = page.getByText(/^(?:Commande copiée|La copie n’a pas marché)/)
      await expect(said).toBeVisible()
      await page.getByRole('radio', { name: 'Windows' }).press('Space')
      await expect(page.getByText('npm.cmd ci', { exact: false })).toBeVisible()
      await expect(said).toHaveCount(0)
    } finally {
      await host.stop()
      await removeFolder(host.dir)
    }
  },
)

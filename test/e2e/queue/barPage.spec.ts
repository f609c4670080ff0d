import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { act, heldByFirstAgent, openOffice, receiveNext } from '../reception.ts'

// The thin bar as a page: what it says in its least width, and what it asks of the counter's page.

/** The bar of the first agent, beside the counter's page. */
async function barOf({ url, tokens }: Office, page: Page): Promise<Page> {
  const bar = await page.context().newPage()
  await bar.setViewportSize({ width: 640, height: 56 })
  await bar.goto(`${url}/#station=bar&token=${tokens['agent1']}`)
  return bar
}

test('in its least width it is read whole; titles under one name are chosen on the counter’s page, opened where there is none', async ({
  office,
  page,
}) => {
  await openOffice(office, 0)
  await heldByFirstAgent(page)
  const bar = await barOf(office, page)

  await test.step('« Personne n’attend » is read whole', async () => {
    const said = bar.getByText('Personne n’attend')
    await expect(said).toBeVisible()
    expect(await said.evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0)
  })

  for (const slot of ['8', '9'])
    await act(office, 'agent1', 'file.titleArrived', {
      request: { procedureId: 'cni', serviceId: 'titres', person: { familyName: 'Mercier' } },
      arrivedOn: '2026-02-20',
      slot,
    })
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await page.bringToFront()
  await receiveNext(page, 'A 1')
  await act(office, 'agent1', 'sheet.update', { person: { familyName: 'Mercier' } })
  await expect(bar.getByRole('button', { name: 'Terminer' })).toBeEnabled()
  await bar.bringToFront()

  await test.step('several titles under the name of who is received are chosen on the counter’s page, which shows them', async () => {
    await press(bar, 'F10')
    const field = page.getByRole('textbox', { name: 'Nom ou numéro' })
    await expect(field).toHaveValue('Mercier')
    await field.press('Enter')
    await expect(page.getByRole('list', { name: 'Titres trouvés' }).getByRole('listitem')).toHaveCount(2)
    await expect(bar.getByText('Allez à l’onglet du guichet')).toBeVisible()
    expect(page.context().pages(), 'no other tab').toEqual([page, bar])
  })

  await test.step('without the counter’s tab, the bar opens one for the handing over', async () => {
    await page.close()
    const opened = bar.context().waitForEvent('page')
    await press(bar, 'F10')
    await expect(await opened).toHaveURL(/#station=counter/)
  })
})

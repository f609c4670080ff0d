import { expect, test } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'
import { button } from '../pages.ts'
import { act } from '../reception.ts'

test('a kiosk that asks too often is suspended by the supervision, says so to the public, and is resumed', async ({
  office,
  open,
}) => {
  await act(office, 'supervisor', 'day.open')
  const kiosk = await open('kiosk')
  await expect(kiosk.getByRole('heading', { level: 1 })).toBeVisible()
  const take = () => act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  const refused = async () => {
    for (let asked = 0; asked < 100; asked++) await take()
  }
  await expect(refused()).rejects.toThrow('tooOften')

  const page = await open('supervision')
  await expect(
    page.getByRole('heading', { name: /^La borne .* demande \d+.tickets par minute$/ }),
  ).toBeVisible()
  expect(await broken(page)).toEqual([])
  await button(page, 'Suspendre cette borne').click()
  await expect(kiosk.getByText('Ce poste est suspendu par la supervision.')).toBeVisible()
  expect(await broken(kiosk)).toEqual([])
  await expect(take()).rejects.toThrow('stationSuspended')

  await button(page, 'Reprendre cette borne').click()
  await expect(kiosk.getByText('Ce poste est suspendu par la supervision.')).toHaveCount(0)
  await expect(button(page, 'Reprendre cette borne')).toHaveCount(0)
})

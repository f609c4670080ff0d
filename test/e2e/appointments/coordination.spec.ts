import { startAnts } from '../../fixtures/antsDouble.ts'
import { expect, test } from '../fixture.ts'
import { openEye } from '../look.ts'
import { heading } from '../pages.ts'
import { act, heldByFirstAgent, openOffice, receiveNext } from '../reception.ts'

test.use({ station: 'administration' })

const { look } = openEye()

test('a manager sets the coordination of titles, tries it, and switches it off', async ({ page, office }) => {
  const ants = await startAnts()
  try {
    await page.getByRole('button', { name: 'Rendez-vous', exact: true }).press('Enter')
    await expect(heading(page, 'Titres\u00a0: coordination nationale (ANTS)')).toBeVisible()
    const form = page.getByRole('form', { name: 'Titres\u00a0: coordination nationale (ANTS)' })
    await form.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(form.getByText('À remplir.')).toHaveCount(2)
    await form.getByLabel('Adresse du service').fill(ants.url)
    await form.getByLabel('Jeton').fill('autre')
    await form.getByLabel('Identifiant du lieu').fill('12')
    await form.getByLabel('Nom du lieu').fill('Mairie')
    await form.getByLabel('Page où un rendez-vous s’annule').fill('https://mairie.example/rendez-vous')
    await form.getByRole('checkbox', { name: 'Titres d’identité', exact: true }).press('Space')
    await form.getByRole('checkbox', { name: /réseau privé/ }).press('Space')
    await form.getByRole('button', { name: 'Essayer', exact: true }).click()
    await expect(form.getByText('Le serveur refuse l’identifiant ou le secret. Vérifiez-les.')).toBeVisible()
    await form.getByLabel('Jeton').fill(ants.token)
    await form.getByRole('button', { name: 'Essayer', exact: true }).click()
    await expect(form.getByText('Le service répond et reconnaît le jeton.')).toBeVisible()
    await form.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(form.getByText('Un jeton est gardé. Laissez vide pour le garder.')).toBeVisible()
    await look(page, 'coordination-set')
    await act(office, 'supervisor', 'appointment.book', {
      serviceId: 'titres',
      startsAt: Date.parse('2026-03-05T09:20:00+01:00'),
      numbers: ['RDVTEST001'],
    })
    await expect(page.getByText(/rendez-vous déclaré/)).toBeVisible()
    await expect(page.getByText('RDVTEST001')).toHaveCount(0)
    await form.getByRole('button', { name: 'Arrêter', exact: true }).click()
    await expect(page.getByText(/rendez-vous déclaré/)).toHaveCount(0)
    expect(ants.rows).toHaveLength(1)
  } finally {
    await ants.stop()
  }
})

test.describe('at the counter', () => {
  test.use({ station: 'counter' })

  test('an agent types a number, reads what it is worth and by what link its person cancels elsewhere', async ({
    page,
    office,
  }) => {
    const ants = await startAnts()
    ants.rows.push({
      application_id: 'RDVTEST001',
      meeting_point: 'Mairie annexe',
      appointment_date: '2026-03-12 09:20:00',
      management_url: 'https://rdv.example/g/8f2c',
    })
    try {
      await openOffice(office, 1)
      await act(office, 'admin', 'coordination.set', {
        coordination: {
          url: ants.url,
          meetingPointId: '12',
          meetingPoint: 'Mairie',
          managementUrl: 'https://mairie.example/rendez-vous',
          services: ['titres', 'etat-civil'],
          privateAddresses: true,
        },
        token: ants.token,
      })
      await heldByFirstAgent(page)
      await receiveNext(page, 'A 1')
      await page.getByRole('button', { name: 'Vérifier un numéro de pré-demande', exact: true }).click()
      await page.getByLabel('Numéro de pré-demande', { exact: true }).fill('rdv test001')
      await page.keyboard.press('Enter')
      await expect(page.getByText('RDVTEST001 – reconnu')).toBeVisible()
      await expect(page.getByText('https://rdv.example/g/8f2c')).toBeVisible()
      await look(page, 'coordination-number')
    } finally {
      await ants.stop()
    }
  })
})

import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, ask } from '../reception.ts'

test.use({ station: 'administration' })

test('what is kept of a person is read by their paper alone, given as a file and as a tagged PDF, limited, then erased by their reference typed again', async ({
  page,
  office,
  shell,
}) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string | RegExp) => page.getByRole('textbox', { name })
  const { fileId, reference } = await act<{ fileId: string; reference: string }>(
    office,
    'agent1',
    'file.open',
    { procedureId: 'cni', serviceId: 'titres', channel: 'post', receivedOn: '2026-03-02', pieces: [] },
  )
  const person = {
    familyName: 'Quenneville',
    contact: '12 rue <b>',
    firstName: 'Léa',
    birthDate: '1990-05-17',
  }
  await act(office, 'agent1', 'file.describe', { fileId, person })
  await act(office, 'agent1', 'file.close', { fileId, reason: 'withdrawn' })
  await button('Droits d’une personne').press('Enter')

  await test.step('one paper is asked, and no two; what nothing bears is said', async () => {
    await field('Référence du dossier').press('Enter')
    await expect(page.getByText('l’un des deux')).toBeVisible()
    await field('Référence du dossier').fill('DO-1999-1')
    await press(page, 'Enter')
    await expect(page.getByText('Rien ne porte cette référence')).toBeVisible()
    await field('Référence du dossier').fill(` ${reference.toLowerCase()} `)
    await press(page, 'Enter')
    await expect(page.getByRole('table', { name: 'Données gardées de la personne' })).toContainText(
      '12 rue <b>',
    )
    if (shell === 'chromium') expect(await broken(page)).toEqual([])
    const { consultations } = await ask<{ consultations: { about: { id: string }[] }[] }>(
      office,
      'admin',
      'consultations.list',
    )
    expect(consultations[0]?.about[0]?.id).toBe(fileId)
  })

  if (shell === 'chromium')
    await test.step('the file has all of it; the paper has it too, with its structure, and none of the page’s acts', async () => {
      const taken = page.waitForEvent('download')
      await button('Enregistrer en JSON').press('Enter')
      const file = await taken
      expect(file.suggestedFilename()).toBe(`personne-${reference}.json`)
      const given = JSON.parse(await readFile(await file.path(), 'utf8')) as { rows: unknown[] }
      expect(JSON.stringify(given.rows)).toContain('12 rue <b>')
      await page.emulateMedia({ media: 'print' })
      await expect(button('Effacer…')).toBeHidden()
      await expect(page.getByRole('navigation')).toBeHidden()
      await expect(page.getByText('12 rue <b>')).toBeVisible()
      const pdf = await page.pdf({ tagged: true })
      expect(pdf.includes('/StructTreeRoot')).toBe(true)
      await page.emulateMedia({ media: null })
    })

  await test.step('a limited file says so, and is not erased before that is lifted', async () => {
    await button('Limiter ce dossier').press('Enter')
    await button('Limiter : plus personne ne s’en sert').press('Enter')
    await expect(page.getByText('Limité : gardé sans être utilisé')).toBeVisible()
    await button('Effacer…').press('Enter')
    await field(/^Tapez de nouveau/).fill(reference)
    await press(page, 'Enter')
    await expect(page.getByText('L’administration peut lever la limitation')).toBeVisible()
    await button('Lever la limitation').press('Enter')
    await button('Lever : les agents s’en servent de nouveau').press('Enter')
    await expect(page.getByText('Limité : gardé sans être utilisé')).toBeHidden()
  })

  await test.step('erasing asks for the reference again; an ended file stays, as a public archive', async () => {
    await field(/^Tapez de nouveau/).fill('DO-2026-999')
    await press(page, 'Enter')
    await expect(page.getByText('Ce texte n’est pas celui de la recherche')).toBeVisible()
    await field(/^Tapez de nouveau/).fill(reference)
    await press(page, 'Enter')
    await expect(page.getByText(/^Effacé\s: 0\. Gardé comme archive publique\s: 1/)).toBeVisible()
    await expect(page.getByText('L’office ne garde plus rien de cette personne.')).toBeHidden()
  })

  await test.step('the term of an archive is settled, and nothing is eliminated before it is over', async () => {
    await button('Archives').press('Enter')
    await button('Changer la durée : Documents émis').press('Enter')
    await field('Durée, en mois').fill('6')
    await button('Enregistrer').press('Enter')
    await expect(page.getByText('Un texte fixe une durée plus longue')).toBeVisible()
    await field('Durée, en mois').fill('120')
    await button('Enregistrer').press('Enter')
    await expect(page.getByText('Gardé 10 ans après la délivrance')).toBeVisible()
    await button('Établir un bordereau d’élimination').press('Enter')
    await expect(page.getByText('Aucune archive n’est éliminable aujourd’hui.')).toBeVisible()
    if (shell === 'chromium') expect(await broken(page)).toEqual([])
  })

  await test.step('the register of processing is read, with the term of each kind', async () => {
    await button('Registre').press('Enter')
    await expect(page.getByRole('table', { name: 'Natures de données et durées' })).toContainText(
      'Fiche de travail d’une visite',
    )
    await expect(page.getByRole('table', { name: 'Tables de la base' })).toContainText('consultations')
    if (shell === 'chromium') expect(await broken(page)).toEqual([])
  })
})

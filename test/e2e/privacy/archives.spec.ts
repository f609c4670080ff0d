import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'
import { expect, test as base } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'
import { act } from '../reception.ts'

/** One folder, whose host begins again at another instant: at the same address. */
type Years = { readonly dir: string; readonly beginAt: (at: string) => Promise<HostInside> }

const test = base.extend<{ readonly years: Years }>({
  years: async ({ port }, use) => {
    const dir = await newFolder()
    let host: HostInside | undefined
    await use({
      dir,
      beginAt: async (at) => {
        await host?.stop()
        host = await startInside(dir, { at, port })
        return host
      },
    })
    await host?.stop()
    await removeFolder(dir)
  },
  office: async ({ years, at }, use) => {
    const { url, tokens, stop } = await years.beginAt(at)
    await use({ url, tokens, dataDir: years.dir, stop })
  },
})

test.use({ station: 'administration' })

test('an archive whose term is over is listed on a slip, printed, signed by the archives, then eliminated, each by its own act', async ({
  page,
  office,
  years,
}) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const { fileId, reference } = await act<{ fileId: string; reference: string }>(
    office,
    'agent1',
    'file.open',
    {
      procedureId: 'copie-acte',
      serviceId: 'etat-civil',
      channel: 'post',
      receivedOn: '2026-03-02',
      pieces: [],
    },
  )
  await act(office, 'agent1', 'file.decide', { fileId, decision: 'granted', on: '2026-03-03' })
  await act(office, 'agent1', 'file.close', { fileId, reason: 'done' })

  // Two years later.
  await years.beginAt('2028-03-03T10:42:00+01:00')
  await page.reload()
  await button('Archives').press('Enter')
  await test.step('the slip says what, how many, since when, and is a sheet of its own', async () => {
    await button('Établir un bordereau d’élimination').press('Enter')
    // The act was far below: its sheet comes before the eye, what follows in hand.
    await expect(page.getByRole('heading', { name: 'Bordereau d’élimination n° 1' })).toBeInViewport()
    await expect(button('Imprimer, ou enregistrer en PDF')).toBeFocused()
    await expect(page.getByRole('table', { name: 'Récapitulatif' })).toContainText('Dossiers terminés')
    await expect(page.getByRole('table', { name: 'Lignes' })).toContainText(reference)
    await expect(button('Éliminer')).toBeHidden()
    expect(await broken(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Visa des archives (date, numéro')).toBeVisible()
    await expect(button('Enregistrer le visa')).toBeHidden()
    await page.emulateMedia({ media: null })
  })

  await test.step('the visa is recorded, with who signed it; then alone the rows go', async () => {
    await button('Enregistrer le visa').press('Enter')
    await expect(page.getByText('Écrivez le numéro du visa, sa date et qui l’a signé.')).toBeVisible()
    await field('Numéro du visa').fill('ad77-2028-3')
    await page.getByRole('textbox', { name: 'Date du visa' }).fill('03032028')
    await field('Signé par (nom et qualité)').fill('Mme Ardoin, directrice des archives')
    await button('Enregistrer le visa').press('Enter')
    await expect(page.getByText(/Visa n°\sAD77-2028-3 du .*, Mme Ardoin/)).toBeVisible()
    await button('Éliminer').press('Enter')
    await button('Éliminer pour toujours les lignes visées').press('Enter')
    await expect(page.getByRole('table', { name: 'Éliminations faites' })).toContainText('AD77-2028-3')
    await expect(button('Établir un bordereau d’élimination')).toBeVisible()
    expect(await broken(page)).toEqual([])
  })

  await test.step('what is promised is read with the tests that hold it, and given as a text', async () => {
    await button('Garanties').press('Enter')
    await expect(page.getByText('Une archive publique ne disparaît pas d’elle-même')).toBeVisible()
    const taken = page.waitForEvent('download')
    await button('Enregistrer en texte').press('Enter')
    expect((await taken).suggestedFilename()).toBe('ce-que-guichet-garantit.txt')
    expect(await broken(page)).toEqual([])
  })
})

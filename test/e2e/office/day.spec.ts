import type { Page } from '@playwright/test'
import { expect } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { test } from '../jump.ts'
import { choose, claimPriority, comeBack, take, type Way } from '../queue/kioskPeople.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { button, call, heading, here, newest, row } from '../pages.ts'
import { act, ask, piece, tick } from '../reception.ts'

test.use({ hostFalls: true })

const accessible = async (page: Page) => expect(await broken(page)).toEqual([])

const titles = /^Titres d’identité/
const cni: Way = [titles, /^Carte nationale d’identité/]
/** « Autre démarche » is one of the general matters. */
const other: Way = [/^Affaires générales/, /^Autre démarche/]
/** The agent of counter 2, and what she is skilled in. */
const samira = {
  agentId: 'agent1',
  name: { firstName: 'Samira', familyName: 'Belkacem', capacity: 'agente d’accueil' },
}
const usual = ['titres', 'etat-civil']
const family = 'Carte nationale de priorité de la famille'

test('a whole day is lived: opening, rush, priority, absence, returns, transfer, pause, last tickets, two people unserved, closing', async ({
  shell,
  office,
  page: counter,
  open,
  jumpTo,
}) => {
  test.setTimeout(300_000)
  const supervision = await open('supervision')
  const display = await open('display')
  const kiosk = await open('kiosk')
  const codes: Record<string, string> = {}

  await test.step('the day opens on every page; who holds a counter receives', async () => {
    await tabTo(button(supervision, 'Ouvrir la journée'))
    await press(supervision, 'Enter')
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
    await expect(button(kiosk, titles)).toContainText('Aucun guichet ouvert')
    await expect(kiosk.getByText(/^(Tout le temps|Temps) de guichet/)).toBeHidden()
    if (shell === 'electron') {
      await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
      await press(counter, 'Digit1')
    }
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    await press(counter, 'Digit2')
    await expect(heading(counter, 'Personne n’attend')).toBeVisible()
    await expect(row(supervision, 'Guichets', 'Guichet 2')).toContainText('Libre')
    await expect(button(kiosk, titles)).not.toContainText('Aucun guichet ouvert')
    await expect(button(kiosk, titles)).toContainText('Attente')
  })

  await test.step('a rush: each hears the wait and how sure it is before the ticket', async () => {
    const sure = kiosk.getByText('Vous devriez être reçu avant la fermeture de 17 h 00')
    const told = { onOffer: () => expect(sure).toBeVisible() }
    codes['A 1'] = (await take(kiosk, cni, 'A 1', told)).code
    let read = ''
    const { wait } = await take(kiosk, cni, 'A 2', {
      onOffer: async () => {
        // The figures follow within half a second whoever took a ticket just before.
        const figures = kiosk.getByText(/^\d+\sà\s\d+$/)
        await expect(figures).toBeVisible()
        read = await figures.innerText()
        await expect(kiosk.getByText('minutes d’attente', { exact: true })).toBeVisible()
        await choose(kiosk, 'Plusieurs personnes')
        await press(kiosk, 'Digit3')
        await expect(button(kiosk, '3 demandes')).toBeVisible()
      },
    })
    expect(wait).toBe(`Attente\u00a0: ${read}\u00a0min`)
    await take(kiosk, [/^État civil/, /^Déclaration de naissance/], 'B 1')
    await claimPriority(kiosk, new RegExp(`^${family}`))
    await take(kiosk, cni, 'A 3')
    await expect(heading(supervision, 'Qui attend (4)')).toBeVisible()
    await expect(row(supervision, /Qui attend/, 'A 2')).toContainText('3 demandes')
    await expect(row(supervision, /Qui attend/, 'A 3')).toContainText('Priorité')
  })

  await test.step('a priority comes first; its ground is seen by the agent who called, after the call', async () => {
    await expect(button(counter, 'Appeler A 3').first()).toBeVisible()
    await expect(counter.getByText('Priorité', { exact: true }).first()).toBeVisible()
    await expect(counter.getByText(family)).toBeHidden()
    await call(counter, display, 'A 3')
    await expect(counter.getByText(family)).toBeVisible()
    await expect(counter.getByText('L’accompagnant aussi')).toBeVisible()
    await accessible(counter)
    await press(counter, 'Digit1')
    await expect(counter.getByText('A 3 : preuve vue, la priorité est confirmée.')).toBeVisible()
    await here(counter, 'A 3')
    await press(counter, 'F8')
    await expect(counter.getByText('A 3 : renseignement donné.')).toBeVisible()
    await expect(supervision.getByText('Priorité légale')).toBeVisible()
    for (const page of [supervision, display]) await expect(page.getByText(family)).toHaveCount(0)
    for (const [holder, view] of [
      ['supervisor', 'supervision.view'],
      ['display', 'display.view'],
      ['agent2', 'queue.view'],
    ] as const)
      expect(JSON.stringify(await ask(office, holder, view))).not.toMatch(/familyCard|priorité de la famille/)
  })

  await test.step('a call is taken back: the person waits again at their rank', async () => {
    await call(counter, display, 'A 1')
    await press(counter, 'Control+z')
    await expect(counter.getByText('Annulé : l’appel d’A 1.')).toBeVisible()
    await expect(newest(display)).toHaveText('A 3Guichet 2')
    await expect(heading(supervision, 'Qui attend (3)')).toBeVisible()
    await call(counter, display, 'A 1')
  })

  await test.step('absent by the rule: two calls, then half a minute', async () => {
    const absent = button(counter, /Absent/).first()
    await expect(absent).toContainText('encore 1 appel')
    await expect(absent).toBeDisabled()
    await press(counter, 'F4', 'F3')
    await expect(heading(counter, /2 appels$/)).toBeVisible()
    await expect(absent).toContainText(/dans \d+\ss/)
    await expect(absent).toBeDisabled()
    // The office goes on meanwhile.
    await act(office, 'agent2', 'counter.open', { counterId: '3' })
    await act(office, 'admin', 'agent.set', { ...samira, services: [...usual, 'affaires-generales'] })
    await take(kiosk, other, 'D 1')
    await take(kiosk, cni, 'A 4')
    await expect(display.getByText(/(à|environ|jusqu’à)\s\d+\smin$/).first()).toBeVisible({ timeout: 60_000 })
    await expect(absent).toBeEnabled({ timeout: 40_000 })
    await press(counter, 'F4')
    await expect(counter.getByText('A 1 : absence notée.')).toBeVisible()
    await expect(heading(supervision, 'Absents à l’appel (1)')).toBeVisible()
    await expect(newest(display)).toHaveText('A 3Guichet 2')
  })

  await test.step('one ticket, three requests', async () => {
    await call(counter, display, 'A 2')
    await here(counter, 'A 2')
    await expect(counter.getByText(/^Demande 1 sur 3/)).toBeVisible()
    await press(counter, 'F8')
    await expect(counter.getByText(/^Demande 2 sur 3/)).toBeVisible()
    await press(counter, 'F8')
    await expect(counter.getByText(/^Demande 3 sur 3/)).toBeVisible()
    await press(counter, 'F8')
    await expect(counter.getByText('A 2 : renseignement donné.')).toBeVisible()
  })

  await test.step('the absent person comes back within the tolerance, and finds their place again', async () => {
    await expect(button(counter, 'Appeler B 1').first()).toBeVisible()
    await comeBack(kiosk, 'a1', codes['A 1'] ?? '')
    await expect(kiosk.getByText('Vous retrouvez votre place.')).toBeVisible()
    await press(kiosk, 'Escape')
    await expect(heading(supervision, /^Absents/)).toBeHidden()
    await expect(row(supervision, /Qui attend/, 'A 1')).toContainText('Déjà appelé')
    await call(counter, display, 'A 1')
    await here(counter, 'A 1')
  })

  await test.step('someone goes for a photograph with an hour of return; the counter is free meanwhile', async () => {
    await tick(counter, 'Ancienne carte', 'KeyE')
    await press(counter, 'F6')
    await expect(heading(counter, 'Mettre A 1 en attente')).toBeVisible()
    await press(counter, 'Digit1', 'KeyQ', 'Enter')
    await expect(counter.getByText(/^A\s1 est en attente, retour prévu à 10\sh\s\d\d/)).toBeVisible()
    await expect(heading(supervision, 'Doivent revenir (1)')).toBeVisible()
    await expect(supervision.getByText(/^A\s1 attendu au guichet 2 à 10\sh\s\d\d/)).toBeVisible()
    await expect(newest(display)).not.toContainText('A 1')
  })

  await test.step('to another service with the same number, received there', async () => {
    await call(counter, display, 'B 1')
    await here(counter, 'B 1')
    await press(counter, 'F7')
    await expect(heading(counter, 'Transférer B 1')).toBeVisible()
    await press(counter, 'Digit2', 'KeyQ', 'Enter')
    await expect(counter.getByText('B 1 attend pour Élections : personne avant.')).toBeVisible()
    await expect(row(supervision, /Qui attend/, 'B 1')).toContainText('Élections')
    // Titres come first at this counter, by arrival: its agent keeps to the elections.
    await act(office, 'agent2', 'counter.skills', { services: ['elections'] })
    const { ticket } = await act<{ ticket: { number: string } }>(office, 'agent2', 'ticket.callNext')
    expect(ticket.number).toBe('B1')
    await expect(newest(display)).toHaveText('B 1Guichet 3')
    await expect(row(supervision, 'Guichets', 'Guichet 3')).toContainText('Appelle B 1')
    await act(office, 'agent2', 'ticket.start')
    await act(office, 'agent2', 'visit.close', { outcome: 'information' })
  })

  await test.step('the post is work: the counter is « hors guichet » until its hour, then receives again', async () => {
    await press(counter, 'KeyP')
    await expect(heading(counter, 'Ne plus appeler à ce guichet')).toBeVisible()
    await press(counter, 'Digit2', 'KeyQ', 'Enter')
    await expect(heading(counter, 'Hors guichet : courrier')).toBeVisible()
    await expect(row(supervision, 'Guichets', 'Guichet 2')).toContainText(
      /Hors guichet\s: courrier.*jusqu’à 1\d\sh/,
    )
    await expect(button(kiosk, /^État civil/)).toContainText(/Aucun guichet avant 1\d\sh/)
    await press(counter, 'KeyP')
    await expect(button(counter, 'Appeler D 1').first()).toBeVisible()
    await expect(button(kiosk, /^État civil/)).not.toContainText('Aucun guichet ouvert')
  })

  await test.step('back with the photograph: the same visit goes on; an end by mistake is taken back', async () => {
    await press(counter, 'Digit1')
    await expect(heading(counter, 'A 1')).toBeFocused()
    await expect(piece(counter, 'Ancienne carte')).toContainText('Présentée')
    await expect(row(supervision, 'Guichets', 'Guichet 2')).toContainText('Reçoit A 1')
    await press(counter, 'F8')
    await expect(counter.getByText('A 1 : renseignement donné.')).toBeVisible()
    await press(counter, 'Control+z')
    await expect(counter.getByText('Annulé : la fin d’A 1.')).toBeVisible()
    await expect(piece(counter, 'Ancienne carte')).toContainText('Présentée')
    await tick(counter, 'Photo de moins de 6 mois', 'KeyR')
    await press(counter, 'F9', 'Enter')
    await expect(counter.getByText('A 1 : dossier déposé.')).toBeVisible()
    await expect(counter.getByText('RD-2026-1')).toBeVisible()
  })

  await test.step('out of order only with a reason, which the supervision reads and the room does not', async () => {
    await expect(button(counter, 'Appeler D 1').first()).toBeVisible()
    await press(counter, 'KeyL', 'Enter')
    await expect(heading(counter, 'Appeler A 4 avant son tour')).toBeVisible()
    await press(counter, 'Digit4', 'Enter')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await expect(newest(display)).toHaveText('A 4Guichet 2')
    await expect(supervision.getByText(/^A\s4 à 10\sh\s\d\d, «\sDécision d’un responsable\s»$/)).toBeVisible()
    await expect(display.getByText('Décision')).toHaveCount(0)
    await accessible(supervision)
    await here(counter, 'A 4')
    await press(counter, 'F6')
    await expect(heading(counter, 'Mettre A 4 en attente')).toBeVisible()
    await press(counter, 'Digit1', 'KeyQ', 'Enter')
    await expect(heading(supervision, 'Doivent revenir (1)')).toBeVisible()
    await call(counter, display, 'D 1')
    await press(counter, 'F5')
    // « Autre démarche »: what is asked for has to be written first.
    await expect(counter.getByRole('textbox', { name: 'Ce qui est demandé' })).toBeFocused()
    await counter.keyboard.type('Stationnement pour un déménagement')
    await press(counter, 'F8')
    await expect(counter.getByText('D 1 : renseignement donné.')).toBeVisible()
    await act(office, 'admin', 'agent.set', { ...samira, services: usual })
  })

  await jumpTo('2026-03-03T16:31:00+01:00')

  await test.step('last tickets are said everywhere, and what no counter can promise', async () => {
    const late = { timeout: 20_000 }
    await expect(kiosk.getByText('Derniers tickets : l’accueil ferme à 17 h 00.')).toBeVisible(late)
    await expect(display.getByText('Derniers tickets avant 17 h 00')).toBeVisible(late)
    await expect(counter.getByText('Derniers tickets')).toBeVisible(late)
    await expect(supervision.getByText('Derniers tickets')).toBeVisible(late)
    await expect(supervision.getByText(/^A\s4 devait revenir à 10\sh/)).toBeVisible()
    await accessible(display)
    await take(kiosk, other, 'D 2', {
      anyway: true,
      onOffer: async () => {
        await expect(kiosk.getByText('Aucun guichet ouvert pour cette démarche')).toBeVisible()
        await expect(button(kiosk, 'Un certificat daté')).toBeVisible()
        await accessible(kiosk)
      },
    })
    await expect(
      supervision
        .getByRole('listitem', { name: 'Affaires générales' })
        .getByText('Aucun guichet', { exact: false })
        .first(),
    ).toBeVisible()
  })

  await test.step('the day does not close over two people; each leaves with a trace', async () => {
    await tabTo(button(supervision, 'Fermer la journée'), 80)
    await press(supervision, 'Enter', 'Enter')
    await expect(heading(supervision, 'La journée ne peut pas encore être fermée')).toBeFocused()
    await expect(supervision.getByText('2 personnes ne sont ni reçues ni tracées')).toBeVisible()
    await accessible(supervision)
    const list = 'À régler, une par une'
    await expect(row(supervision, list, 'A 4')).toContainText('Doit revenir')
    await tabTo(row(supervision, list, 'D 2').getByRole('button', { name: /^2?\s*Attestation/ }), 60)
    await press(supervision, 'Digit2')
    await expect(supervision.getByText('D 2 : certificat NR-2026-1.')).toBeVisible()
    await supervision.getByRole('radio', { name: 'Du fait de la personne' }).press('Space')
    await tabTo(row(supervision, list, 'A 4').getByRole('button', { name: /Attestation/ }), 60)
    await press(supervision, 'Digit3')
    await supervision.keyboard.type('Partie sans le dire, pour une photographie')
    await press(supervision, 'Enter')
    await expect(heading(supervision, 'Tout le monde est reçu ou tracé')).toBeFocused()
    await tabTo(button(supervision, 'Fermer la journée'), 60)
    await press(supervision, 'Enter')
    await expect(heading(supervision, 'La journée n’est pas ouverte')).toBeVisible()
    // Its totals stay until they are read.
    const ended = supervision.getByRole('region', { name: /^La journée du .* est fermée$/ })
    await expect(ended).toContainText(/\d+\stickets donnés · \d+\spersonnes reçues/)
    await expect(button(supervision, 'C’est lu')).toBeFocused()
    await expect(ended).toBeInViewport()
    await accessible(supervision)
    await press(supervision, 'Enter')
    await expect(ended).toBeHidden()
  })

  await test.step('closed everywhere, with when it opens again; nobody is erased from the figures', async () => {
    await expect(heading(kiosk, 'L’accueil est fermé')).toBeVisible()
    await expect(kiosk.getByText(/^Réouverture mercredi 4\smars à 8\sh\s30/)).toBeVisible()
    await accessible(kiosk)
    // The closing gives the counters back.
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    const figures = row(supervision, 'Services, aujourd’hui', 'Ensemble').getByRole('cell')
    // Who waits; two medians that are not added; received, left, absent, not received, at risk; an act.
    await expect(figures).toHaveText(['0', '–', '–', '5', '0', '0', '2', '0'])
  })

  await test.step('the journal holds every act once, in order, and its chain', async () => {
    const journal = await journalOf(office.dataDir)
    // The kiosk asks at an hour of its own for the series that it numbers by without its host.
    const acts = journal.map(({ type }) => type).filter((type) => type !== 'seriesLent')
    expect(acts).toEqual(
      [
        ['officeCreated', 'dayOpened', 'counterOpened'],
        ['ticketTaken', 'ticketTaken', 'ticketTaken', 'ticketTaken'],
        ['ticketCalled', 'prioritySet', 'visitStarted', 'visitClosed'],
        ['ticketCalled', 'actUndone', 'ticketCalled', 'ticketRecalled'],
        ['counterOpened', 'agentSet', 'ticketTaken', 'ticketTaken', 'ticketAbsent'],
        ['ticketCalled', 'visitStarted', 'requestClosed', 'requestClosed', 'visitClosed'],
        ['ticketReturned', 'ticketCalled', 'visitStarted', 'ticketParked'],
        ['ticketCalled', 'visitStarted', 'ticketTransferred'],
        ['counterSkillsSet', 'ticketCalled', 'visitStarted', 'visitClosed'],
        ['counterPaused', 'counterResumed'],
        ['ticketResumed', 'visitClosed', 'actUndone', 'documentIssued', 'fileOpened', 'visitClosed'],
        ['ticketCalled', 'visitStarted', 'ticketParked', 'ticketCalled', 'visitStarted', 'visitClosed'],
        [
          'agentSet',
          'ticketTaken',
          'documentIssued',
          'ticketUnserved',
          'ticketUnserved',
          'documentsClosed',
          'dayClosed',
        ],
      ].flat(),
    )
    const of = (type: string) => journal.filter((event) => event.type === type).map(({ data }) => data)
    expect(of('ticketTaken').map(({ number }) => number)).toEqual(['A1', 'A2', 'B1', 'A3', 'D1', 'A4', 'D2'])
    expect(of('ticketReturned')).toMatchObject([{ keepsRank: true }])
    expect(of('actUndone').map((undone) => undone['act'])).toEqual(['call', 'close'])
    expect(of('ticketUnserved')).toMatchObject([
      { how: 'certificate', fault: 'service' },
      { how: 'reason', fault: 'person' },
    ])
    // Grounds and typed reasons are personal: the journal holds neither.
    expect(JSON.stringify(journal)).not.toMatch(/familyCard|Décision|photographie|Stationnement/)
  })
})

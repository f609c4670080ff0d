import type { ServerResponse } from 'node:http'
import { beforeEach, expect, test } from 'vitest'
import type { Host } from '../../../electron/host/host.ts'
import { sendFollowed } from '../../../electron/host/http/follow.ts'
import { bandsOf } from '../../../renderer/display/strip.ts'
import { messageDraft, messageFrom } from '../../../renderer/settings/media/officeMessageDraft.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { longestOfficeMessage, mostOfficeMessages } from '../../../shared/contract/media/officeMessages.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { displayViews } from '../../fixtures/views.display.ts'

const eight = Date.UTC(2026, 2, 3, 7) as Instant
const hours = (count: number) => (eight + count * 3_600_000) as Instant

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(eight)
})

type Said = { readonly fr?: string; readonly ar?: string }
const set = (text: Said, more: object = {}, actor = 'supervisor') =>
  office.act(
    'officeMessage.set',
    { messageId: null, text: { fr: '', ...text }, from: eight, to: hours(8), ...more },
    actor,
  )
const idOf = (decision: object) => (decision as { output: { messageId: string } }).output.messageId
const shown = () => office.view('display.view', 'display').messages.map(({ text }) => text.fr)

test('a message is shown from its beginning until its end, on the display and at the kiosk, open or not', () => {
  set({ fr: 'Mairie fermée vendredi', ar: 'البلدية مغلقة' }, { from: hours(1), to: hours(2) })
  expect(shown()).toEqual([])
  office.clock += 3_600_000
  expect(shown()).toEqual(['Mairie fermée vendredi'])
  expect(office.view('kiosk.view', 'kiosk').messages[0]?.text.ar).toBe('البلدية مغلقة')
  office.clock += 3_600_000
  expect(shown()).toEqual([])
  expect(office.view('officeMessages.view', 'admin').messages).toEqual([])
})

test('a soft hyphen that was pasted cuts no word of a message', () => {
  set({ fr: 'La mai\u00adrie\u200best fermée' })
  expect(shown()).toEqual(['La mairie est fermée'])
})

test('what is empty, too long, ended, backwards, or names somebody is refused and changes nothing', () => {
  const refused = (text: Said, more: object = {}) => {
    const decision = set(text, more)
    return 'refusal' in decision ? decision.refusal : undefined
  }
  expect(refused({ fr: ' \n ' })).toBe('officeMessageEmpty')
  expect(refused({ fr: 'a'.repeat(longestOfficeMessage + 1) })).toBe('officeMessageTooLong')
  expect(refused({ fr: 'Fermé', ar: 'م'.repeat(longestOfficeMessage + 1) })).toBe('officeMessageTooLong')
  expect(refused({ fr: 'Fermé' }, { from: eight - 2, to: eight - 1 })).toBe('officeMessageEnded')
  expect(refused({ fr: 'Fermé' }, { from: hours(2), to: hours(2) })).toBe('officeMessageBackwards')
  for (const fr of [
    'M. Durand est absent',
    'Mme Durand est absente',
    'Adressez-vous à Madame Le Goff',
    'MME DURAND ABSENTE',
    'M.Durand est absent',
    'Docteur Martin absent',
    'Mrs Durand is away',
    'Ｍme Durand est absente',
  ])
    expect(refused({ fr }), fr).toBe('namesSomebody')
  expect(shown()).toEqual([])
  for (const fr of [
    'Permanence de Madame la maire à 14 h',
    'Visite de Monsieur Le Préfet',
    'PERMANENCE DE MADAME LA MAIRE',
    'MESDAMES ET MESSIEURS, LA MAIRIE FERME',
    'Le R.M.I. est remplacé',
  ])
    expect(refused({ fr }), fr).toBeUndefined()
})

test('no message asks for a piece that no text names, nor refuses a demand, in whatever language it is put', () => {
  const asked = [
    'Apportez un justificatif de domicile',
    'Merci de présenter votre bail signé',
    'RIB obligatoire',
    'Justificatif de domicile obligatoire à partir de lundi',
    'PIÈCE D’IDENTITÉ EXIGÉE',
    'Photocopie de la carte d’identité à fournir',
    'Sans RIB, pas de dossier',
    'ａｐｐｏｒｔｅｚ un bail',
  ]
  for (const words of asked) {
    expect(set({ fr: words })).toEqual({ refusal: 'noticeAsks', details: [words] })
    expect(set({ fr: 'Fermé', ar: words })).toMatchObject({ refusal: 'noticeAsks' })
  }
  const refused = 'Les demandes sont classées sans suite'
  expect(set({ fr: refused })).toEqual({ refusal: 'noticeRefuses', details: [refused] })
  expect(shown()).toEqual([])
  const told = [
    'Adressez-vous à l’accueil',
    'Prenez rendez-vous sur le site',
    'Fermé vendredi : revenez lundi',
    'Cartes d’identité : rendez-vous obligatoire',
    'Passeports sur rendez-vous obligatoire',
    'Cabine de photos en panne',
    'Port du masque obligatoire',
  ]
  for (const words of told) expect(set({ fr: words }), words).toHaveProperty('output')
})

test('what shows nothing, or turns what follows, is no part of a message', () => {
  set({ fr: '\u202e16\u202c heures\u0000\u0007 \u2066au\u2069 guichet\u2028fermé' })
  expect(shown()).toEqual(['16 heures au guichet fermé'])
  expect(set({ fr: '\u200b\ufeff\u2060' })).toEqual({ refusal: 'officeMessageEmpty' })
  expect(set({ fr: 'Mme\u200bDurand' })).toEqual({ refusal: 'namesSomebody', details: ['Mme Durand'] })
  set({ fr: 'Fermé', ar: 'می\u200cخواهم' })
  expect(office.view('officeMessages.view', 'admin').messages.at(-1)?.text.ar).toBe('می\u200cخواهم')
})

test('messages keep the order that the office gives them, and ten of them at most have not ended', () => {
  const [first, second] = ['Premier', 'Second'].map((fr) => idOf(set({ fr })))
  expect(shown()).toEqual(['Premier', 'Second'])
  set({ fr: 'Second' }, { messageId: second, place: 1 })
  expect(shown()).toEqual(['Second', 'Premier'])
  set({ fr: 'Premier, corrigé' }, { messageId: first })
  expect(shown()).toEqual(['Second', 'Premier, corrigé'])
  for (let more = 2; more < mostOfficeMessages; more++) set({ fr: `Message ${more}` })
  expect(set({ fr: 'Un de trop' })).toEqual({ refusal: 'officeMessagesFull' })
  office.act('officeMessage.remove', { messageId: first }, 'admin')
  expect(office.act('officeMessage.remove', { messageId: first }, 'admin')).toEqual({
    refusal: 'unknownOfficeMessage',
  })
  expect(set({ fr: 'Il a une place' })).toHaveProperty('output')
})

test('the band of the display says a message in each language that it is written in, French before each', () => {
  const messages = [
    { messageId: '', text: { fr: 'Fermé vendredi', en: 'Closed on Friday', ar: 'مغلق' } },
    { messageId: '', text: { fr: 'Entrée par la cour' } },
  ] as unknown as typeof displayViews.usual.messages
  const french = ['Fermé vendredi', 'Entrée par la cour']
  const said = (view: typeof displayViews.usual) => bandsOf({ ...view, messages }).map(({ text }) => text)
  expect(said(displayViews.usual)).toEqual([...french, 'Closed on Friday', ...french, 'مغلق'])
  expect(said({ ...displayViews.usual, open: false })).toEqual(said(displayViews.usual))
})

test('the band says over a message that it is the office’s, in the language of the message, and nothing over what the day says', () => {
  const messages = [
    { messageId: '', text: { fr: 'Fermé vendredi', en: 'Closed on Friday' } },
  ] as unknown as typeof displayViews.usual.messages
  const heads = (view: typeof displayViews.usual) => bandsOf({ ...view, messages }).map(({ from }) => from)
  expect(heads(displayViews.usual)).toEqual(['Messages de l’accueil', 'Messages from the office'])
  expect(heads({ ...displayViews.late, lastTickets: true })[0]).toBeUndefined()
})

test('its form begins now and ends with the day, and reads the hours in the office’s zone', () => {
  const zone = 'America/Martinique'
  const draft = messageDraft(null, zone, Date.UTC(2026, 2, 4, 2) as Instant)
  expect(draft).toMatchObject({ from: { day: '2026-03-03' }, to: { day: '2026-03-03', hour: '24 h' } })
  expect(messageFrom({ ...draft, text: { fr: 'Fermé', en: ' ' } }, zone)).toEqual({
    made: {
      text: { fr: 'Fermé' },
      from: Date.UTC(2026, 2, 4, 2),
      to: Date.UTC(2026, 2, 4, 4),
    },
  })
  const wrong = messageFrom(
    { ...draft, from: { day: null, hour: '8 h 30' }, to: { day: '2026-03-06' as LocalDate, hour: 'midi' } },
    zone,
  )
  expect(wrong).toEqual({ wrong: { fromDay: expect.any(String), toHour: expect.any(String) } })
})

test('the page of a ticket says the messages in the language that was asked, in French where nobody wrote it', () => {
  const page = (lang: string): string => {
    let sent = ''
    const response = {
      writeHead: () => response,
      end: (body: Buffer) => (sent = body.toString('utf8')),
    }
    const host = { office: () => office.office, waits: () => noWaits, now: () => office.clock }
    sendFollowed(
      host as unknown as Host,
      new URL(`http://office/suivi?lang=${lang}`),
      'GET',
      response as unknown as ServerResponse,
      false,
    )
    return sent
  }
  expect(page('fr')).not.toContain('class="messages"')
  set({ fr: 'Fermé <vendredi>', ar: 'مغلق' })
  set({ fr: 'Entrée par la cour' })
  expect(page('ar')).toContain(
    '<li lang="ar" dir="rtl">مغلق</li><li lang="fr" dir="ltr">Entrée par la cour</li>',
  )
  expect(page('fr')).toContain('<li lang="fr" dir="ltr">Fermé &lt;vendredi&gt;</li>')
  office.clock += 9 * 3_600_000
  expect(page('fr')).not.toContain('class="messages"')
})

import { expect, test } from 'vitest'
import { askedTooOften } from '../../../shared/contract/pace.ts'
import { stationTrouble as words } from '../../../shared/messages/network/trouble.fr.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a station that asks too often is named as the office names it, with what it asks', () => {
  expect(plain(words.asks('Borne 2', false, 'numbers', 40))).toBe('La borne 2 demande 40 tickets par minute')
  expect(plain(words.asks('Hall', false, 'papers', 1))).toBe(
    'La borne « Hall » demande 1 impression par minute',
  )
  expect(plain(words.asks(null, false, 'series', 3000))).toBe(
    'La borne de l’ordinateur de l’office demande 3 000 séries de numéros par minute',
  )
  expect(plain(words.asks('Agenda', true, 'softwareBookings', 90))).toBe(
    'Le logiciel « Agenda » demande 90 rendez-vous par minute',
  )
})

test('its act says what it does to whom, and agrees with it', () => {
  expect([words.suspend(false), words.resume(true)]).toEqual([
    'Suspendre cette borne',
    'Reprendre ce logiciel',
  ])
  expect(plain(words.suspended('Borne 2', false))).toBe('La borne 2 est suspendue')
  expect(plain(words.suspended('Agenda', true))).toBe('Le logiciel « Agenda » est suspendu')
})

test('whatever has a pace has its words', () => {
  for (const name of askedTooOften) expect(words.asks(null, false, name, 2)).not.toContain('undefined')
})

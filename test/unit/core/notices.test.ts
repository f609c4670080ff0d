import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { say, useNotices } from '../../../renderer/link/notices.ts'

const said = () => useNotices.getState().lines.map(({ text }) => text)

beforeEach(() => {
  vi.useFakeTimers()
  useNotices.setState({ lines: [] })
})
afterEach(() => void vi.useRealTimers())

test('what was done last takes the place of what was done before; a refusal stays beside it', () => {
  say('A 42 est en attente.', 'done')
  say('Ce numéro n’attend plus.')
  say('Annulé : l’attente d’A 42.', 'done')
  expect(said()).toEqual(['Ce numéro n’attend plus.', 'Annulé : l’attente d’A 42.'])
})

test('the same refusal is not stacked twice, and no more than three stay', () => {
  for (const text of ['un', 'deux', 'deux', 'trois', 'quatre']) say(text)
  expect(said()).toEqual(['deux', 'trois', 'quatre'])
})

test('a notice leaves the page by itself after its time', () => {
  say('un')
  vi.advanceTimersByTime(6_000)
  say('deux')
  vi.advanceTimersByTime(6_000)
  expect(said()).toEqual(['deux'])
})

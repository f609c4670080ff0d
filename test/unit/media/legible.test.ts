import { expect, test } from 'vitest'
import { screenDraft, screenFrom } from '../../../renderer/settings/media/screenDraft.ts'
import { usualScreen } from '../../../shared/contract/media/screens.ts'
import { legible } from '../../../shared/domain/media/legible.ts'
import { screensWords } from '../../../shared/messages/media/screens.fr.ts'

test('a number is 122 mm high for whoever sits at ten metres: 0.7°, whatever the screen', () => {
  for (const diagonal of [48, 50, 55, 65, 75]) {
    const { height, needed, enough, layout } = legible({ diagonal, distance: 10 })!
    expect(needed).toBeCloseTo(122.17, 1)
    expect(height).toBeGreaterThanOrEqual(needed)
    expect({ enough, layout }).toEqual({ enough: true, layout: 'usual' })
  }
})

test('a smaller screen gives the number the whole room, then says that it is too small, up to where it is read and what would do', () => {
  expect(legible({ diagonal: 43, distance: 10 })).toMatchObject({ enough: true, layout: 'far', before: 0 })
  const small = legible({ diagonal: 24, distance: 10 })!
  expect(small).toMatchObject({ enough: false, diagonal: 34 })
  // Where it says that it is read, it is; one metre further it is not.
  expect(legible({ diagonal: 24, distance: Math.floor(small.upTo) })!.enough).toBe(true)
  expect(legible({ diagonal: 24, distance: Math.ceil(small.upTo) })!.enough).toBe(false)
  expect(legible({ diagonal: small.diagonal, distance: 10 })!.enough).toBe(true)
  expect(screensWords.legible(small)).toMatch(/trop petit .* 7,2\u00a0m ; .* 34 pouces/)
})

test('the calls before are as many as are read, and nothing is said of what nobody measured', () => {
  expect(legible({ diagonal: 55, distance: 8 })!.before).toBe(4)
  expect(legible({ ...usualScreen, distance: 10 })).toBeNull()
  expect(legible({ ...usualScreen, diagonal: 43 })).toBeNull()
})

test('what is typed of a display comes back as it was, and what can’t be is said by field', () => {
  const measured = { ...usualScreen, diagonal: 43, distance: 10, volume: 60 }
  for (const settings of [usualScreen, measured, { ...measured, still: true }])
    expect(screenFrom(screenDraft(settings))).toEqual({ settings })
  const wrong = { ...screenDraft(measured), diagonal: '4,3', distance: '41', volume: '' }
  expect(screenFrom(wrong)).toEqual({
    wrong: {
      diagonal: screensWords.diagonalWrong,
      distance: screensWords.distanceWrong,
      volume: screensWords.volumeWrong,
    },
  })
})

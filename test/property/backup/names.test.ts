import { fc, test as property } from '@fast-check/vitest'
import { resolve, sep } from 'node:path'
import { expect } from 'vitest'
import { isHeldName, placeIn } from '../../../db/backup/names.ts'

const part = fc.oneof(
  fc.constantFrom('..', '.', '', 'regles', 'reseau', 'certificats', '\n', '\\', 'office.key', 'reseau.json'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const name = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/'))
const root = resolve('office')

property.prop([name])('a name that a backup says leads into its folder, or nowhere', (said) => {
  const place = placeIn('office', said)
  expect(place === undefined || (place.startsWith(root + sep) && !/[\n\r\0]/.test(place))).toBe(true)
  expect(place !== undefined).toBe(isHeldName(said))
})

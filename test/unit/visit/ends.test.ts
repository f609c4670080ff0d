import { expect, test } from 'vitest'
import { dayToSend } from '../../../renderer/counter/EndDetail.tsx'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { noRefusalWhy, offeredEnds } from '../../../renderer/counter/ends.ts'
import { visitEnds } from '../../../shared/contract/queue/outcomes.ts'

type Assessed = Parameters<typeof offeredEnds>[0]
const assessed = (collects: boolean) => ({ collects }) as Assessed

test('the first key is the deposit as the list implies it, and the written refusal is offered only where the office decides', () => {
  expect(offeredEnds(assessed(true), 1)).toMatchObject({
    first: ['incomplete', 'information', 'forwarded'],
    refuses: false,
  })
  expect(offeredEnds(assessed(false), 0)).toMatchObject({ first: ['filed', 'information'], refuses: true })
  expect(offeredEnds(null, 0).refuses).toBe(false)
})

test('every end of a visit is offered once, by a key or behind « Autre… »', () => {
  for (const assessment of [assessed(true), assessed(false), null])
    for (const missing of [0, 2]) {
      const { first, others } = offeredEnds(assessment, missing)
      expect([...first, ...others].toSorted()).toEqual([...visitEnds].toSorted())
    }
})

test('why no refusal is offered is said of who decides, and of no one where nobody does', () => {
  const of = (nature: string, sense: string, decides: string) =>
    noRefusalWhy({ collects: true, nature, silence: { sense }, decides } as Assessed)
  expect(of('request', 'rejet', 'le préfet')).toBe('Le préfet décide\u00a0: pas de refus au guichet.')
  expect(of('request', 'inconnu', 'la caisse ou la MSA, pour l’État')).toBe(
    'La caisse ou la MSA, pour l’État, décide\u00a0: pas de refus au guichet.',
  )
  expect(of('declaration', 'sansObjet', 'le service des impôts')).toBe(
    'La déclaration est adressée à\u00a0: le service des impôts. Un guichet ne la refuse pas.',
  )
  // A declaration of works can be opposed: someone decides.
  expect(of('declaration', 'acceptation', 'le maire de Melun')).toContain('décide')
  expect(noRefusalWhy(assessed(false))).toBeNull()
  expect(noRefusalWhy(null)).toBeNull()
})

test('an end is sent with the day that is shown: half a day, or none, sends nothing', () => {
  const [own, other] = ['2026-03-18', '2026-03-25'] as LocalDate[]
  expect(dayToSend(own, undefined, false), 'the end’s own').toBeUndefined()
  expect(dayToSend(own, other, false)).toBe(other)
  expect(dayToSend(own, other, true)).toBe('unread')
  expect(dayToSend(own, undefined, true)).toBe('unread')
  expect(dayToSend(own, null, false), 'the field was emptied').toBe('unread')
  expect(dayToSend(undefined, null, true), 'an end that asks no day').toBeUndefined()
})

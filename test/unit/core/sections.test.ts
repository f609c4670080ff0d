import { expect, test } from 'vitest'
import { hashAt, sectionGroups, sectionOf } from '../../../renderer/administration/sections.ts'

test('each part of the administration opens at its own address', () => {
  for (const section of sectionGroups.flatMap(({ sections }) => sections))
    expect(sectionOf(hashAt('#poste=3', section))).toBe(section)
  for (const hash of ['', '#section=unknown', '#section=__proto__']) expect(sectionOf(hash)).toBe('office')
})

test('an address that was kept before a part took its present word opens that part', () => {
  const former = ['premises', 'papers', 'keeping', 'consultations', 'software']
  expect(former.map((name) => sectionOf(`#section=${name}`))).toEqual([
    'services',
    'documents',
    'backup',
    'accessLog',
    'integrations',
  ])
})

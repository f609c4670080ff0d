import { expect, test } from 'vitest'
import { findSections } from '../../../renderer/administration/findSections.ts'
import { hashAt, sectionGroups, sectionOf, sectionTitles } from '../../../renderer/settings/sections.ts'
import { helpAdministration } from '../../../shared/messages/help/administration.fr.ts'
import { settingWords } from '../../../shared/messages/office/settingWords.fr.ts'

const all = sectionGroups.flatMap(({ sections }) => [...sections])
/** So many of the search's answers are shown. */
const shown = 8

test('each part of the administration opens at its own address', () => {
  for (const section of all) expect(sectionOf(hashAt('#poste=3', section))).toBe(section)
  for (const hash of ['', '#section=unknown', '#section=__proto__']) expect(sectionOf(hash), hash).toBeNull()
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

test('each part is in one of six groups, two figures away', () => {
  expect(all.toSorted()).toEqual(Object.keys(sectionTitles).toSorted())
  expect(new Set(all).size).toBe(all.length)
  expect(sectionGroups).toHaveLength(6)
  for (const { sections } of sectionGroups) expect(sections.length).toBeLessThanOrEqual(9)
})

test('each part is the first that its own name finds, and what is set in it finds it', () => {
  for (const section of all) {
    expect(findSections(sectionTitles[section])[0]?.section, sectionTitles[section]).toBe(section)
    for (const said of settingWords[section])
      expect(
        findSections(said)
          .slice(0, shown)
          .map((one) => one.section),
        said,
      ).toContain(section)
    expect(findSections(helpAdministration[section].title).map((one) => one.section)).toContain(section)
  }
})

test('the search forgives accents, capitals and plurals, takes the beginning of a word, and says which setting it found', () => {
  expect(findSections('JOURS FERIES')[0]).toEqual({ section: 'calendar', by: 'jour férié' })
  expect(findSections('imprim')[0]?.section).toBe('printers')
  expect(findSections('mot de passe')[0]).toEqual({ section: 'people', by: 'mot de passe' })
  expect(findSections('   ')).toEqual([])
  expect(findSections('zzz')).toEqual([])
})

import { helpAdministration } from '../../shared/messages/help/administration.fr.ts'
import { settingWords } from '../../shared/messages/office/settingWords.fr.ts'
import { folded, stem } from '../../shared/procedures/search/words.ts'
import { sectionGroups, sectionTitles, type Section } from '../settings/sections.ts'

/** A part that answers what was typed. `by`: the word of a setting in it, where its name did not say it. */
export type FoundSection = { readonly section: Section; readonly by: string | null }

const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stem)

/** What a part is found by, and how much each counts: its name, then what is set in it, then what its help says. */
type Indexed = {
  readonly section: Section
  readonly title: readonly string[]
  readonly settings: readonly { readonly said: string; readonly words: readonly string[] }[]
  readonly help: readonly string[]
}
const weights = { title: 8, whole: 4, setting: 5, help: 1 } as const

const index: readonly Indexed[] = sectionGroups
  .flatMap(({ sections }) => [...sections])
  .map((section) => {
    const { title, does, steps } = helpAdministration[section]
    return {
      section,
      title: wordsOf(sectionTitles[section]),
      settings: settingWords[section].map((said) => ({ said, words: wordsOf(said) })),
      help: wordsOf([title, does, ...steps].join(' ')),
    }
  })

/** The last word may be at its beginning still. */
const begins = (words: readonly string[], typed: string): boolean =>
  words.some((word) => word.startsWith(typed))

/**
 * The parts where every word that was typed is said, the nearest first. @param typed as it is typed: accents, capitals and
 * plurals are forgiven, and the beginning of a word is enough
 */
export function findSections(typed: string): readonly FoundSection[] {
  const asked = wordsOf(typed)
  if (asked.length === 0) return []
  return index
    .map(({ section, title, settings, help }) => {
      const setting = settings.find(({ words }) => asked.every((word) => begins(words, word)))
      const scores = asked.map((word) =>
        begins(title, word)
          ? weights.title
          : settings.some(({ words }) => begins(words, word))
            ? weights.setting
            : begins(help, word)
              ? weights.help
              : 0,
      )
      const named = asked.every((word) => begins(title, word))
      const all = scores.every((score) => score > 0)
      const whole = named && asked.length === title.length ? weights.title : setting ? weights.whole : 0
      const score = all ? scores.reduce((sum, each) => sum + each, whole) : 0
      return { section, by: named ? null : (setting?.said ?? null), score }
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ section, by }) => ({ section, by }))
}

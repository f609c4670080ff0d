import type { Way } from './draft.ts'
import type { Fiche } from './fiche.ts'
import { slug } from './slug.ts'
import type { Choice, Condition } from './visit.ts'

export type DraftQuestion = {
  readonly id: string
  readonly question: string
  readonly réponses: readonly { readonly valeur: string; readonly titre: string }[]
}

const mostCompared = 300

/** A choice at a counter has the keys 1 to 9. */
const mostAnswers = 9

const yesNo = [
  { valeur: 'oui', titre: 'Oui' },
  { valeur: 'non', titre: 'Non' },
] as const

/** Turns the places of a fiche into answers to questions, and keeps the questions that this needed. */
export function questionsOf(fiche: Fiche): {
  readonly questions: () => readonly DraftQuestion[]
  readonly wayOf: (conditions: readonly Condition[]) => Way
  readonly reduced: (ways: readonly Way[]) => Way[]
} {
  const questions = new Map<string, DraftQuestion>()
  const used = new Map<string, string>()

  const questionFor = (key: string, make: (id: string) => Omit<DraftQuestion, 'id'>): DraftQuestion => {
    const id = used.get(key) ?? `question-${used.size + 1}`
    used.set(key, id)
    const question = questions.get(id) ?? { id, ...make(id) }
    questions.set(id, question)
    return question
  }

  const step = ({ choice, title }: Condition, before: Way): Way[number] => {
    const group = choice === null ? undefined : fiche.choices[choice]
    if (group === undefined || group.answers.length > mostAnswers) {
      const one = questionFor(`cas ${title}`, () => ({
        question: `Le cas est-il : « ${title} » ?`,
        réponses: yesNo,
      }))
      return { question: one.id, réponse: 'oui' }
    }
    const make = () => ({
      question: group.about === '' ? 'Quelle est la situation ?' : `${group.about} : quel est le cas ?`,
      réponses: answersOf(group.answers),
    })
    const [wide, narrow] = keysOf(group)
    // The same answers in two chapters are the same question: nothing is asked twice. One within the other is not.
    const twin = used.get(wide)
    const again = twin !== undefined && before.some(({ question }) => question === twin)
    const one = questionFor(again ? narrow : wide, make)
    return {
      question: one.id,
      réponse: one.réponses[Math.max(group.answers.indexOf(title), 0)]?.valeur ?? '',
    }
  }

  const wayOf = (conditions: readonly Condition[]): Way => {
    const way: Way = []
    for (const condition of conditions) {
      const next = step(condition, way)
      if (!way.some(({ question }) => question === next.question)) way.push(next)
    }
    return way
  }

  const reduced = (ways: readonly Way[]): Way[] => {
    let kept = unique(ways)
    // Real pieces have a few dozen; far more are left as they are, rather than compared two by two.
    if (kept.length > mostCompared) return kept
    for (;;) {
      const whole = kept.find((way) => allAnswers(way, kept, questions))
      if (whole === undefined) break
      const rest = whole.slice(0, -1)
      kept = unique([...kept.filter((way) => !siblings(way, whole)), rest])
    }
    return kept.filter((way) => !kept.some((other) => other !== way && includes(way, other)))
  }

  return { questions: () => [...questions.values()], wayOf, reduced }
}

/** What makes two choices one question: their answers; short ones (« oui », « non ») say nothing without the place. */
function keysOf({ about, answers }: Choice): readonly [string, string] {
  const narrow = `choix ${about} | ${answers.join(' | ')}`
  return [answers.every((answer) => answer.length <= 4) ? narrow : `choix ${answers.join(' | ')}`, narrow]
}

function answersOf(titles: readonly string[]): DraftQuestion['réponses'] {
  const values = new Set<string>()
  return titles.map((title, rank) => {
    const titre = title === '' ? `Cas ${rank + 1}` : title
    let valeur = slug(titre, 40) || `cas-${rank + 1}`
    if (values.has(valeur) || valeur === 'oui' || valeur === 'non')
      valeur = `${valeur.slice(0, 36)}-${rank + 1}`
    values.add(valeur)
    return { valeur, titre }
  })
}

const keyOf = (way: Way): string => way.map(({ question, réponse }) => `${question}=${réponse}`).join('&')

const unique = (ways: readonly Way[]): Way[] => [...new Map(ways.map((way) => [keyOf(way), way])).values()]

/** Two ways that differ only by the answer to their last question. */
const siblings = (way: Way, other: Way): boolean =>
  way.length === other.length &&
  way.at(-1)?.question === other.at(-1)?.question &&
  keyOf(way.slice(0, -1)) === keyOf(other.slice(0, -1))

/** Whether every answer to the last question of a way leads to the same piece: the question then changes nothing. */
function allAnswers(way: Way, ways: readonly Way[], questions: ReadonlyMap<string, DraftQuestion>): boolean {
  const last = way.at(-1)
  const question = last === undefined ? undefined : questions.get(last.question)
  if (question === undefined) return false
  const answers = new Set(ways.filter((other) => siblings(other, way)).map((other) => other.at(-1)?.réponse))
  return question.réponses.every(({ valeur }) => answers.has(valeur))
}

/** Whether `way` asks all that `other` asks, and more: then the wider one is enough. */
const includes = (way: Way, other: Way): boolean =>
  way.length > other.length &&
  other.every((step) =>
    way.some(({ question, réponse }) => question === step.question && réponse === step.réponse),
  )

import { procedureFrom, shippedCatalogue } from '../../../../shared/procedures/catalogue.ts'
import { type Draft, partsOf, withValidated } from '../../../../shared/procedures/fiches/draft.ts'
import { readyFrom } from '../../../../shared/procedures/fiches/ready.ts'
import { type Section, sentencesOf } from '../../../../shared/procedures/sentences.ts'
import { lintReady } from './draftFile.ts'

/** Where each key of a header is said, among the sentences of a version. */
const sentenceIds: Readonly<Record<string, RegExp>> = {
  population: /^population$/,
  'qui peut agir': /^qui-/,
  décide: /^décide$/,
  silence: /^silence$/,
  accusé: /^accusé$/,
  'cas particuliers': /^cas-/,
  incomplet: /^incomplet$/,
  recours: /^recours$/,
  remise: /^remise$/,
  délivre: /^délivre-/,
  délais: /^délai-/,
  retard: /^retard-/,
  erreur: /^erreur$/,
  domicile: /^domicile$/,
  dispenses: /^dispenses$/,
  'titres admis': /^titres$/,
  conservation: /^conservation$/,
}

/** What a header says by saying nothing. */
const nothing: Readonly<Record<string, string>> = {
  'cas particuliers': 'Aucun cas particulier de silence, d’accusé de réception ou de recours n’est écrit.',
  recours: 'Recours : inconnu, à écrire.',
  remise: 'Rien n’est à remettre plus tard, à ce que l’on sait.',
  délivre: 'Aucun papier délivré n’est écrit.',
  délais: 'Aucun délai de la personne n’est écrit.',
  retard: 'Aucune conséquence d’un retard n’est écrite.',
  erreur: 'Le droit à l’erreur n’est pas écrit.',
}

/**
 * The words of a draft's header, key by key: the very sentences that a lawyer would read in the rule, were the draft
 * ready as it stands. Null for a key that is said nowhere, or while the draft makes no rule that can be read.
 */
export function ruleWords(draft: Draft): (key: string) => string | null {
  let sections: readonly Section[] | null = null
  const draftSections = (): readonly Section[] => (sections ??= sectionsOf(draft))
  return (key) => {
    const content = draft['en-tête'].find(({ clé }) => clé === key)?.contenu
    if (key === 'droit')
      return content === 'oui'
        ? 'La démarche ouvre un droit : une pièce qui manque ne l’arrête que si elle est indispensable (CRPA L114-5-1).'
        : 'La démarche n’est pas dite ouvrir un droit au sens de CRPA L114-5-1.'
    if (content === null || (Array.isArray(content) && content.length === 0)) return nothing[key] ?? null
    const ids = sentenceIds[key]
    if (ids === undefined) return null
    const lines = draftSections().flatMap(({ sentences }) =>
      sentences.flatMap(({ ruleId, text, sources }) =>
        ids.test(ruleId) ? [`${text} [${sources.map(({ label }) => label).join(', ')}]`] : [],
      ),
    )
    return lines.length === 0 ? null : lines.join('\n')
  }
}

/** Days are only there to make a version of the draft; no sentence says them. */
const anyDay = '2026-01-01'

function sectionsOf(draft: Draft): readonly Section[] {
  const all = new Set(partsOf(draft).map(({ id }) => id))
  const ready = readyFrom(withValidated(draft, all, 'essai', anyDay), { from: anyDay, review: anyDay })
  if ('waiting' in ready || lintReady(draft.procédure, ready).length > 0) return []
  const articles = { ...shippedCatalogue().procedures[0]?.articles, ...ready.sources.articles }
  return sentencesOf(procedureFrom(ready.rules, articles))
}

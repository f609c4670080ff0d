import { type Draft, type Way, answerWords, partsOf } from '../../../../shared/procedures/fiches/draft.ts'
import type { Fiche } from '../../../../shared/procedures/fiches/fiche.ts'
import { ruleWords } from './ruleWords.ts'

/** What the fiche says, and what the draft made of it. */
export type Row = {
  readonly partId: string
  readonly fiche: string
  readonly draft: string
  readonly state: string
}
export type Section = { readonly title: string; readonly rows: readonly Row[] }

/** In the place of the fiche's words, for what no fiche says. */
export const notInFiche = '—'

const certainties = {
  type: 'chapitre marqué « pièces »',
  titre: 'chapitre intitulé « pièces »',
  phrase: 'liste annoncée par une phrase',
} as const

const unreadWords: Readonly<Record<string, string>> = {
  coût: 'Le coût est écrit en phrases : écrire le prix et son texte.',
  délai: 'Le délai est écrit en phrases : écrire la règle et son texte.',
  pièces: 'Écrit autour de la liste, sans structure : à lire, et à retenir ou non.',
  silence: 'Le silence n’est jamais structuré : il reste « inconnu » tant que personne ne l’écrit.',
  recours: 'Le recours n’est jamais structuré : à écrire.',
  condition: 'Une condition du site, que la fiche ne nomme pas.',
  élément: 'Un élément que ce lecteur ne connaît pas.',
}

const under = (chapter: string, text: string): string => (chapter === '' ? text : `${chapter} : ${text}`)

/** Fiche and draft side by side, section by section, for the terminal and for paper alike. */
export function reportOf(fiche: Pick<Fiche, 'title'>, draft: Draft): readonly Section[] {
  const waysText = waysOf(draft)
  const header = ruleWords(draft)
  const sections: Section[] = [
    {
      title: 'Démarche',
      rows: [
        {
          partId: draft.titre.id,
          fiche: fiche.title,
          draft: `Procédure « ${draft.procédure} »`,
          state: draft.titre.état,
        },
      ],
    },
    {
      title: 'Questions',
      rows: draft.questions.map(({ id, question, réponses, état }) => ({
        partId: id,
        fiche: question,
        draft: réponses.map(({ titre }, rank) => `${rank + 1}. ${titre}`).join('\n'),
        state: état,
      })),
    },
    {
      title: 'Pièces',
      rows: draft.pièces.map((piece) => ({
        partId: piece.id,
        fiche: [
          under(piece.chapitre, piece.texte),
          ...piece.précisions.map((detail) => `– ${detail}`),
          `(${piece.lignes} ligne${piece.lignes > 1 ? 's' : ''}, ${certainties[piece.lu]})`,
        ].join('\n'),
        draft: `${piece.titre}\n${piece.groupe === null ? 'Requise' : `Au choix (${piece.groupe})`}${waysText(piece.cas)}`,
        state: piece.état,
      })),
    },
    {
      title: 'Montants',
      rows: draft.montants.map((amount) => ({
        partId: amount.id,
        fiche: under(amount.chapitre, amount.phrase),
        draft: `${amount.montant}, ${amount.retenu}${waysText(amount.cas)}`,
        state: amount.état,
      })),
    },
    {
      title: 'Délais trouvés dans les phrases',
      rows: draft.délais.map((delay) => ({
        partId: delay.id,
        fiche: under(delay.chapitre, delay.phrase),
        draft: `${delay.durées.join(', ')} : ${delay.retenu}`,
        state: delay.état,
      })),
    },
    {
      title: 'Formulaires',
      rows: draft.formulaires.map(({ id, cerfa, titre, état }) => ({
        partId: id,
        fiche: titre,
        draft: `cerfa ${cerfa}`,
        state: état,
      })),
    },
    {
      title: 'Références',
      rows: draft.références.map(({ id, titre, url, legi, état }) => ({
        partId: id,
        fiche: titre,
        draft: legi ?? url ?? 'sans adresse',
        state: état,
      })),
    },
    {
      title: 'Non lu : à écrire par une personne',
      rows: draft['non lu'].map(({ id, quoi, textes, état }) => ({
        partId: id,
        fiche: textes.join('\n'),
        draft: unreadWords[quoi] ?? quoi,
        state: état,
      })),
    },
    {
      title: 'En-tête, que la fiche ne donne pas',
      rows: draft['en-tête'].map(({ id, clé, contenu, état }) => ({
        partId: id,
        fiche: notInFiche,
        draft: header(clé) ?? `${clé} : ${plain(contenu)}`,
        state: état,
      })),
    },
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

/** A header's content as lines that a person reads; what is empty says so. */
function plain(content: unknown): string {
  if (content === null || content === undefined) return 'rien'
  if (Array.isArray(content))
    return content.length === 0 ? 'rien' : content.map((one: unknown) => `\n– ${plain(one)}`).join('')
  if (typeof content === 'string') return content.replace(/\.$/, '')
  if (typeof content !== 'object') return JSON.stringify(content)
  return Object.entries(content)
    .map(([key, value]: [string, unknown]) =>
      Array.isArray(value) && value.every((one) => typeof one === 'string')
        ? `${key} : ${value.join(', ') || 'rien'}`
        : `${key} : ${plain(value)}`,
    )
    .join(' ; ')
}

/** The cases of a part, in words: « – si : Demande en France, Carte périmée ». */
function waysOf(draft: Draft): (ways: readonly Way[]) => string {
  return (ways) =>
    ways.some((way) => way.length === 0)
      ? ' dans tous les cas'
      : ways.map((way) => `\n– si : ${way.map((step) => answerWords(draft, step)).join(', ')}`).join('')
}

/** What was found, counted: lines of the fiche, then parts of the draft. */
export const countsOf = (fiche: Fiche, draft: Draft) => ({
  pièces: fiche.pieces.length,
  piècesDistinctes: draft.pièces.length,
  montants: fiche.amounts.length,
  cerfa: fiche.forms.length,
  références: fiche.references.length,
  délais: draft.délais.length,
  nonLu: draft['non lu'].reduce((sum, { textes }) => sum + textes.length, 0),
  àValider: partsOf(draft).length,
})
export type Counts = ReturnType<typeof countsOf>

/** « 3 montants », « 1 montant », « 0 montant ». */
const many = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count > 1 ? several : one}`

/** The counts in a sentence. */
export const countsSentence = (counts: Counts): string =>
  `${many(counts.pièces, 'ligne')} de pièces (${many(counts.piècesDistinctes, 'pièce')}), ${many(counts.montants, 'montant')}, ` +
  `${counts.cerfa} cerfa, ${many(counts.références, 'référence')}, ${many(counts.délais, 'délai')} en phrases, ` +
  `${many(counts.nonLu, 'passage non lu', 'passages non lus')} ; ${many(counts.àValider, 'partie')} à valider.`

import type { Procedure } from './catalogue.ts'
import { frenchDate } from './engine.ts'
import { refusalSentences } from './refusalSentences.ts'
import { exchanges } from './exchanges.ts'
import { modelOf } from './model.ts'
import { conditionWords, outcome, quoted, statusOf, unquoted } from './ruleWords.ts'
import { type Cited, type Sourced, sourced } from './sources.ts'

/** One rule, as a lawyer reads it; made from the data, so that it can't say anything else. */
export type Sentence = Sourced & {
  /** The rule's name, or the header's key: what a history compares. */
  readonly ruleId: string
  readonly text: string
}

export type Section = { readonly title: string; readonly sentences: readonly Sentence[] }

const delayWords = (delay: { nombre: number; unité: string } | null): string =>
  delay === null
    ? ''
    : ` pendant ${delay.nombre} ${delay.nombre > 1 && delay.unité === 'mois' ? 'mois' : delay.unité}`

const senses = {
  rejet: 'vaut décision de rejet',
  acceptation: 'vaut décision d’acceptation',
  inconnu: 'a un effet qui reste à préciser',
  sansObjet: 'est sans objet : aucune décision n’est attendue',
} as const

const acts = { déposer: 'déposer', signer: 'signer', retirer: 'retirer' } as const
const natureTexts = {
  demande: 'C’est une demande.',
  déclaration: 'C’est une déclaration : elle ne demande rien, l’office la reçoit.',
  paiement: 'C’est un paiement, non une demande.',
} as const

const effects = {
  suspend: 'Le délai est suspendu.',
  repart: 'Le délai repart à la réception des pièces.',
  aucun: 'Le délai n’en est pas changé.',
  inconnu: 'L’effet sur le délai reste à préciser.',
} as const

const termText = (term: Procedure['header']['incomplet']['terme']): string =>
  term === undefined
    ? ''
    : ` Le texte donne ${term.nombre} ${term.unité} pour apporter ce qui manque, à compter de sa demande.`

/** The whole of a version in French sentences, by section, each with the texts that it rests on. */
export function sentencesOf(procedure: Procedure): readonly Section[] {
  const model = modelOf(procedure)
  const { header, rules, articles } = procedure
  const speech = conditionWords(model)
  const sentence = (ruleId: string, text: string, cited: readonly Cited[]): Sentence => ({
    ruleId,
    text,
    ...sourced(articles, cited),
  })
  const { silence, accusé, recours, remise, erreur, domicile, dispenses, conservation } = header
  const silenceText = (one: typeof silence) =>
    `Le silence gardé par ${one.qui}${delayWords(one.délai)} ${senses[one.sens]}.${one['droit commun'] ? ' Le droit commun s’applique : deux mois valent acceptation, ou rejet dans les cas de CRPA L231-4.' : ''}`
  const acknowledgementText = (one: typeof accusé) =>
    `Accusé de réception ${one.dû === 'oui' ? 'dû' : `non dû (${one.exception ?? 'exception à préciser'})`}. ${one.pourquoi}`
  const remedyText = (one: NonNullable<typeof recours>) =>
    [
      `${one.titre}${one.délai === 'aucun' ? '' : delayWords(one.délai).replace(' pendant', ', dans les')}.`,
      one.détail,
      ...(one.délai === 'aucun' ? ['Aucun texte ne fixe de délai.'] : []),
      ...(one['délai après silence'] ? ['Après un silence, aucun texte ne fixe de délai.'] : []),
      `Recours préalable obligatoire : ${one.préalable}.`,
      ...(one.auprès === null ? [] : [`Auprès de : ${one.auprès}.`]),
      `Juridiction : ${one.juridiction}.`,
    ].join(' ')
  const section = (title: string, sentences: readonly Sentence[]): readonly Section[] =>
    sentences.length > 0 ? [{ title, sentences }] : []
  return [
    ...section('Qui', [
      sentence(
        'population',
        `${header.population.titre} : ${header.population.définition}`,
        header.population.sources,
      ),
      ...header['qui peut agir'].map((one, at) =>
        sentence(
          `qui-${at}`,
          `${one.titre} peut ${one.peut.map((act) => acts[act]).join(', ')}.${one.détail ? ` ${one.détail}` : ''}${one.preuve ? ` Preuve vue : ${one.preuve}.` : ''}`,
          one.sources,
        ),
      ),
    ]),
    ...section(
      'Questions',
      model.questions.map(({ name, rule, data }) =>
        sentence(
          name,
          `${rule.question ?? rule.titre}${rule['applicable si'] === undefined ? '' : ` Seulement si ${speech.condition(rule['applicable si'], name)}.`} ${data.pourquoi}`,
          data.sources,
        ),
      ),
    ),
    ...section(
      'Motifs',
      Object.entries(rules).flatMap(([name, rule]) => {
        if (rule._g.genre !== 'motif') return []
        const any = rule['une de ces conditions']
        const list = any ?? rule['toutes ces conditions'] ?? (rule.valeur === undefined ? [] : [rule.valeur])
        const joined = list.map((text) => speech.condition(text, name)).join(any ? ' ou ' : ' et ')
        return [
          sentence(
            name,
            `${quoted(rule.titre)} quand ${joined} ; sinon, ${rule._g['si faux']}.`,
            rule._g.sources,
          ),
        ]
      }),
    ),
    ...section(
      'Motifs de refus',
      refusalSentences(header).map(({ ruleId, text, cited }) => sentence(ruleId, text, cited)),
    ),
    ...section(
      'Pièces',
      model.pieces.map(({ name, rule, data }) => {
        const held = exchanges.find(({ exchangeId }) => exchangeId === data.échange)
        return sentence(
          name,
          [
            `${rule.titre} : ${outcome(speech, name, rule, statusOf)}.`,
            data.détail === undefined ? '' : `${data.détail}.`,
            data.indispensable === undefined ? '' : `Indispensable à l’instruction : ${data.indispensable}.`,
            held ? `Détenue par : ${held.holder} ; pas demandée où l’office y est relié.` : '',
            data.ancienneté ? `De moins de ${data.ancienneté.mois} mois.` : '',
          ]
            .filter((part) => part !== '')
            .join(' '),
          [...data.sources, ...(data.ancienneté?.sources ?? [])],
        )
      }),
    ),
    ...section('Justification', [
      sentence('domicile', `Domicile : preuve ${domicile.preuve}. ${domicile.détail}`, domicile.sources),
      sentence(
        'dispenses',
        `Tableau de R113-5 applicable : ${dispenses['R113-5']}. ${dispenses.pourquoi}`,
        dispenses.sources,
      ),
      sentence(
        'titres',
        `Titres d’identité : ${header['titres admis'].détail}`,
        header['titres admis'].sources,
      ),
    ]),
    ...section(
      'Prix',
      model.prices.map(({ name, rule, data }) =>
        sentence(
          name,
          `${rule.titre} : ${outcome(speech, name, rule, unquoted)}. ${data.pourquoi}.`,
          data.sources,
        ),
      ),
    ),
    ...section('Délais de la personne', [
      ...header.délais.map(({ id, titre, détail, sources }) =>
        sentence(`délai-${id}`, `${titre}. ${détail}`, sources),
      ),
      ...header.retard.map(({ titre, détail, sources }, at) =>
        sentence(`retard-${at}`, `${titre}. ${détail}`, sources),
      ),
      ...(erreur ? [sentence('erreur', `${erreur.titre}. ${erreur.détail}`, erreur.sources)] : []),
    ]),
    ...section(
      'Devoirs',
      model.duties.map(({ name, rule, data }) =>
        sentence(
          name,
          `${data.de === 'personne' ? 'La personne' : 'L’administration'} : ${rule.titre}. ${data.détail}.`,
          data.sources,
        ),
      ),
    ),
    ...section('Décision', [
      sentence(
        'décide',
        `Décide : ${header.décide.titre.fr}. ${header.décide.détail}${header.décide.recueil === 'oui' ? ' L’office reçoit le dossier.' : ''}`,
        header.décide.sources,
      ),
      ...(header.nature === undefined
        ? []
        : [sentence('nature', natureTexts[header.nature], accusé.sources)]),
      sentence('accusé', acknowledgementText(accusé), accusé.sources),
      sentence('silence', silenceText(silence), silence.sources),
      ...header['cas particuliers'].flatMap((special, at) => {
        const when = speech.condition(special.si, header.procédure)
        return [
          ...(special.nature === undefined
            ? []
            : [
                sentence(
                  `cas-${at}-nature`,
                  `Si ${when} : ${natureTexts[special.nature]}`,
                  (special.accusé ?? accusé).sources,
                ),
              ]),
          ...(special.silence
            ? [
                sentence(
                  `cas-${at}-silence`,
                  `Si ${when} : ${silenceText(special.silence)}`,
                  special.silence.sources,
                ),
              ]
            : []),
          ...(special.accusé
            ? [
                sentence(
                  `cas-${at}-accusé`,
                  `Si ${when} : ${acknowledgementText(special.accusé)}`,
                  special.accusé.sources,
                ),
              ]
            : []),
          ...(special.recours
            ? [
                sentence(
                  `cas-${at}-recours`,
                  `Si ${when} : ${remedyText(special.recours)}`,
                  special.recours.sources,
                ),
              ]
            : []),
          ...(special['ne délivre pas'] ?? []).map(({ id, sources }) =>
            sentence(
              `cas-${at}-délivre-${id}`,
              `Si ${when} : ne délivre pas « ${header.délivre.find((paper) => paper.id === id)?.titre ?? id} ».`,
              sources,
            ),
          ),
        ]
      }),
      sentence(
        'incomplet',
        `${header.incomplet.titre} : ${header.incomplet.détail} ${effects[header.incomplet.effet]}${termText(header.incomplet.terme)}`,
        header.incomplet.sources,
      ),
      ...(recours ? [sentence('recours', remedyText(recours), recours.sources)] : []),
    ]),
    ...section('Remise et conservation', [
      ...(remise ? [sentence('remise', `${remise.titre}. ${remise.détail}`, remise.sources)] : []),
      ...header.délivre.map((paper) =>
        sentence(
          `délivre-${paper.id}`,
          `${paper.titre} : ${paper.vaut} Remis sur place : ${paper['sur place']}. Duplicata : ${paper.duplicata}.`,
          paper.sources,
        ),
      ),
      sentence('conservation', conservation.titre, conservation.sources),
    ]),
    ...section(
      'Consignes',
      procedure.consignes.map(({ id, émetteur, du, au, texte, sources, contre }) =>
        sentence(
          `consigne-${id}`,
          `${émetteur}, depuis le ${frenchDate(du)}${au === null ? '' : ` jusqu’au ${frenchDate(au)}`} : ${texte}${contre.length > 0 ? ' Contraire aux textes cités ensuite.' : ''}`,
          [...sources, ...contre],
        ),
      ),
    ),
  ]
}

export type Change = {
  readonly section: string
  readonly ruleId: string
  /** Null for a rule that is new, or for one that is gone. */
  readonly before: string | null
  readonly after: string | null
}

/** What changed between two versions, rule by rule. */
export function changesBetween(before: Procedure, after: Procedure): readonly Change[] {
  const flat = (procedure: Procedure) =>
    new Map(
      sentencesOf(procedure).flatMap(({ title, sentences }) =>
        sentences.map(({ ruleId, text, sources }) => [
          ruleId,
          { section: title, text: `${text} [${sources.map(({ label }) => label).join(', ')}]` },
        ]),
      ),
    )
  const [old, new_] = [flat(before), flat(after)]
  const ids = [...new Set([...old.keys(), ...new_.keys()])]
  return ids.flatMap((ruleId) => {
    const [a, b] = [old.get(ruleId), new_.get(ruleId)]
    if (a?.text === b?.text) return []
    return [{ section: (b ?? a)?.section ?? '', ruleId, before: a?.text ?? null, after: b?.text ?? null }]
  })
}

import type { Unread } from './fiche.ts'
import { isElement, wordsOf } from './tree.ts'
import type { Visit } from './visit.ts'

/** Elements that this reader knows, whether it uses them or not. */
const knownTags: ReadonlySet<string> = new Set(
  (
    'Publication Introduction Texte Paragraphe Titre Liste Item ListeSituations Situation BlocCas Cas Chapitre SousChapitre ' +
    'Condition estVrai estFaux estIndefini ou et non FragmentConditionne Tableau Colonne Rangée Cellule Valeur Expression Exposant ' +
    'MiseEnEvidence LienInterne LienExterne LienExterneCommente LienIntra LienWeb Citation Abreviation NumeroCerfa ' +
    'ServiceEnLigne ServiceEnLigneAnnexe NoticeLiee OuSAdresser PivotLocal RessourceWeb Source Complement ' +
    'ASavoir ANoter Attention Rappel Avertissement Exemple Definition Reference PourEnSavoirPlus ' +
    'SurTitre Audience Canal Cible Fiche Dossier InformationComplementaire Montee'
  ).split(' '),
)

const cost = /\b(co[uû]t|prix|tarif|frais|montant)/i
const delay = /\b(délai|quand|durée|fabrication|retrait)/i
const remedy = /\b(recours|réclamation|contest|saisir le tribunal|pourv?oi)/i
const silence = /\b(silence|absence de réponse|sans réponse|ne répond pas|n’a pas répondu)/i
const aDuration = /\d+ (jours?|semaines?|mois|ans?|heures?)/i

/** The conditions of a variable that no answer of the fiche names: the site's own engine knew them. */
function conditionsIn(visits: readonly Visit[]): readonly Unread[] {
  return visits.flatMap(({ node, context }) => {
    const owner = context.parents.at(-1)
    if (node.name !== 'Condition' || owner === undefined) return []
    // Beside the title of a case, the variable only repeats the answer.
    if (owner.name === 'Cas' || owner.name === 'Situation') return []
    const variables = new Set<string>()
    const collect = (one: typeof node): void => {
      const name = one.attributes['var']
      if (name !== undefined) variables.add(name)
      for (const child of one.children.filter(isElement)) collect(child)
    }
    collect(node)
    const text = `${owner.name} selon ${[...variables].join(', ')} : ${wordsOf(owner, new Set(['Condition', 'Liste', 'BlocCas'])).slice(0, 160)}`
    return [{ kind: 'condition', where: context.headings.join(' › '), text } as const]
  })
}

/** All that the fiche says in prose where a rule would be needed, and what no fiche says at all. */
export function unreadIn(visits: readonly Visit[]): readonly Unread[] {
  const unread: Unread[] = []
  for (const { node, context } of visits) {
    const where = context.headings.join(' › ')
    const heading = context.headings.at(-1) ?? ''
    if (!knownTags.has(node.name) && !node.name.startsWith('dc:'))
      unread.push({ kind: 'élément', where, text: `Élément « ${node.name} » inconnu du lecteur.` })
    if (node.name !== 'Paragraphe' || context.parents.some(({ name }) => name === 'Titre')) continue
    const text = wordsOf(node)
    const inItem = context.parents.some(({ name }) => name === 'Item')
    if (text === '') continue
    if (context.pieces !== null && !inItem) unread.push({ kind: 'pièces', where, text })
    else if (cost.test(heading) && !inItem) unread.push({ kind: 'coût', where, text })
    else if (delay.test(heading) && !aDuration.test(text)) unread.push({ kind: 'délai', where, text })
    if (silence.test(text)) unread.push({ kind: 'silence', where, text })
    if (context.headings.some((one) => remedy.test(one))) unread.push({ kind: 'recours', where, text })
  }
  const hasKind = (kind: Unread['kind']) => unread.some((one) => one.kind === kind)
  if (!hasKind('silence'))
    unread.push({
      kind: 'silence',
      where: '',
      text: 'La fiche ne dit pas ce que vaut le silence de l’administration.',
    })
  if (!hasKind('recours'))
    unread.push({ kind: 'recours', where: '', text: 'La fiche ne dit pas comment contester la décision.' })
  return [...unread, ...conditionsIn(visits)]
}

import { parseExpression, resolveName } from './expressions.ts'
import { domainDates, isInjectable } from './engine.ts'
import { exchanges } from './exchanges.ts'
import { type MetadataOf, type Rule, type RuleFile, computes, pieceStatus } from './format.ts'
import { templated } from './lintGraph.ts'
import { type Problem, type Trap, suggestion } from './problems.ts'
import { checkRegime, citedIn, regimesOf } from './lintRegime.ts'
import { refusalProblems } from './lintRefusals.ts'

type Report = (rule: string | null, trap: Trap, message: string) => void

/** The value that each outcome of a rule gives, as written: its branches, or its only value. */
const outcomes = (rule: Rule): readonly string[] =>
  rule.variations?.map((branch) => ('si' in branch ? branch.alors : branch.sinon)) ??
  (rule.valeur === undefined ? [] : [rule.valeur])

function checkQuestion(name: string, rule: Rule, rules: RuleFile, report: Report): void {
  const metadata = rule._g
  if (metadata.genre !== 'question') {
    if (rule.question !== undefined || rule['une possibilité'] !== undefined)
      report(name, 'questionMalPosée', 'seule une question a « question » et « une possibilité ».')
    return
  }
  if (rule.question === undefined)
    report(name, 'questionMalPosée', 'il manque « question », que la personne au guichet lit.')
  if (computes(rule))
    report(name, 'questionCalculée', 'une question ne calcule rien : une réponse écraserait la règle.')
  const values = metadata.options.map(({ valeur }) => valeur)
  const expected = rule['une possibilité']?.map((value) => value.slice(1, -1)) ?? ['oui', 'non']
  const isDate = rule['une possibilité'] === undefined && values.length === 0
  if (!isDate && (values.length !== expected.length || values.some((value, at) => value !== expected[at])))
    report(
      name,
      'questionMalPosée',
      `les options (${values.join(', ')}) ne sont pas les réponses possibles (${expected.join(', ')}), dans l’ordre.`,
    )
  const title = metadata.identité
  const titleValues =
    title === undefined
      ? []
      : [title['si valide'], title['si périmé depuis moins de'].valeur, ...(title.sinon ? [title.sinon] : [])]
  for (const value of titleValues)
    if (!values.includes(value))
      report(name, 'réponseInconnue', `« ${value} », dit par le titre présenté, n’est pas une réponse.`)
  for (const read of templated(metadata.détail ?? ''))
    if (rules[read]?._g.genre !== 'injecté')
      report(name, 'référenceInconnue', `« {${read}} » n’est pas une date injectée.`)
}

function checkOutcomes(name: string, rule: Rule, report: Report): void {
  const kind = rule._g.genre
  const results = outcomes(rule)
  if (kind === 'pièce') {
    const statuses = Object.keys(pieceStatus)
    if (results.length === 0) report(name, 'statutInconnu', 'la pièce ne dit pas si elle est requise.')
    for (const text of results) {
      const status = /^'(.*)'$/.exec(text)?.[1]
      if (status === undefined || !statuses.includes(status))
        report(
          name,
          'statutInconnu',
          `${text} n’est pas l’état d’une pièce (${statuses.join(', ')}).${suggestion(status ?? text, statuses)}`,
        )
    }
    const grouped = rule._g.genre === 'pièce' && rule._g.groupe !== undefined
    if (results.includes("'alternative'") !== grouped)
      report(name, 'groupeSeul', '« alternative » et « groupe » vont ensemble. Ajouter l’autre.')
  }
  if (kind === 'prix' && results.some((text) => !/^\d+(\.\d{1,2})? €$/.test(text)))
    report(name, 'valeurInattendue', 'un prix s’écrit « 25 € ».')
  if (kind === 'cas' && results.some((text) => !/^'[^']+'$/.test(text)))
    report(name, 'valeurInattendue', 'une partie du cas est un texte entre apostrophes droites.')
  const boolean = kind === 'motif' || kind === 'devoir'
  if (boolean && (!computes(rule) || rule.variations !== undefined))
    report(name, 'valeurInattendue', 'un motif ou un devoir est une condition, sans variations.')
  const idle = kind === 'groupe' || kind === 'procédure' || kind === 'injecté'
  if (idle && computes(rule)) report(name, 'valeurInattendue', 'cette règle ne calcule rien.')
  const computed = ['valeur', 'variations', 'toutes ces conditions', 'une de ces conditions'] as const
  if (computed.filter((key) => rule[key] !== undefined).length > 1)
    report(name, 'valeurInattendue', 'deux mécanismes à la fois : seul l’un serait lu.')
  const branches = (rule.variations ?? []).map((branch) => ('si' in branch ? branch.alors : branch.sinon))
  if (kind !== 'cas' && new Set(branches).size !== branches.length)
    report(
      name,
      'branchesÉgales',
      'deux branches donnent la même valeur et une question inutile serait posée : réunir leurs motifs dans « une de ces conditions ».',
    )
}

function checkGrounds(name: string, rule: Rule, rules: RuleFile, report: Report): void {
  const exists = (full: string) => Object.hasOwn(rules, full)
  const conditions = [
    ...(rule['applicable si'] === undefined ? [] : [rule['applicable si']]),
    ...(rule.variations ?? []).flatMap((branch) => ('si' in branch ? [branch.si] : [])),
  ]
  for (const text of conditions) {
    const expression = parseExpression(text)
    const operand = expression.kind === 'operand' ? expression.operand : null
    const full = operand?.kind === 'name' ? resolveName(operand.name, name, exists) : null
    if (operand?.kind === 'name' && full === null) continue
    if (full === null || rules[full]?._g.genre !== 'motif')
      report(
        name,
        'motifNonNommé',
        `« ${text} » doit être un motif nommé, avec son titre et sa source : ce sont les mots du raisonnement.`,
      )
  }
}

function checkPieces(rules: RuleFile, report: Report): void {
  const groups = new Map<string, string[]>()
  const ids = new Map<string, string>()
  for (const [name, { _g }] of Object.entries(rules)) {
    if ('id' in _g) {
      const key = `${_g.genre} ${_g.id}`
      const twin = ids.get(key)
      if (twin !== undefined)
        report(name, 'identifiantEnDouble', `« ${_g.id} » est déjà celui de « ${twin} ».`)
      ids.set(key, name)
    }
    if (_g.genre !== 'pièce') continue
    if (_g.groupe !== undefined) groups.set(_g.groupe, [...(groups.get(_g.groupe) ?? []), name])
    const answered = _g.répond
    if (answered === undefined) continue
    const question = Object.values(rules).find(
      (other) => other._g.genre === 'question' && other._g.id === answered.question,
    )?._g
    const isOption =
      question?.genre === 'question' && question.options.some(({ valeur }) => valeur === answered.valeur)
    if (!isOption)
      report(name, 'réponseInconnue', `« ${answered.question} : ${answered.valeur} » n’est pas une réponse.`)
  }
  for (const [group, members] of groups)
    if (members.length < 2)
      report(members[0] ?? null, 'groupeSeul', `le groupe « ${group} » n’a qu’une pièce : rien à choisir.`)
}

function checkHeader(file: string, rules: RuleFile, report: Report): void {
  const headers = Object.entries(rules).filter(([, { _g }]) => _g.genre === 'procédure')
  const [name, root] = headers[0] ?? []
  if (headers.length !== 1 || name === undefined || root?._g.genre !== 'procédure') {
    report(null, 'entête', 'un fichier a un seul en-tête « genre: procédure ».')
    return
  }
  const header = root._g
  if (header.procédure !== name)
    report(name, 'entête', `l’en-tête nomme « ${header.procédure} » mais la règle s’appelle « ${name} ».`)
  if (!file.endsWith(`${header.procédure}/${header.version}.yaml`))
    report(name, 'entête', `le fichier doit être « ${header.procédure}/${header.version}.yaml ».`)
  const incoherent = (message: string) => report(name, 'entêteIncohérent', message)
  for (const regime of regimesOf(header))
    checkRegime(regime, incoherent, (message) => report(name, 'silenceIncohérent', message))
  for (const one of [header.recours, ...header['cas particuliers'].map(({ recours }) => recours)])
    if (one) checkRemedy(one, incoherent)
  const ids = new Set(
    Object.values(rules).flatMap(({ _g }) =>
      _g.genre === 'question' && _g.options.length === 0 ? [_g.id] : [],
    ),
  )
  for (const { règle, id } of header.délais)
    if (règle !== null && !knownStarts.has(règle.selon) && !ids.has(règle.selon))
      incoherent(`le délai « ${id} » se compte selon « ${règle.selon} », qui n’est pas une question de date.`)
  const given = new Set(header.délivre.map(({ id }) => id))
  for (const { si, 'ne délivre pas': none = [] } of header['cas particuliers']) {
    for (const { id } of none)
      if (!given.has(id)) incoherent(`« ${id} », dans « ne délivre pas », n’est pas un papier délivré.`)
    const full = resolveName(si, name, (other) => Object.hasOwn(rules, other))
    if (full === null || rules[full]?._g.genre !== 'motif')
      incoherent(`« ${si} », dans « cas particuliers », doit être un motif nommé.`)
  }
  for (const problem of refusalProblems(header, pieceIdsOf(rules))) incoherent(problem)
  checkLaw(header, rules, report)
}

const pieceIdsOf = (rules: RuleFile): ReadonlySet<string> =>
  new Set(Object.values(rules).flatMap(({ _g }) => (_g.genre === 'pièce' ? [_g.id] : [])))

/** A recourse is before somebody, and what silence changes of its delay is a change. */
function checkRemedy(
  recours: NonNullable<MetadataOf<'procédure'>['recours']>,
  incoherent: (message: string) => void,
): void {
  if (recours.auprès === null && recours.préalable !== 'non')
    incoherent('un recours préalable se fait auprès d’une autorité : la nommer.')
  if (recours['délai après silence'] && (recours.délai === null || recours.délai === 'aucun'))
    incoherent('« délai après silence » ne change rien à un délai inconnu, ou qu’aucun texte ne fixe.')
}

/** Days from which a delay may run without a question. */
const knownStarts = new Set(['date-demande', 'prochain-scrutin'])

/** What CRPA R113-5 to R113-10, L114-5-1 and D114-9-1 forbid a rule file to say. */
function checkLaw(header: MetadataOf<'procédure'>, rules: RuleFile, report: Report): void {
  for (const [name, rule] of Object.entries(rules)) {
    const metadata = rule._g
    if (metadata.genre !== 'pièce') continue
    const isAsked = outcomes(rule).some((value) =>
      ["'requise'", "'alternative'", "'détenue'"].includes(value),
    )
    if (
      metadata.nature === 'domicile' &&
      isAsked &&
      ['interdite', 'sansObjet'].includes(header.domicile.preuve)
    )
      report(
        name,
        'pièceIllégale',
        'le domicile ne se prouve pas ici (R113-8) : la pièce ne peut être requise.',
      )
    if (metadata.nature === 'copie certifiée' && isAsked)
      report(name, 'pièceIllégale', 'une copie certifiée conforme ne peut être exigée (R113-10).')
    const dated = /moins (de|d’)\s*(un|une|deux|trois|quatre|six|\d+)\s*(mois|an)/u.test(rule.titre)
    if (dated && metadata.ancienneté === undefined)
      report(
        name,
        'anciennetéSansTexte',
        'une date limite de délivrance veut son propre texte (R113-7) : « ancienneté ».',
      )
    if ((metadata.indispensable !== undefined) !== (header.droit === 'oui') && isAsked)
      report(
        name,
        'indispensableAbsent',
        'pour l’attribution d’un droit, et là seulement, une pièce dit si elle est indispensable (L114-5-1).',
      )
    if (
      metadata.échange !== undefined &&
      !exchanges.some(({ exchangeId }) => exchangeId === metadata.échange)
    )
      report(name, 'échangeInconnu', `« ${metadata.échange} » n’est pas un échange de D114-9-1.`)
  }
}

/** What the words of the law need beyond the notation: grounds, statuses, sources, header. */
export function checkMeaning(
  file: string,
  rules: RuleFile,
  articles: ReadonlySet<string>,
): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (rule, trap, message) => problems.push({ file, rule, trap, message })
  checkHeader(file, rules, report)
  checkPieces(rules, report)
  for (const [name, rule] of Object.entries(rules)) {
    checkQuestion(name, rule, rules, report)
    checkOutcomes(name, rule, report)
    checkGrounds(name, rule, rules, report)
    if (rule._g.genre === 'injecté' && !isInjectable(name))
      report(
        name,
        'injectionInconnue',
        `l’hôte donne « date de la demande », « il y a N ans », « dans N mois »… (« an » au singulier pour 1 seul), ${domainDates.map((known) => `« ${known} »`).join(', ')}.`,
      )
    for (const cited of citedIn(rule._g))
      if (!articles.has(cited))
        report(
          name,
          'sourceInconnue',
          `« ${cited} » n’est pas dans « sources/ ».${suggestion(cited, articles)}`,
        )
  }
  return problems
}

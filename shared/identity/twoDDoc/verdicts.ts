import type { TwoDDocKind } from './kinds.ts'
import { frenchDay } from './values.ts'

/** What a code is worth. */
export type Verdict =
  | 'authentic'
  | 'forged'
  | 'unverifiable'
  | 'expired'
  | 'revoked'
  | 'specimen'
  | 'malformed'

/** What was found, with what its sentence says. */
export type Finding =
  | { readonly is: 'authentic' }
  | { readonly is: 'signature' }
  | { readonly is: 'noCertificate' | 'revoked' | 'specimen' | 'specimenUnchecked'; readonly name: string }
  | { readonly is: 'unknownKind'; readonly type: string }
  | { readonly is: 'future'; readonly signedOn: string }
  | { readonly is: 'outOfPeriod'; readonly signedOn: string; readonly from: string; readonly to: string }
  | { readonly is: 'ended'; readonly on: string }
  | { readonly is: 'missing'; readonly id: string; readonly label: string }
  | {
      readonly is:
        | 'tooLong'
        | 'notTwoDDoc'
        | 'header'
        | 'field'
        | 'noSignature'
        | 'signatureForm'
        | 'annex'
        | 'undated'
        | 'impossibleEnd'
    }

type Explanation = { readonly verdict: Verdict; readonly sentence: string }

/** The verdict of each finding, and what is the matter, in a sentence. */
function explain(finding: Finding): Explanation {
  const malformed = (sentence: string): Explanation => ({ verdict: 'malformed', sentence })
  switch (finding.is) {
    case 'authentic':
      return {
        verdict: 'authentic',
        sentence: 'Code authentique : l’émetteur a signé ces données, et rien n’y a été changé.',
      }
    case 'signature':
      return {
        verdict: 'forged',
        sentence: 'Signature fausse : ces données ne sont pas celles que l’émetteur a signées.',
      }
    case 'noCertificate':
      return {
        verdict: 'unverifiable',
        sentence: `Structure valide, signature non vérifiable : le certificat ${finding.name} n’est pas connu ici.`,
      }
    case 'unknownKind':
      return {
        verdict: 'unverifiable',
        sentence: `Signature valide, mais le type de document « ${finding.type} » n’est pas connu ici : le code ne peut pas être interprété.`,
      }
    case 'future':
      return {
        verdict: 'unverifiable',
        sentence: `La date de signature, le ${frenchDay(finding.signedOn)}, est à venir : vérifiez la date de ce poste.`,
      }
    case 'revoked':
      return {
        verdict: 'revoked',
        sentence: `Le certificat ${finding.name} a été révoqué : la vérification n’est plus possible, quelle que soit la date de signature.`,
      }
    case 'outOfPeriod':
      return {
        verdict: 'expired',
        sentence: `Signé le ${frenchDay(finding.signedOn)}, hors de la période du certificat (du ${frenchDay(finding.from)} au ${frenchDay(finding.to)}).`,
      }
    case 'ended':
      return {
        verdict: 'expired',
        sentence: `Code signé par l’émetteur, mais le document n’était valable que jusqu’au ${frenchDay(finding.on)}.`,
      }
    case 'specimen':
      return {
        verdict: 'specimen',
        sentence: `Spécimen : ${finding.name} est un certificat d’essai. La signature est bonne et ne prouve rien.`,
      }
    case 'specimenUnchecked':
      return {
        verdict: 'specimen',
        sentence: `Spécimen : ${finding.name} est un certificat d’essai, absent d’ici. La signature n’a pas été vérifiée.`,
      }
    case 'missing':
      return malformed(`Il manque une donnée obligatoire : « ${finding.label} » (${finding.id}).`)
    case 'undated':
      return malformed('Il manque la date du document, obligatoire pour ce type.')
    case 'impossibleEnd':
      return malformed('La date de fin de validité n’est pas une date possible.')
    case 'tooLong':
      return malformed('Ce texte est trop long pour être un 2D-Doc.')
    case 'notTwoDDoc':
      return malformed('Ce n’est pas un 2D-Doc.')
    case 'header':
      return malformed('L’en-tête n’est pas celui d’un 2D-Doc.')
    case 'field':
      return malformed('Les données ne suivent pas la structure d’un 2D-Doc.')
    case 'noSignature':
      return malformed('Ce code n’a pas de signature : il a été lu en partie, ou n’est pas un 2D-Doc.')
    case 'signatureForm':
      return malformed('La signature n’a pas la forme prévue (103, 154 ou 212 caractères en Base32).')
    case 'annex':
      return malformed('Ce qui suit la signature n’est pas une annexe de 2D-Doc.')
  }
}

/** What the agent may conclude of each verdict. */
const conclusions: Readonly<Record<Verdict, string>> = {
  authentic:
    'Comparez ces données à ce qui est imprimé : si elles concordent, le document est celui de l’émetteur.',
  forged:
    'Relisez le code une fois. Si le résultat est le même, il ne prouve rien : proposez une autre pièce prévue par la démarche. Une mauvaise impression donne le même résultat qu’une fraude ; n’accusez personne.',
  unverifiable:
    'Ce n’est ni une preuve ni un soupçon : appréciez le document comme s’il n’avait pas de code.',
  expired: 'Le code ne prouve plus rien à cette date : proposez un document à jour ou une autre pièce.',
  revoked:
    'Ce n’est ni une preuve ni un soupçon contre la personne : appréciez le document comme s’il n’avait pas de code.',
  specimen: 'Ce code ne sert qu’aux essais : il ne remplit aucune pièce.',
  malformed: 'Relisez le code ; s’il est abîmé, appréciez le document comme s’il n’avait pas de code.',
}

/** What an authentic document of that kind may not be refused for, and what must not be kept of it. */
const alsoProves: Readonly<Record<NonNullable<TwoDDocKind['proves']>, string>> = {
  domicile:
    ' Il vaut justificatif de domicile et ne peut être refusé là où un justificatif peut être exigé (CRPA, art. R113-8).',
  resources: '',
  identity: '',
  priority:
    ' La carte donne la priorité (CASF, art. L241-3) sans que la personne ait à se nommer ; son numéro n’est pas conservé.',
}

/** Décret 55-1397, arrêté du 16 novembre 2018: a title may serve some years after its end. */
const endedIdentity =
  'La date est passée, mais un titre d’identité périmé peut rester admis : suivez la règle de la démarche.'

/** A finding in French: the verdict, what is the matter, and what the agent may conclude. */
export function sayFinding(
  finding: Finding,
  kind: TwoDDocKind | undefined,
): Explanation & { readonly conclusion: string } {
  const explanation = explain(finding)
  const { proves } = kind ?? {}
  if (finding.is === 'authentic' && proves)
    return { ...explanation, conclusion: conclusions.authentic + alsoProves[proves] }
  if (finding.is === 'ended' && proves === 'identity') return { ...explanation, conclusion: endedIdentity }
  return { ...explanation, conclusion: conclusions[explanation.verdict] }
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  authentic: 'authentique',
  forged: 'signature fausse',
  unverifiable: 'non vérifiable',
  expired: 'expiré',
  revoked: 'certificat révoqué',
  specimen: 'spécimen',
  malformed: 'illisible',
}

/** The words that a file may keep of a code: its kind, its dates, its verdict; no name, no number. */
export function keptSentence({
  verdict,
  type,
  typeName,
  issuedOn,
  validUntil,
}: {
  readonly verdict: Verdict
  readonly type: string | null
  readonly typeName: string | null
  readonly issuedOn: string | null
  readonly validUntil: string | null
}): string {
  const name = type === null ? '2D-Doc' : `${typeName ?? `Document de type « ${type} »`} (2D-Doc)`
  // What an unsure code says of its own dates is not repeated.
  const sure = verdict === 'authentic' || verdict === 'expired'
  const dates =
    sure && validUntil !== null
      ? `, valable jusqu’au ${frenchDay(validUntil)}`
      : sure && issuedOn !== null
        ? `, du ${frenchDay(issuedOn)}`
        : ''
  return `${name}${dates} : ${verdictWords[verdict]}`
}

import { refuses } from '../../../contract/files/file.ts'
import type { Remedies } from '../../../contract/documents/said.ts'
import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { Event } from '../../../contract/events.ts'
import type { LocalDate } from '../../../contract/ids.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import type { PersonalChange, Refused } from '../../decision.ts'
import { implicitOn, silenceFacts } from '../clocks.ts'
import { isDecidedElsewhere } from '../whoDecides.ts'
import type { FileState } from '../state.ts'
import { acceptedBySilence } from '../standing.ts'
import { keptRow } from '../recorded.ts'
import { keepsSecret, unnamedEstablished, unnamedFacts, unnamedLaw } from '../../law/secrecy.ts'
import { silenceClock } from '../../law/time/silence.ts'
import type { Office } from '../../state.ts'
import type { AskOf, AskRefusal, Composed, Composers, Composing } from '../../documents/composing.ts'
import { commonDelayBefore } from './delays.ts'
import { filedOf } from './filed.ts'
import { headOfSeen, silenceSaid, type SeenFile } from './fileFacts.ts'
import { priceOf } from './refusing.ts'
import { knowsWhole, remediesOf } from './remedies.ts'
import { signatoryOf, type Unsigned } from '../../documents/signing.ts'
import { groundedOf, type Grounded, type GroundRefused } from './grounds.ts'
import { lawOf } from '../../documents/texts.ts'

// Decisions on a file, and what is owed of those that silence made: an attestation, or reasons.

/** What the rules are run for: said on every decision that rests on them (CRPA L311-3-1, R311-3-1-1). */
export const purposeOf = (procedure: string): string =>
  `dire ce que les textes exigent pour « ${procedure} », d’après les réponses données, les pièces présentées et la date : les pièces, leur dispense, le prix, les délais, l’effet du silence et les recours`

const algorithmOf = ({ assessment, file }: SeenFile): FactsOf<'refus'>['algorithm'] =>
  file.rule === null || assessment === null ? null : { purpose: purposeOf(assessment.title.fr) }

type Contested = {
  readonly said: AskOf<'refus'>['remedies']
  readonly after: 'decision' | 'silence'
  /** The ground's own, where it is contested otherwise. */
  readonly remedy: Assessment['remedy']
}

/**
 * Where to contest: as the procedure's rules say; where they don't know the whole of it, as who signs says it. Before
 * an administrative court a text always sets a delay (CJA R421-1); before another, they say that none does, or nobody knows it.
 */
function remediesFor(
  office: Office,
  { catalogue }: Composing,
  { assessment, today, file }: SeenFile,
  { said, after, remedy }: Contested,
): Remedies | null {
  const ofRules = remediesOf(office, assessment && { ...assessment, ...(remedy && { remedy }) }, after)
  if (said === undefined || (ofRules !== null && knowsWhole(ofRules))) return ofRules
  const { delay, ...ways } = said
  const typed = {
    title: 'Voies de recours indiquées par le signataire',
    detail: null,
    ...ways,
    toConfirm: true,
  }
  const common = commonDelayBefore(said.court)
  if (common === null)
    return { ...typed, delay: null, ...(delay === 'none' && { noDelay: true as const }), sources: [] }
  const [general] = lawOf(catalogue, [{ title: 'CJA R421-1', said: null }], {
    procedureId: file.procedureId,
    on: today,
  })
  return { ...typed, delay: { ...common }, sources: general?.sources ?? [] }
}

type Reasons = Pick<AskOf<'refus'>, 'facts' | 'law' | 'remedies' | 'ground'>

/** What a paper says of the reasons. */
type Told = Pick<FactsOf<'refus'>, 'facts' | 'law' | 'ground'>

const told = (facts: string, { law, ground }: Pick<Grounded, 'law' | 'ground'>): Told => ({
  facts,
  law,
  ...(ground && { ground }),
})

/** The reasons of a request whose secret is kept: its ground, its days and the texts as the base has them, no word typed. */
function unnamed({ law, ground }: Grounded): GroundRefused | Told {
  if (ground) {
    const [own, ...cited] = law
    const established = unnamedEstablished(ground.established)
    return told(unnamedFacts, {
      law: [...(own ? [own] : []), ...unnamedLaw(cited)],
      ground: { ...ground, established },
    })
  }
  const kept = unnamedLaw(law)
  return kept.length === 0
    ? { refusal: 'articleMissing' }
    : told(unnamedFacts, { law: kept, ground: undefined })
}

/**
 * The part that a refusal and a communication of reasons share, signed if who acts may sign.
 * @param after what is contested: the decision of this paper, or the silence whose reasons it gives; `on`: its day
 */
function reasonsOf(
  office: Office,
  context: Composing,
  filed: SeenFile,
  { facts, law, remedies, ground }: Reasons,
  { after, on }: { readonly after: 'decision' | 'silence'; readonly on: LocalDate },
) {
  const { file } = filed
  const grounded = groundedOf(context.catalogue, filed.asked, { facts, law, ground, remedies }, on)
  if ('refusal' in grounded) return grounded
  const said = keepsSecret(filed.asked.sheet) ? unnamed(grounded) : told(facts, grounded)
  if ('refusal' in said) return said
  const signing = signatoryOf(office, context, file.procedureId)
  return {
    reasons: {
      ...headOfSeen(office, context, filed),
      receivedOn: file.receivedOn,
      ...said,
      signatory: 'refusal' in signing ? null : signing.signatory,
      remedies: remediesFor(office, context, filed, { said: remedies, after, remedy: grounded.remedy }),
      algorithm: algorithmOf(filed),
    },
    cannotSign: cannotSign(signing),
  }
}

const cannotSign = (signing: ReturnType<typeof signatoryOf>): { readonly cannotSign?: Unsigned } =>
  'refusal' in signing ? { cannotSign: signing.refusal } : {}

/** The decision that a paper of the file records by the way, when it is not noted yet. */
const decided = (
  { file }: SeenFile,
  decision: NonNullable<FileState['decision']>['decision'],
  on: LocalDate,
): Event[] =>
  file.decision === null
    ? [{ type: 'fileDecided', data: { fileId: file.fileId, decision, by: 'office', on } }]
    : []

/** Another authority decides: it is named, so that the request goes to it. */
export const notDecidedHere = ({ assessment }: SeenFile): Refused<'officeDoesNotDecide'> => ({
  refusal: 'officeDoesNotDecide',
  ...(assessment && { details: [assessment.decides] }),
})

/** Only who decides refuses: an office that collects or forwarded notes what the authority decided. */
function refusal(office: Office, what: AskOf<'refus'>, context: Composing): Composed | Refused<AskRefusal> {
  const filed = filedOf(office, what.fileId, context)
  if ('refusal' in filed) return filed
  const { file, today } = filed
  const { decision } = file
  if (isDecidedElsewhere(file) || decision?.by === 'authority') return notDecidedHere(filed)
  if (decision !== null && !refuses(decision.decision)) return { refusal: 'nothingToIssue' }
  const part = decision === null ? what.extent === 'part' : decision.decision === 'partlyGranted'
  return (
    (decision === null ? acceptedBySilence(file, today) : undefined) ??
    refusalOf(office, context, filed, { ...what, extent: part ? 'part' : 'whole', on: decision?.on ?? today })
  )
}

/** A refusal with its reasons in their two parts (CRPA L211-5), of the day on which it was decided. */
export function refusalOf(
  office: Office,
  context: Composing,
  filed: SeenFile,
  of: Reasons & { readonly extent: FactsOf<'refus'>['extent']; readonly on: LocalDate },
): Composed | Refused<'fileAlreadyDecided'> | GroundRefused {
  const { file, row } = filed
  // One decision is one paper: what it says badly is put right by another, which names it.
  if (row.reasoned === true) return { refusal: 'fileAlreadyDecided' }
  const made = reasonsOf(office, context, filed, of, { after: 'decision', on: of.on })
  if ('refusal' in made) return made
  const { reasons, cannotSign: bar } = made
  const price = priceOf(filed.assessment)
  const { draft: _, ...kept } = row
  const decision = of.extent === 'part' ? 'partlyGranted' : 'refused'
  // One that was noted before its paper stands as it was noted.
  const signedHere = file.decision === null ? { signedHere: { decision, on: of.on } as const } : {}
  const after = { ...kept, reason: of.facts, reasoned: true, ...signedHere } as const
  return {
    facts: { ...reasons, kind: 'refus', extent: of.extent, decidedOn: of.on, ...(price && { price }) },
    fileId: file.fileId,
    events: decided(filed, decision, of.on),
    personal: [keptRow(file.fileId, after, context.now)],
    ...bar,
  }
}

/** Silence was worth this, and its day has come (CRPA L231-1, L231-4); an express decision before it leaves it nothing. */
function bySilence(
  { file, today }: SeenFile,
  regime: 'acceptation' | 'rejet',
): Refused<AskRefusal> | { readonly on: LocalDate } {
  const facts = silenceFacts(file)
  if (isDecidedElsewhere(file) || file.decision?.by === 'authority') return { refusal: 'officeDoesNotDecide' }
  if (facts === null || facts.regime !== regime) return { refusal: 'silenceUnknown' }
  const on = implicitOn(file)
  if (on === null || today < on)
    return { refusal: 'silenceNotElapsed', ...(on === null ? {} : { details: [on] }) }
  const implicit = regime === 'acceptation' ? 'implicitAcceptance' : 'implicitRejection'
  return file.decision !== null && file.decision.decision !== implicit
    ? { refusal: 'nothingToIssue' }
    : { on }
}

/** « Attestation d’acceptation implicite »: what was asked, when it was whole, by which text, since when (CRPA L232-3). */
function acceptance(
  office: Office,
  { fileId }: AskOf<'acceptation'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  const filed = filedOf(office, fileId, context)
  if ('refusal' in filed) return filed
  const silence = bySilence(filed, 'acceptation')
  if ('refusal' in silence) return silence
  const { file, today } = filed
  const facts = silenceFacts(file)
  const completeOn = (facts && silenceClock(facts, today).runsFrom) ?? file.receivedOn
  const signing = signatoryOf(office, context, file.procedureId)
  return {
    facts: {
      ...headOfSeen(office, context, filed),
      kind: 'acceptation',
      completeOn,
      acquiredOn: silence.on,
      silence: silenceSaid(file, silence.on),
      signatory: 'refusal' in signing ? null : signing.signatory,
    },
    fileId,
    events: decided(filed, 'implicitAcceptance', silence.on),
    personal: attestedRow(filed, context),
    ...cannotSign(signing),
  }
}

/** An acceptance that is attested leaves no refusal to sign, and none to put back while the attestation holds. */
function attestedRow({ file, row }: SeenFile, { now }: Composing): PersonalChange[] {
  const { draft, signedHere, ...rest } = row
  if (draft === undefined && signedHere === undefined) return []
  const after = signedHere
    ? { ...rest, signedHere: { ...signedHere, attested: (signedHere.attested ?? 0) + 1 } }
    : rest
  return [keptRow(file.fileId, after, now)]
}

/** The reasons of an implicit rejection, due in the month of their being asked (CRPA L232-4). */
function communication(
  office: Office,
  what: AskOf<'motifs'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  const filed = filedOf(office, what.fileId, context)
  if ('refusal' in filed) return filed
  const silence = bySilence(filed, 'rejet')
  if ('refusal' in silence) return silence
  const { askedOn, fileId } = what
  if (askedOn > filed.today) return { refusal: 'dateInFuture' }
  if (askedOn < silence.on) return { refusal: 'datesMixedUp', details: [silence.on] }
  const made = reasonsOf(office, context, filed, what, { after: 'silence', on: filed.today })
  if ('refusal' in made) return made
  const { reasons, cannotSign: bar } = made
  return {
    facts: { ...reasons, kind: 'motifs', rejectedOn: silence.on, askedOn },
    fileId,
    events: decided(filed, 'implicitRejection', silence.on),
    ...bar,
  }
}

export const decisionComposers: Composers<'refus' | 'acceptation' | 'motifs'> = {
  refus: refusal,
  acceptation: acceptance,
  motifs: communication,
}

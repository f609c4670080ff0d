import type { FactsOf } from '../../../contract/documents/issued.ts'
import { addresseeIn, type IssuedDocument } from '../../../contract/documents/issued.ts'
import type { SheetPiece } from '../../../contract/visit/sheet.ts'
import { ruleVersion } from '../../../procedures/version.ts'
import type { Procedure } from '../../../procedures/catalogue.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { assessSheet, traceOf } from '../../law/checklist.ts'
import { secretKept } from '../../law/secrecy.ts'
import { incident } from './incident.ts'
import type { Personal, Refused } from '../../decision.ts'
import { fileRequest, type FileRequest } from '../regime.ts'
import { oneOfThem } from '../../law/lacking.ts'
import { rulesNow, type RulesNow } from '../../law/rulesNow.ts'
import { zoneOf, type Office } from '../../state.ts'
import type { AskOf, AskRefusal, Composed, Composers, Composing } from '../../documents/composing.ts'
import { purposeOf } from './decisions.ts'
import { settled } from '../standing.ts'
import { filedOf, underWay } from './filed.ts'
import { headOfSeen } from './fileFacts.ts'
import { headOf } from '../../documents/head.ts'
import { stepsRequired } from './steps.ts'
import { lawOf } from '../../documents/texts.ts'

// What the rules were given and what they found (CRPA R311-3-1-2), and the invitation to put right.

/** A trace of more lines than this would be read by nobody; how many are left out is said. */
const mostLines = 400

type Trace = FactsOf<'trace'>
type Line = Trace['lines'][number]
type Reasoning = Pick<
  Trace,
  'purpose' | 'rulesOn' | 'answers' | 'pieces' | 'birthDate' | 'identity' | 'lines' | 'more'
>

const bounded = (lines: readonly Line[]): Pick<Trace, 'lines' | 'more'> => ({
  lines: lines.slice(0, mostLines),
  more: Math.max(0, lines.length - mostLines),
})

/** The rules run again on what was given: each piece down to the answers, then silence, acknowledgement and remedies. */
function reasoning({ rules, sheet }: FileRequest): Reasoning | null {
  const found = assessSheet(rules, sheet)
  if (found === null) return null
  const { silence, acknowledgement, remedy, fee } = found
  const concluded = (text: string, { sources, toConfirm }: Pick<Line, 'sources' | 'toConfirm'>): Line => ({
    depth: 0,
    text,
    sources,
    toConfirm,
  })
  const states = new Map(
    sheet.pieces.map((piece) => ['pieceId' in piece ? piece.pieceId : piece.label, piece.state]),
  )
  const titles = new Map<string, string>(found.pieces.map(({ pieceId, title }) => [pieceId, title]))
  return {
    purpose: purposeOf(found.title.fr),
    rulesOn: rules.date,
    answers: found.answered.map(({ title, answer, from }) => ({ question: title, answer, from })),
    pieces: [...states].map(([key, state]) => ({ title: titles.get(key) ?? key, state })),
    birthDate: sheet.person?.birthDate ?? null,
    identity: sheet.identity && {
      kind: sheet.identity.kind,
      validUntil: sheet.identity.validUntil ?? null,
    },
    ...bounded([
      ...found.pieces.flatMap(({ pieceId }) => traceOf(rules, sheet, pieceId)),
      ...(fee === null ? [] : [concluded(fee.why, fee)]),
      concluded(silence.title, silence),
      concluded(acknowledgement.why, acknowledgement),
      ...(remedy === null ? [] : [concluded(remedy.title, remedy)]),
    ]),
  }
}

/** What the document itself says was found, where its rules or what they were given are no longer here. */
function asItSays({ facts }: IssuedDocument, rulesOn: Reasoning['rulesOn']): Reasoning {
  const pieces = 'pieces' in facts ? facts.pieces : []
  const silence = 'silence' in facts ? facts.silence : null
  return {
    purpose: purposeOf(facts.label),
    rulesOn,
    answers: [],
    birthDate: null,
    identity: null,
    pieces: pieces.flatMap((piece) => ('state' in piece ? [{ title: piece.title, state: piece.state }] : [])),
    ...bounded([
      ...pieces.flatMap((piece): Line[] =>
        'sources' in piece
          ? [{ depth: 0, text: piece.title, sources: [...piece.sources], toConfirm: piece.toConfirm }]
          : [],
      ),
      ...(silence
        ? [{ depth: 0, text: silence.title, sources: [...silence.sources], toConfirm: silence.toConfirm }]
        : []),
      ...('law' in facts
        ? facts.law.map(({ title, sources, toConfirm }) => ({ depth: 0, text: title, sources, toConfirm }))
        : []),
    ]),
  }
}

type LoadedDocument = Exclude<Personal['document'], 'erased' | 'altered' | null>

/** The pieces of a document by the ids that its rules give them, in the state in which it says they were. */
function piecesSaid({ facts }: IssuedDocument, { rules }: Procedure): SheetPiece[] {
  if (!('pieces' in facts)) return []
  const ids = new Map(
    Object.values(rules).flatMap(({ titre, _g }) => (_g.genre === 'pièce' ? [[titre, _g.id] as const] : [])),
  )
  return facts.pieces.flatMap((piece): SheetPiece[] => {
    if (!('state' in piece)) return []
    const pieceId = ids.get(piece.title.replace(oneOfThem, ''))
    return [
      pieceId === undefined
        ? { label: piece.title, state: piece.state }
        : { pieceId: pieceId as Extract<SheetPiece, { pieceId: unknown }>['pieceId'], state: piece.state },
    ]
  })
}

/** What was answered for a document, where it is still here: on the sheet of its visit, or in its file. */
function givenFor(office: Office, { personal }: Composing, { issued, place }: LoadedDocument) {
  const { facts } = issued
  const { visit } = place
  const sheet =
    visit === null
      ? undefined
      : (personal.closedSheets.get(visit.visitId) ?? personal.sheets.get(visit.visitId))
  if (sheet && sheet.procedureId === facts.rule?.procedureId) return { given: sheet, on: null }
  const file =
    (place.fileId === null ? undefined : office.files.get(place.fileId)) ??
    office.files.find(({ reference }) => reference === facts.file)
  const row = file && personal.files.get(file.fileId)
  return file?.procedureId === facts.rule?.procedureId && row
    ? { given: row, on: file!.receivedOn }
    : undefined
}

/** The version that the document froze, run on what was given for it. */
function reasoningOf(office: Office, context: Composing, named: LoadedDocument): Reasoning {
  const { facts } = named.issued
  const issuedOn = dateIn(zoneOf(office), facts.issuedAt)
  const frozen = context.catalogue.procedures.find(
    (one) => one.procedureId === facts.rule?.procedureId && ruleVersion(one).hash === facts.rule.hash,
  )
  const found = frozen && givenFor(office, context, named)
  if (!frozen || !found) return asItSays(named.issued, issuedOn)
  const { given, on } = found
  const rules: RulesNow = {
    ...rulesNow(office, { now: facts.issuedAt, catalogue: { procedures: [frozen] } }),
    date: on ?? issuedOn,
  }
  const request = fileRequest(rules, frozen.procedureId, given, piecesSaid(named.issued, frozen))
  // The title that was seen is on the sheet alone: a file does not keep it.
  const identity = 'identity' in given ? given.identity : null
  return reasoning({ rules, sheet: { ...request.sheet, identity } }) ?? asItSays(named.issued, issuedOn)
}

/** Of a document that froze a version of rules, of a file, or of the request under way at this counter. */
function trace(
  office: Office,
  { fileId, documentId }: AskOf<'trace'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  if (documentId !== null) return traceOfDocument(office, documentId, context)
  if (fileId !== null) {
    const filed = filedOf(office, fileId, context)
    if ('refusal' in filed) return filed
    const secret = secretKept(filed.asked.sheet)
    if (secret) return secret
    const found = reasoning(filed.asked)
    return found === null
      ? { refusal: 'nothingToIssue' }
      : {
          facts: {
            ...headOfSeen(office, context, filed),
            rule: filed.assessment?.rule ?? null,
            ...found,
            kind: 'trace',
            about: null,
          },
          fileId,
        }
  }
  const here = underWay(office, context)
  if ('refusal' in here) return here
  const secret = secretKept(here.sheet)
  if (secret) return secret
  const found = reasoning(here)
  return found === null
    ? { refusal: 'nothingToIssue' }
    : { facts: { ...here.head, ...found, kind: 'trace', about: null }, visit: here.visit }
}

function traceOfDocument(
  office: Office,
  documentId: IssuedDocument['seal']['documentId'],
  context: Composing,
): Composed | Refused<AskRefusal> {
  const named = context.personal.document
  if (named === 'erased') return { refusal: 'documentErased' }
  if (named === 'altered') return { refusal: 'documentAltered' }
  if (named?.issued.seal.documentId !== documentId) return { refusal: 'unknownDocument' }
  const { facts, seal } = named.issued
  if (facts.rule === null) return { refusal: 'nothingToIssue' }
  const answers = givenFor(office, context, named)?.given.answers ?? {}
  const secret = secretKept({ procedureId: facts.rule.procedureId, answers })
  if (secret) return secret
  const { visit, fileId } = named.place
  const head = headOf(office, context, {
    serviceId: null,
    label: facts.label,
    saidLabel: facts.saidLabel,
    person: null,
    ticket: facts.ticket,
    file: facts.file ?? null,
    rule: facts.rule,
  })
  return {
    facts: {
      ...head,
      service: facts.service,
      addressee: addresseeIn(facts),
      ...reasoningOf(office, context, named),
      kind: 'trace',
      about: seal.number,
    },
    ...(visit && { visit }),
    ...(fileId && { fileId }),
  }
}

/** A first breach in good faith is not punished when it is put right in the time that is given (CRPA L123-1). */
function invitation(
  office: Office,
  { fileId, breach, law, formalities, dueOn, consequence }: AskOf<'regularisation'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  const of = fileId === null ? underWay(office, context) : filedOf(office, fileId, context)
  if ('refusal' in of) return of
  const secret = secretKept('file' in of ? of.asked.sheet : of.sheet)
  if (secret) return secret
  const today = dateIn(zoneOf(office), context.now)
  if (dueOn <= today) return { refusal: 'timeInPast' }
  const filed = 'file' in of
  // Put right or not, what was decided is: nothing is avoided any more by the day that it would give.
  const over = filed ? settled(of.file, today) : undefined
  if (over) return over
  const procedureId = filed ? of.file.procedureId : of.sheet.procedureId
  const required = stepsRequired(filed ? of.asked : of, of.assessment, {
    formalities,
    law: law.map(({ title }) => title),
  })
  if ('refusal' in required) return required
  return {
    facts: {
      ...(filed ? headOfSeen(office, context, of) : of.head),
      kind: 'regularisation',
      breach,
      law: lawOf(context.catalogue, law, { procedureId, on: today }),
      formalities: [...required.steps],
      dueOn,
      consequence,
    },
    ...(filed ? { fileId: of.file.fileId } : { visit: of.visit }),
  }
}

export const reasonComposers: Composers<'trace' | 'regularisation' | 'incident'> = {
  trace,
  regularisation: invitation,
  incident,
}

import { List } from 'immutable'
import type { Instant, LocalDate, ReasonId } from '../../contract/ids.ts'
import type { Output } from '../../contract/index.ts'
import type { Procedure } from '../../procedures/catalogue.ts'
import { partsOf, waiting, withValidated, type Draft } from '../../procedures/fiches/draft.ts'
import { sentencesOf } from '../../procedures/sentences.ts'
import { ruleVersion } from '../../procedures/version.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Context, Decide, Evolve, PersonalChange, Decisions, Evolutions } from '../decision.ts'
import { zoneOf, type Office } from '../state.ts'
import type { View, Views } from '../view.ts'
import type { DraftValidation } from './state.ts'

// The rules of procedures, as the office works by them: which packages are published, and who answered by name for
// which version. The rules themselves lie beside the journal, which holds what names them: their SHA-256.

/** A name that answers for something is kept as long as what it answers for: it is no note of the day. */
const signed = (reasonId: ReasonId, by: string, at: Instant): PersonalChange => ({
  op: 'put',
  kind: 'reason',
  id: reasonId,
  value: by,
  at,
  until: null,
})

/** A person answers for a version as it stands: validated on another text, it would answer for nothing. */
const validateProcedure: Decide<'procedure.validate'> = (
  office,
  { procedureId, version, hash, by },
  { catalogue, newId, now },
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const procedure = catalogue.procedures.find(
    (one) => one.procedureId === procedureId && one.version === version,
  )
  if (!procedure) return { refusal: 'unknownProcedure' }
  if (ruleVersion(procedure).hash !== hash) return { refusal: 'ruleChanged' }
  const validationId = newId() as ReasonId
  return {
    events: [{ type: 'procedureValidated', data: { procedureId, version, hash, validationId } }],
    personal: [signed(validationId, by, now)],
    output: {},
  }
}

/** The office works by a package from its own dates: one that is sound, and signed by a key that it trusts. */
const publishRules: Decide<'rules.publish'> = (office, { hash, by }, { folder, newId, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const held = folder.packages.find((one) => one.hash === hash)
  if (!held) return { refusal: 'unknownPackage' }
  if (held.problems.length > 0) return { refusal: 'packageUnsound', details: held.problems.slice(0, 5) }
  if (!held.trusted) return { refusal: 'packageNotTrusted', details: [held.package.publicKey] }
  if (office.published.some((one) => one.hash === hash)) return { refusal: 'packagePublished' }
  const { name, version } = held.package.manifest
  const validationId = newId() as ReasonId
  return {
    events: [{ type: 'rulesPublished', data: { hash, name, version, validationId } }],
    personal: [signed(validationId, by, now)],
    output: {},
  }
}

const withdrawRules: Decide<'rules.withdraw'> = (office, { hash }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (office.published.every((one) => one.hash !== hash)) return { refusal: 'unknownPackage' }
  return { events: [{ type: 'rulesWithdrawn', data: { hash } }], output: {} }
}

/** Parts of a draft that a person has read and answers for by name. */
const validateDraft: Decide<'draft.validate'> = (office, { draftId, partIds, by }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const draft = context.folder.drafts.get(draftId)
  if (!draft) return { refusal: 'unknownDraft' }
  const ids = new Set(partsOf(draft).map(({ id }) => id))
  const strange = partIds.filter((id) => !ids.has(id))
  if (strange.length > 0) return { refusal: 'unknownPart', details: strange }
  const validationId = context.newId() as ReasonId
  const after = validatedDraft(office, context, draftId, draft)
  const left = waiting(after).filter((id) => !partIds.includes(id))
  return {
    events: [{ type: 'draftValidated', data: { draftId, partIds, validationId } }],
    personal: [signed(validationId, by, context.now)],
    output: { waiting: left.length },
  }
}

/** A draft with what was validated of it so far, each part by its name and day. */
export function validatedDraft(
  office: Office,
  { personal }: { readonly personal: Pick<Context['personal'], 'reasons'> },
  draftId: string,
  draft: Draft,
): Draft {
  const zone = zoneOf(office)
  return (office.drafts.get(draftId) ?? List<DraftValidation>()).reduce(
    (sofar, { partIds, at, validationId }) =>
      withValidated(
        sofar,
        new Set(partIds),
        personal.reasons.get(validationId) ?? 'une personne dont le nom est effacé',
        dateIn(zone, at),
      ),
    draft,
  )
}

const evolveRuleSets: Evolve = (office, { at, event }) => {
  switch (event.type) {
    case 'rulesPublished': {
      const { hash, validationId } = event.data
      return { ...office, published: office.published.push({ hash, at, validationId }) }
    }
    case 'rulesWithdrawn':
      return { ...office, published: office.published.filter(({ hash }) => hash !== event.data.hash) }
    case 'procedureValidated': {
      const { hash, validationId } = event.data
      return { ...office, validated: office.validated.set(hash, { at, validationId }) }
    }
    case 'draftValidated': {
      const { draftId, partIds, validationId } = event.data
      return {
        ...office,
        drafts: office.drafts.update(draftId, List<DraftValidation>(), (all) =>
          all.push({ partIds, at, validationId }),
        ),
      }
    }
    default:
      return undefined
  }
}

const counts = new WeakMap<Procedure, { readonly rules: number; readonly toConfirm: number }>()

/** How many rules a version has, and how many rest on a text that is still to confirm. */
function counted(procedure: Procedure) {
  const before = counts.get(procedure)
  if (before) return before
  const all = sentencesOf(procedure).flatMap(({ sentences }) => sentences)
  const found = { rules: all.length, toConfirm: all.filter(({ toConfirm }) => toConfirm).length }
  counts.set(procedure, found)
  return found
}

/** Every version of every procedure, in the order of the catalogue. */
const proceduresView: View<'law.procedures'> = (office, _input, { now, catalogue, model }) => {
  const today: LocalDate = dateIn(zoneOf(office), now)
  return {
    today,
    procedures: catalogue.procedures.map((procedure): Output<'law.procedures'>['procedures'][number] => {
      const { procedureId, version, title, validFrom, validTo, reviewBy } = procedure
      const { hash } = ruleVersion(procedure)
      const validation = office.validated.get(hash)
      return {
        procedureId,
        version,
        title,
        hash,
        validFrom,
        validTo,
        reviewBy,
        inForce: validFrom <= today && (validTo === null || today <= validTo),
        reviewOverdue: today > reviewBy,
        ...counted(procedure),
        validated: validation
          ? { by: model.personal.reasons.get(validation.validationId) ?? null, at: validation.at }
          : null,
      }
    }),
  }
}

/** Each command of the law, and what decides it. */
export const lawDecisions = {
  'procedure.validate': validateProcedure,
  'rules.publish': publishRules,
  'rules.withdraw': withdrawRules,
  'draft.validate': validateDraft,
} satisfies Decisions

/** Each view of the law, and what makes it. */
export const lawViews = {
  'law.procedures': proceduresView,
} satisfies Views

/** Each event of the law, and what it changes in the office. */
export const lawEvolutions = {
  rulesPublished: evolveRuleSets,
  rulesWithdrawn: evolveRuleSets,
  procedureValidated: evolveRuleSets,
  draftValidated: evolveRuleSets,
} satisfies Evolutions

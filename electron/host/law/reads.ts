import type { LocalDate } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import { validatedDraft } from '../../../shared/domain/law/law.ts'
import type { Catalogue, Procedure } from '../../../shared/procedures/catalogue.ts'
import { validationOf, partsOf, waiting } from '../../../shared/procedures/fiches/draft.ts'
import { readyFrom } from '../../../shared/procedures/fiches/ready.ts'
import { withPackage } from '../../../shared/procedures/installed.ts'
import { changesBetween, sentencesOf } from '../../../shared/procedures/sentences.ts'
import { cite, type SourceRef, sourceOf } from '../../../shared/procedures/sources.ts'
import { notInFiche, reportOf } from './fiches/report.ts'
import type { Reading } from '../reading.ts'
import { differences } from './tryPackage.ts'

/** A text as a sentence cites it; the article itself is beside. */
const refs = (sources: readonly SourceRef[]) =>
  sources.map(({ sourceId, label, about, confidence }) => ({
    sourceId,
    title: about === null ? label : `${label} (${about})`,
    toConfirm: confidence !== 'verifie',
  }))

const versionsOf = (procedures: readonly Procedure[], id: string) =>
  procedures.filter(({ procedureId }) => procedureId === id)

/** One version whole: sentences, articles, and the other versions to compare with. */
export const showProcedure: Reading<'law.procedure'> = async ({ procedureId, version }, { catalogue }) => {
  const all = versionsOf(catalogue.procedures, procedureId)
  const procedure = all.find((one) => one.version === version)
  if (!procedure) return { refusal: 'unknownProcedure' }
  const { articles } = procedure
  const sections = sentencesOf(procedure)
  const cited = new Set(
    sections.flatMap(({ sentences }) =>
      sentences.flatMap(({ sources }) => sources.map((one) => one.sourceId)),
    ),
  )
  return {
    procedureId,
    version,
    title: procedure.title,
    sections: sections.map(({ title, sentences }) => ({
      title,
      sentences: sentences.map(({ ruleId, text, sources, toConfirm }) => ({
        ruleId,
        text,
        sources: refs(sources),
        toConfirm,
      })),
    })),
    articles: [...cited].flatMap((id) => {
      const source = sourceOf(articles, id)
      if (!source) return []
      const { about: _about, confidence, jorf: _jorf, ...shown } = source
      return [{ ...shown, verified: confidence === 'verifie' }]
    }),
    consignes: procedure.consignes.map(({ id, émetteur, du, au, texte, sources, contre }) => ({
      consigneId: id,
      issuer: émetteur,
      from: du,
      until: au,
      text: texte,
      sources: refs(cite(articles, sources)),
      against: refs(cite(articles, contre)),
    })),
    versions: all.map((one) => ({ version: one.version, validFrom: one.validFrom })),
  }
}

/** What changed between two versions of a procedure. */
export const showChanges: Reading<'law.changes'> = async (
  { procedureId, version, before },
  { catalogue },
) => {
  const all = versionsOf(catalogue.procedures, procedureId)
  const [old, now] = [before, version].map((name) => all.find((one) => one.version === name))
  if (!old || !now) return { refusal: 'unknownProcedure' }
  return { changes: changesBetween(old, now).map((change) => ({ ...change })) }
}

/** The packages of rules of this folder: whether each is trusted, published, and what is wrong with it. */
export const listPackages: Reading<'rules.packages'> = async (_input, { office, personal, rules }) => {
  const { packages, unreadable } = rules.folder()
  return {
    packages: packages.map(({ hash, package: held, trusted, problems }) => {
      const published = office.published.find((one) => one.hash === hash)
      return {
        hash,
        manifest: { ...held.manifest },
        trusted,
        published: published
          ? { at: published.at, by: personal.reasons.get(published.validationId) ?? null }
          : null,
        procedures: held.set.procedures.flatMap((file) => {
          const header = Object.values(file).find(({ _g }) => _g.genre === 'procédure')?._g
          return header?.genre === 'procédure'
            ? [
                {
                  procedureId: header.procédure,
                  version: header.version,
                  title: header.titre,
                  validFrom: header.du,
                },
              ]
            : []
        }),
        problems: [...problems],
      }
    }),
    unreadable: unreadable.map((one) => ({ ...one })),
  }
}

/** Trials under way or done: asked again while it runs, or by another page, a trial is not run again. */
const trials = new WeakMap<Catalogue, Map<string, ReturnType<typeof differences>>>()

/** What a package would change, on situations of every procedure that it touches. */
export const tryPackage: Reading<'rules.tryPackage'> = async (
  { hash },
  { office, now, catalogue, rules },
) => {
  const held = rules.folder().packages.find((one) => one.hash === hash)
  if (!held) return { refusal: 'unknownPackage' }
  if (held.problems.length > 0) return { refusal: 'packageUnsound' }
  const today = dateIn(zoneOf(office), now)
  const cached = trials.get(catalogue) ?? new Map<string, ReturnType<typeof differences>>()
  trials.set(catalogue, cached)
  const key = `${hash} ${today}`
  const trial =
    cached.get(key) ?? differences(catalogue, withPackage(catalogue, held.package), held.package, today)
  cached.set(key, trial)
  return trial
}

/** The drafts made from fiches, each with how many of its parts wait for a jurist. */
export const listDrafts: Reading<'drafts.list'> = async (_input, { office, personal, rules }) => ({
  drafts: [...rules.folder().drafts].map(([draftId, draft]) => {
    const sofar = validatedDraft(office, { personal }, draftId, draft)
    return {
      draftId,
      title: draft.titre.texte,
      waiting: waiting(sofar).length,
      parts: partsOf(draft).length,
    }
  }),
})

/** A draft beside its fiche, part by part, with who validated which. */
export const showDraft: Reading<'drafts.show'> = async ({ draftId }, { office, personal, rules }) => {
  const draft = rules.folder().drafts.get(draftId)
  if (!draft) return { refusal: 'unknownDraft' }
  const sofar = validatedDraft(office, { personal }, draftId, draft)
  const { fiche, mention, titre } = sofar
  return {
    draftId,
    title: titre.texte,
    mention,
    url: fiche.url,
    date: fiche.date,
    sections: reportOf({ title: fiche.titre }, sofar).map(({ title, rows }) => ({
      title,
      parts: rows.map(({ partId, fiche: said, draft: made, state }) => ({
        partId,
        fiche: said === notInFiche ? null : said,
        draft: made,
        // A day written in the draft's own file, which its form has checked.
        validated: validationOf(state) as { by: string; on: LocalDate } | null,
      })),
    })),
  }
}

/** The package of a validated draft, signed by the office; kept in its folder when nothing is wrong in it. */
export const packDraft: Reading<'drafts.pack'> = async (
  { draftId, from, reviewBy, issuer },
  { office, now, personal, rules },
) => {
  const draft = rules.folder().drafts.get(draftId)
  if (!draft) return { refusal: 'unknownDraft' }
  const ready = readyFrom(validatedDraft(office, { personal }, draftId, draft), { from, review: reviewBy })
  if ('waiting' in ready) return { refusal: 'draftNotReady' }
  return rules.make(
    {
      name: draft.titre.texte.slice(0, 200),
      version: '1',
      issuer,
      issuedOn: dateIn(zoneOf(office), now),
      reviewBy,
      notes: draft.mention,
    },
    { procedures: [ready.rules], sources: ready.sources.articles, consignes: [] },
  )
}

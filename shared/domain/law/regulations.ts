import type { SourceRef } from '../../contract/law/assessment.ts'
import type { LocalRegulation } from '../../contract/office/settings.ts'
import { assess } from '../../procedures/assess.ts'
import type { Procedure } from '../../procedures/catalogue.ts'
import { unlawfulIn } from '../../procedures/freeText.ts'
import { modelOf } from '../../procedures/model.ts'
import { isPartOf } from '../../procedures/requirable.ts'
import { sourced } from '../../procedures/sources.ts'
import type { Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import { procedureNow, rulesNow, type Ruled } from './rulesNow.ts'

// An office's own regulation is a text too: it can require a piece of a request that the office decides, never one that the
// law forbids, nor one of which the law already says when it is required.

/** « Règlement local, délibération 2026-12 du 03/03/2026 », as it is cited wherever the piece that it requires is asked. */
export const regulationRef = ({ title, number, date }: LocalRegulation): SourceRef => ({
  title: `Règlement local, délibération ${number} du ${date.split('-').toReversed().join('/')}`,
  id: null,
  extract: null,
  summary: title,
  toConfirm: false,
})

/** How a text says that its list is whole. */
const closesList = /aucune autre [^.]*pièce ne peut être exigée|ne peuvent être exigées [^:;]{0,160}\bque /i

/** What goes against a regulation that would require this piece: the title of what is forbidden or ruled, then its texts. */
function against(
  procedure: Procedure,
  { piece, date }: Pick<LocalRegulation, 'piece' | 'date'>,
): readonly string[] | null {
  const { pieces } = assess(procedure, { date, answers: {}, pieces: [] })
  const unlawful = unlawfulIn(procedure, pieces, piece)
  if (unlawful) return [piece, ...unlawful.sources.map(({ label }) => label)]
  const { articles, header } = procedure
  const texts = (cited: Parameters<typeof sourced>[1]) =>
    sourced(articles, cited).sources.map(({ label }) => label)
  // Where the office only collects, the list is that of the authority that decides.
  if (header.décide.recueil === 'oui') return [piece, ...texts(header.décide.sources)]
  const { pieces: rules } = modelOf(procedure)
  // A text that closes the list says so itself: « aucune autre pièce ne peut être exigée ».
  const closing = rules
    .flatMap(({ data }) => sourced(articles, data.sources).sources)
    .find(({ sourceId }) => closesList.test(articles[sourceId]?.extrait ?? ''))
  if (closing) return [piece, closing.label]
  const ruled = rules.find(({ rule }) => isPartOf(piece, rule.titre) || isPartOf(rule.titre, piece))
  return ruled ? [piece, ...texts(ruled.data.sources)] : null
}

/** The first regulation that can't be entered: of a procedure that nobody knows, of a day to come, or against the law. */
export function regulationRefused(
  office: Pick<Office, 'settings'>,
  ruled: Ruled,
  regulations: readonly LocalRegulation[],
): Refused<'unknownProcedure' | 'dateInFuture' | 'regulationAgainstLaw'> | null {
  const today = rulesNow(office, ruled).date
  for (const regulation of regulations) {
    const procedure = procedureNow(office, ruled, regulation.procedureId)
    if (!procedure) return { refusal: 'unknownProcedure', details: [regulation.procedureId] }
    if (regulation.date > today) return { refusal: 'dateInFuture', details: [regulation.date] }
    const details = against(procedure, { piece: regulation.piece, date: today })
    if (details) return { refusal: 'regulationAgainstLaw', details }
  }
  return null
}

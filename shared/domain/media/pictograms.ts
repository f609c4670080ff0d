import type { ProcedureId } from '../../contract/ids.ts'
import type { Service } from '../../contract/office/settings.ts'
import type { Pictogram } from '../../contract/media/pictograms.ts'
import { shippedPictograms, usualPictogram } from '../../procedures/pictograms.ts'

// What people come for, drawn for who doesn't read. A shipped procedure has the same picture in every office; what an
// office made for itself has the one that it chose.

/** A service as its pictures are made from it. */
export type Drawn = Pick<Service, 'procedures' | 'pictogram' | 'procedurePictograms'>

/**
 * The picture that the office chose for what brings people to a service: the procedure's own, else the service's.
 * @param procedureId null where the service is come to by its name
 */
export const chosenPictogram = (
  { pictogram, procedurePictograms }: Drawn,
  procedureId: ProcedureId | null,
): Pictogram | null =>
  procedurePictograms?.find((one) => one.procedureId === procedureId)?.pictogram ?? pictogram ?? null

/** The picture of a motive, from what the office chose for it. */
export const pictogramFor = (procedureId: string | null, chosen: Pictogram | null): Pictogram =>
  shipped(procedureId) ?? chosen ?? usualPictogram

/** An office names its own procedures: one of these names may be JavaScript's. */
const shipped = (procedureId: string | null): Pictogram | undefined =>
  procedureId !== null && Object.hasOwn(shippedPictograms, procedureId)
    ? shippedPictograms[procedureId]
    : undefined

/** The most pictures that a service without one of its own shows: those of what it is first come to for. */
const mostPictures = 2

/** A service's pictures at the kiosk, from those of its motives in the order of the buttons. */
export const picturesOf = (
  chosen: Pictogram | null | undefined,
  motives: readonly Pictogram[],
): readonly Pictogram[] => (chosen ? [chosen] : [...new Set(motives)].slice(0, mostPictures))

/** A service's pictures, as an administration sets it. */
export function pictogramsOf(service: Drawn): readonly Pictogram[] {
  const { procedures, pictogram } = service
  // « Autre démarche » comes last at the kiosk.
  const ordered = procedures.toSorted((a, b) => Number(a === 'autre') - Number(b === 'autre'))
  const motives = ordered.map((id) => pictogramFor(id, chosenPictogram(service, id)))
  return picturesOf(pictogram, motives.length === 0 ? [usualPictogram] : motives)
}

/** The services that show a picture which this one shows too: who doesn't read takes one for the other. */
export function looksLike<S extends Drawn>(service: Drawn, others: readonly S[]): readonly S[] {
  const own = new Set(pictogramsOf(service))
  return others.filter((other) => pictogramsOf(other).some((picture) => own.has(picture)))
}

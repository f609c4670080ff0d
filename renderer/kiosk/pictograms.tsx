import { PackageCheck, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import { pictogramFor, picturesOf } from '../../shared/domain/media/pictograms.ts'
import { pictogramIcons } from '../ui/pictograms.ts'
import type { Motive } from './motive.ts'
import type { ServiceChoice } from './service.ts'

/** The picture of a title to collect, whatever it is. */
const collection = PackageCheck

/** What people come for, drawn, for who doesn't read. */
export const pictogramOf = ({
  procedureId,
  purpose,
  pictogram,
}: Pick<Motive, 'procedureId' | 'purpose' | 'pictogram'>): LucideIcon =>
  purpose === 'collection' ? collection : pictogramIcons[pictogramFor(procedureId, pictogram)]

/** The picture that the office chose for a service, else those of what people come to it for first. */
export const pictogramsOf = ({
  pictogram,
  requests,
}: Pick<ServiceChoice, 'pictogram' | 'requests'>): readonly LucideIcon[] =>
  picturesOf(
    pictogram,
    requests.map((motive) => pictogramFor(motive.procedureId, motive.pictogram)),
  ).map((picture) => pictogramIcons[picture])

/** The picture of a motive, beside its name. */
export const Pictogram = ({ of: motive }: { readonly of: Motive }) =>
  createElement(pictogramOf(motive), { 'aria-hidden': true, size: 56 })

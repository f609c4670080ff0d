import {
  Baby,
  BadgeEuro,
  BookUser,
  BrickWall,
  Calculator,
  Car,
  CreditCard,
  Ellipsis,
  FileClock,
  Flower2,
  FolderOpen,
  Globe,
  HandCoins,
  HeartHandshake,
  House,
  IdCard,
  Medal,
  MessageSquareWarning,
  PackageCheck,
  School,
  Stamp,
  Stethoscope,
  Users,
  Vote,
  type LucideIcon,
} from 'lucide-react'
import { createElement } from 'react'
import type { Motive } from './motive.ts'

/** What people come for, drawn, for who doesn't read: one picture a procedure, no two alike. */
const procedures: Readonly<Record<string, LucideIcon>> = {
  'attestation-accueil': House,
  autre: Ellipsis,
  c2s: Stethoscope,
  'carte-grise': Car,
  cni: IdCard,
  'copie-acte': FileClock,
  deces: Flower2,
  elections: Vote,
  impots: Calculator,
  'inscription-scolaire': School,
  legalisation: Stamp,
  naissance: Baby,
  pacs: HeartHandshake,
  paiement: CreditCard,
  passeport: BookUser,
  'prestations-familiales': Users,
  'prime-activite': BadgeEuro,
  recensement: Medal,
  'reclamation-fiscale': MessageSquareWarning,
  rsa: HandCoins,
  sejour: Globe,
  urbanisme: BrickWall,
}

/** The picture of a title to collect, whatever it is. */
const collection = PackageCheck
/** The picture of a service, and of a procedure that an office made for itself. */
const service = FolderOpen

export const pictogramOf = ({
  procedureId,
  purpose,
}: Pick<Motive, 'procedureId' | 'purpose'>): LucideIcon => {
  if (purpose === 'collection') return collection
  return (procedureId !== null && procedures[procedureId]) || service
}

/** A service is known by what people come to it for: the pictures of its first motives. */
export const pictogramsOf = (motives: readonly Motive[]): readonly LucideIcon[] =>
  [...new Set(motives.map(pictogramOf))].slice(0, 2)

/** The picture of a motive, beside its name. */
export const Pictogram = ({ of: motive }: { readonly of: Motive }) =>
  createElement(pictogramOf(motive), { 'aria-hidden': true, size: 56 })

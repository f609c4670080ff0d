import {
  CalendarX,
  FileText,
  HardDrive,
  KeyRound,
  Landmark,
  Monitor,
  Printer,
  Scale,
  ShieldCheck,
  Signature,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { groupOf, type Section, type SectionGroup } from '../settings/sections.ts'

/** The picture of each group; its name says it. */
export const groupIcons: Readonly<Record<SectionGroup, LucideIcon>> = {
  office: Landmark,
  people: Users,
  devices: Monitor,
  queue: Scale,
  papers: FileText,
  data: ShieldCheck,
}

/** Parts whose matters have a picture of their own. */
const sectionIcons: Readonly<Partial<Record<Section, LucideIcon>>> = {
  printers: Printer,
  printing: Printer,
  backup: HardDrive,
  calendar: CalendarX,
  people: KeyRound,
  documents: Signature,
}

/** The picture of what is to be done in a part. */
export const iconOf = (section: Section): LucideIcon => sectionIcons[section] ?? groupIcons[groupOf(section)]

import type { DoctorFinding } from '../../shared/contract/backup/doctor.ts'
import type { Output } from '../../shared/contract/index.ts'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import type { Matter, MatterAct } from './matter.ts'
import type { Section } from '../settings/sections.ts'

/** What the office's own views already say, with their act: it is not said twice. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'backup',
  'outside',
  'printing',
  'apart',
  'anchors',
  'noOffice',
])

/** Where a finding is mended in the administration; any other is mended on the machine, as its sentence says. */
const mendedIn: Readonly<Partial<Record<string, Section>>> = {
  key: 'backup',
  certificate: 'network',
  olderSchema: 'updates',
}

const actOf = (code: string): MatterAct =>
  mendedIn[code] === undefined
    ? { does: 'examine', label: words.acts.examine }
    : { does: 'go', label: words.acts.see }

/** What is the matter, then what to do: a finding's first sentence, and the rest; one alone says both. */
function parted(sentence: string): { readonly title: string; readonly help: string } {
  const end = sentence.search(/(?<=[.]) (?=\p{Lu})/u)
  return end < 0
    ? { title: sentence, help: '' }
    : { title: sentence.slice(0, end), help: sentence.slice(end + 1) }
}

/** The findings of a level, each with what mends it. */
export const foundMatters = (
  doctor: Output<'doctor.get'> | undefined,
  level: DoctorFinding['level'],
): readonly Matter[] =>
  (doctor?.findings ?? [])
    .filter((one) => one.level === level && !saidElsewhere.has(one.code))
    .map(({ code, sentence }) => ({
      id: `doctor-${code}`,
      section: mendedIn[code] ?? 'backup',
      ...parted(sentence),
      act: actOf(code),
    }))

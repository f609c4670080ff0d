import { law } from '../../../shared/messages/law/law.fr.ts'
import lettering from '../../ui/Lettering.module.css'
import { Select } from '../../ui/Select.tsx'
import { Changes } from './Changes.tsx'
import { useRead } from '../../link/hooks.ts'
import type { Whole } from './versions.ts'

const words = law.rules
const nothing = ''

/** The other versions: one of them can be compared with this one. */
export function History({
  whole: { version, versions },
  before,
  onBefore,
}: {
  readonly whole: Whole
  readonly before: string | null
  readonly onBefore: (version: string | null) => void
}) {
  const others = versions.filter((one) => one.version !== version)
  if (others.length === 0) return <p className={lettering.small}>{words.oneVersion}</p>
  return (
    <Select
      label={words.compareWith}
      value={before ?? nothing}
      onChange={(chosen) => onBefore(chosen === nothing ? null : chosen)}
      options={[
        { value: nothing, title: words.noCompare },
        ...others.map((one) => ({
          value: one.version,
          title: `${words.version(one.version)}, ${words.dates(one.validFrom, null)}`,
        })),
      ]}
    />
  )
}

/** What changed from another version to this one, in the place of its rules. */
export function Compared({
  whole: { procedureId, version },
  before,
}: {
  readonly whole: Whole
  readonly before: string
}) {
  const { shown, wrong } = useRead('law.changes', { procedureId, version, before })
  if (wrong !== null) return <p className={lettering.wrong}>{wrong}</p>
  if (shown === null) return <p className={lettering.small}>{words.reading}</p>
  return (
    <Changes
      title={words.changes(before, version)}
      before={words.version(before)}
      after={words.version(version)}
      changes={shown.changes}
    />
  )
}

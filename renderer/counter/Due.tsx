import { Banknote, Landmark, Printer, User } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Outcome } from '../../shared/contract/documents.ts'
import type { Assessment, SourceRef } from '../../shared/contract/procedures.ts'
import { fr } from '../../shared/messages/fr.ts'
import { euros } from '../../shared/messages/numbers.ts'
import { classes } from '../ui/classes.ts'
import { Group } from '../ui/Column.tsx'
import { useKeys } from '../ui/keys.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { Current } from './acts.ts'
import type { Counts } from './checklist.ts'
import { KeyButton } from './KeyButton.tsx'
import style from './Person.module.css'

/** Which paper this visit gives as it stands. */
export function DocumentReady({
  ends,
  proposed,
  counts,
  onPapers,
  expanded,
}: {
  readonly ends: Current['ends']
  readonly proposed: Outcome
  readonly counts: Counts
  readonly onPapers: () => void
  readonly expanded: boolean
}) {
  const words = fr.counter
  const documents = ends.find(({ outcome }) => outcome === proposed)?.documents ?? []
  return (
    <Group title={words.document}>
      <div className={style.line}>
        <Printer aria-hidden size={20} className={documents.length > 0 ? style.accent : undefined} />
        <div>
          <p className={style.value}>
            {documents.length === 0
              ? words.documentNone
              : documents.map((kind) => words.documents[kind]).join(', ')}
          </p>
          <p className={style.small}>
            {documents.length === 0
              ? words.documentNoneFor(words.outcomes[proposed])
              : words.documentReady(words.pieceCounts(counts.presented, counts.missing, counts.notExamined))}
          </p>
        </div>
        <KeyButton keyCap="D" label={words.papers} expanded={expanded} onPress={onPapers} />
      </div>
    </Group>
  )
}

/**
 * What the person owes and what the administration owes, side by side, each with its text; on a low window titles
 * alone, until they are unfolded.
 */
export function Due({ assessment }: { readonly assessment: Assessment | null }) {
  const words = fr.counter
  const [whole, setWhole] = useState(false)
  const toggle = () => setWhole(!whole)
  const place = useRef<HTMLUListElement>(null)
  // Unfolded, the end of it may be under the fold.
  useEffect(() => {
    if (whole) place.current?.scrollIntoView({ block: 'nearest' })
  }, [whole])
  useKeys({ KeyB: assessment ? toggle : undefined })
  if (!assessment)
    return (
      <Group title={words.due}>
        <p className={style.small}>{words.dueNone}</p>
      </Group>
    )
  const { dueByPerson, dueByAdministration, fee, silence } = assessment
  return (
    <Group
      title={words.due}
      aside={<KeyButton keyCap="B" label={words.dueWhole} expanded={whole} onPress={toggle} />}
    >
      <ul ref={place} role="list" className={classes(style.due, !whole && style.titles)}>
        {dueByPerson.map((due) => (
          <Line key={due.title} side="person" {...due} />
        ))}
        {fee && fee.cents > 0 && (
          <Line side="fee" title={words.pay(euros(fee.cents))} detail={fee.why} {...fee} />
        )}
        <Line side="administration" detail={null} {...silence} />
        {dueByAdministration.map((due) => (
          <Line key={due.title} side="administration" {...due} />
        ))}
      </ul>
    </Group>
  )
}

const icons: Readonly<Record<'person' | 'fee' | 'administration', ReactNode>> = {
  person: <User aria-hidden size={20} />,
  fee: <Banknote aria-hidden size={20} />,
  administration: <Landmark aria-hidden size={20} />,
}

function Line({
  side,
  title,
  detail,
  sources,
  toConfirm,
}: {
  readonly side: 'person' | 'fee' | 'administration'
  readonly title: string
  readonly detail: string | null
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}) {
  const said = [detail, sources.map((source) => source.title).join(', ')]
    .filter((text) => text !== null && text !== '')
    .join(' · ')
  return (
    <li>
      <div className={style.line}>
        {icons[side]}
        <div>
          <p className={style.value}>
            <VisuallyHidden>
              {side === 'administration' ? fr.counter.dueBy.administration : fr.counter.dueBy.person}{' '}
            </VisuallyHidden>
            {title}
            {toConfirm && (
              <span className={style.brief}>
                {' · '}
                <span className={style.confirm}>{fr.counter.toConfirm}</span>
              </span>
            )}
          </p>
          <p className={style.small}>
            {toConfirm && <span className={style.confirm}>{fr.counter.ToConfirm}</span>}
            {toConfirm && said !== '' && ' · '}
            {said}
          </p>
        </div>
      </div>
    </li>
  )
}

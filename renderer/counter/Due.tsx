import { Banknote, CircleAlert, Landmark, Printer, User } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Outcome } from '../../shared/contract/documents.ts'
import type { Assessment } from '../../shared/contract/procedures.ts'
import { fr } from '../../shared/messages/fr.ts'
import { classes } from '../ui/classes.ts'
import { Group } from '../ui/Column.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { Current } from './acts.ts'
import type { Counts } from './checklist.ts'
import { atAGlance, dueLines, type DueLine, type DueSide } from './dueLines.ts'
import { KeyButton } from './KeyButton.tsx'
import style from './Person.module.css'

/** Which paper this visit gives as it stands. */
export function DocumentReady({
  ends,
  proposed,
  counts,
  onPapers,
  expanded,
  children,
}: {
  readonly ends: Current['ends']
  readonly proposed: Outcome
  readonly counts: Counts
  readonly onPapers: () => void
  readonly expanded: boolean
  /** What is noted around the request. */
  readonly children?: ReactNode
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
      {children}
    </Group>
  )
}

/**
 * What matters now of what the person owes and what the administration owes; on a low window titles alone. The
 * whole of it, with its texts, is one key away, in the centre.
 */
export function Due({
  assessment,
  lacks,
  expanded,
  onWhole,
}: {
  readonly assessment: Assessment | null
  /** A piece is missing. */
  readonly lacks: boolean
  readonly expanded: boolean
  readonly onWhole: () => void
}) {
  const words = fr.counter
  if (!assessment)
    return (
      <Group title={words.due}>
        <p className={style.small}>{words.dueNone}</p>
      </Group>
    )
  const lines = dueLines(assessment, lacks)
  const shown = atAGlance(lines)
  return (
    <Group
      title={words.due}
      aside={<KeyButton keyCap="B" label={words.dueWhole} expanded={expanded} onPress={onWhole} />}
    >
      <ul role="list" className={classes(style.due, style.titles)}>
        {shown.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {lines.length > shown.length && (
        <p className={style.more}>{words.law.more(lines.length - shown.length)}</p>
      )}
    </Group>
  )
}

const icons: Readonly<Record<DueSide, ReactNode>> = {
  person: <User aria-hidden size={20} />,
  fee: <Banknote aria-hidden size={20} />,
  administration: <Landmark aria-hidden size={20} />,
}

/** One thing due, its side, its text; what is late has a word and a colour. */
export function Line({ line }: { readonly line: DueLine }) {
  const { side, late, title, detail, sources, toConfirm } = line
  const said = [detail, sources.map((source) => source.title).join(', ')]
    .filter((text) => text !== null && text !== '')
    .join(' · ')
  return (
    <li>
      <div className={classes(style.line, late && style.late)}>
        {late ? <CircleAlert aria-hidden size={20} /> : icons[side]}
        <div>
          <p className={style.value}>
            <VisuallyHidden>
              {side === 'administration' ? fr.counter.dueBy.administration : fr.counter.dueBy.person}{' '}
            </VisuallyHidden>
            {title}
            {toConfirm && (
              <span className={style.brief}>
                {'\u00a0· '}
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

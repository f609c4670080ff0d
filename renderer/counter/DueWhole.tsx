import { useEffect, useRef } from 'react'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { useOffice } from '../link/office.ts'
import { Button } from '../ui/Button.tsx'
import { PanelHead } from '../ui/Panel.tsx'
import { classes } from '../ui/classes.ts'
import { Prose } from '../ui/Prose.tsx'
import { Line } from './Due.tsx'
import { dueLines } from './dueLines.ts'
import style from './Person.module.css'
import { Cited } from './Sources.tsx'

/** All that is due, the two sides beside each other, in the place of the checklist. */
export function DueWhole({
  assessment,
  lacks,
  onPrint,
  onLeave,
}: {
  readonly assessment: Assessment
  readonly lacks: boolean
  readonly onPrint: () => void
  readonly onLeave: () => void
}) {
  const words = counterWords.law
  const { name } = useOffice()
  const lines = dueLines(assessment, lacks, name)
  const head = useRef<HTMLHeadingElement>(null)
  // From there the arrows and Page Down read on.
  useEffect(() => {
    head.current?.focus({ preventScroll: true })
  }, [])
  const side = (title: string, administration: boolean) => (
    <section aria-label={title}>
      <h4 className={style.sideTitle}>{title}</h4>
      <ul role="list" className={style.due}>
        {lines
          .filter((line) => (line.side === 'administration') === administration)
          .map((line) => (
            <Line key={line.id} line={line} />
          ))}
      </ul>
    </section>
  )
  const { populationType, reading } = assessment
  return (
    <div className={style.whole}>
      <PanelHead title={words.whole} titleRef={head} leaving={{ leave: counterWords.close, onLeave }} />
      {populationType && (
        <p className={style.small}>
          {counterWords.seenAs(populationType.title)}. {populationType.definition}{' '}
          <Cited sources={populationType.sources} toConfirm={false} />
        </p>
      )}
      <div className={classes(style.sides)}>
        {side(words.sides.person, false)}
        {side(words.sides.administration, true)}
      </div>
      {reading.toConfirm.length > 0 && (
        <section aria-label={words.textsToConfirm}>
          <h4 className={style.sideTitle}>{words.textsToConfirm}</h4>
          <p className={style.small}>
            <Prose>{reading.toConfirm.join(' · ')}</Prose>
          </p>
        </section>
      )}
      <div>
        <Button keyCap="²" onPress={onPrint}>
          {words.print}
        </Button>
      </div>
    </div>
  )
}
